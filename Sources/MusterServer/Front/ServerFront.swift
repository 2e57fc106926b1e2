internal import Drills
internal import Office

/// The pages as a front of the office: fields are labels, actions are buttons.
struct ServerFront: Front {
  func name(of field: Field, in language: Language) -> String {
    let name =
      switch field {
      case .activity: language("活动", "activity")
      case .reason: language("原因", "reason")
      case .words: language("说明", "words")
      case .override: language("越过规则", "rules to override")
      case .dates: language("日期", "dates")
      case .hours: language("时间", "hours")
      case .community: language("社区（村）", "community")
      case .area: language("片区", "area")
      case .venue: language("场地", "venue")
      case .team: language("队伍", "team")
      case .kind: language("类型", "kind")
      case .requirement: language("项目", "requirement")
      case .notice: language("通知", "notice")
      case .people: language("参加人数", "people")
      case .on: language("哪一天", "day")
      case .start: language("开始时间", "start")
      case .minutes: language("用时（分钟）", "minutes")
      case .residents: language("居民人数", "residents")
      case .assisted: language("帮扶人数", "people assisted")
      case .mode: language("方式", "form of the drill")
      case .weather: language("天气", "weather")
      case .observers: language("观摩人员", "observers")
      case .count: language("报数", "numbers")
      case .with: language("联合单位人数", "partners' people")
      case .problem: language("发现的问题", "problem")
      case .confirm: language("确认无误", "it is right")
      case .file: language("照片、文件", "files")
      case .note: language("备注", "note")
      case .form: language("统计表", "form")
      case .campaign: language("持续活动", "campaign")
      case .evacuatedIn: language("疏散用时", "evacuated in")
      case .headcountIn: language("清点用时", "headcount in")
      case .author: language("填报人", "who reports")
      case .title: language("作品名称", "title")
      case .platform: language("发布平台", "platform")
      case .name: language("名称", "name")
      case .mender: language("整改责任人", "who mends it")
      case .mendBy: language("整改期限", "to be mended by")
      case .key: language("提交号", "number of this report")
      }
    return language("“\(name)”", "'\(name)'")
  }

  func setting(_ field: Field, to value: String, in language: Language) -> String {
    let name = name(of: field, in: language)
    return language("\(name)填 \(value)", "\(value) for \(name)")
  }

  func name(of action: Action, in language: Language) -> String {
    let name =
      switch action {
      case .plan: language("排程", "Plan")
      case .move: language("挪动", "Move")
      case .moveOverriding(_, let rule):
        language(
          "挪动（越过“\(rule.word(in: .chinese))”）", "Move, overriding \(rule.word(in: .english))")
      case .restore: language("恢复", "Restore")
      case .undo: language("撤回", "Undo")
      case .options: language("还能放哪里", "Other places")
      case .history: language("历史", "History")
      case .listActivities: language("活动清单", "List of activities")
      case .doneSheet: language("完成情况填报表", "Sheet of what was done")
      case .countSheet: language("报数填报表", "Sheet of numbers")
      case .feeds: language("日历", "Feeds")
      case .planDraft: language("排一份草案", "Plan a draft")
      case .publishDraft: language("发布草案", "Publish the draft")
      case .planAnew: language("重新开始排程", "Plan anew")
      case .restoreBackup: language("恢复备份", "Restore a backup")
      case .withhold: language("撤下文件", "Take the file away")
      }
    return language("“\(name)”", "'\(name)'")
  }
}
