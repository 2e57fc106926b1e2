package import Drills

/// The words that pages and reports add, in both languages.
package struct Words: Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  package func status(_ status: ActivityStatus) -> String {
    switch status {
    case .planned: language("计划", "planned")
    case .due: language("今日", "due")
    case .done: language("已完成", "done")
    case .overdue: language("逾期", "overdue")
    case .cancelled: language("取消", "cancelled")
    case .unplaced: language("未排上", "unplaced")
    }
  }

  /// That a plan is a draft; nothing of a published one.
  package func unpublished(_ revision: Revision) -> String? {
    switch revision.draft {
    case nil, .published: nil
    case .waiting:
      language(
        "草案（第 \(revision.number) 版），尚未发布", "draft, revision \(revision.number), not published")
    case .discarded:
      language("草案（第 \(revision.number) 版），已作废", "draft, revision \(revision.number), discarded")
    }
  }

  /// The phase it belongs to, who answers for it and who takes part, on one line; none: nobody said.
  package func roles(in requirement: Requirement) -> [String] {
    let parts = [
      (language("阶段", "phase"), requirement.phase),
      (language("责任单位", "responsible"), requirement.responsible),
      (language("参加", "taking part"), requirement.takesPart),
    ].filter { !$0.1.isEmpty }.map { $0 + language("：", ": ") + $1 }
    return parts.isEmpty ? [] : [parts.joined(separator: language("；", "; "))]
  }

  /// What it is called, with the rules that a person overrode for it.
  package func name(of entry: PlanView.Entry) -> String {
    marked(entry.requirement.name, entry.overrides)
  }

  /// A name after the mark of the rules that a person overrode.
  package func marked(_ name: String, _ rules: Set<HardRule>) -> String {
    [OverrideMark.text(rules, in: language), name].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// With the rules that a person overrode for it, and whether it is lost.
  package func status(of entry: PlanView.Entry) -> String {
    var text = status(entry.status)
    if entry.isLost, let day = entry.makeUpBy { text += lost(by: day) }
    let mark = OverrideMark.text(entry.overrides, in: language)
    return mark.isEmpty ? text : "\(text) \(mark)"
  }

  /// That something cannot be made up for in time.
  func lost(by day: Day) -> String {
    language("（逾期未能补办，期限\(date(day))）", " (lost: had to be held by \(date(day)))")
  }

  /// Over a list of what is lost, or under it.
  var lostTitle: String {
    let why = whyLost(language("编号", "ID"))
    return language("逾期未能补办，\(why)", "Lost, \(why)")
  }

  /// How to learn what is in the way of it.
  func whyLost(_ id: String) -> String {
    language("原因见 muster explain \(id)", "why: `muster explain \(id)`")
  }

  package func status(_ status: TaskStatus) -> String {
    switch status {
    case .planned: language("未到期", "planned")
    case .due: language("今日到期", "due")
    case .done: language("已报送", "done")
    case .late: language("迟报", "late")
    case .overdue: language("逾期未报", "overdue")
    }
  }

  package func status(_ status: CampaignStatus) -> String {
    switch status {
    case .planned: language("未开始", "planned")
    case .running: language("进行中", "running")
    case .behind: language("落后", "behind")
    case .done: language("已结束", "done")
    }
  }

  package func weekday(_ weekday: Weekday) -> String {
    switch weekday {
    case .mon: language("周一", "Mon")
    case .tue: language("周二", "Tue")
    case .wed: language("周三", "Wed")
    case .thu: language("周四", "Thu")
    case .fri: language("周五", "Fri")
    case .sat: language("周六", "Sat")
    case .sun: language("周日", "Sun")
    }
  }

  /// `6月12日 周三` or `Wed 12 Jun`.
  package func day(_ day: Day) -> String {
    let (_, month, date) = day.components
    return language(
      "\(month)月\(date)日 \(weekday(day.weekday))",
      "\(weekday(day.weekday)) \(date) \(Words.months[month - 1])")
  }

  /// `6月12日` or `12 Jun`.
  package func date(_ day: Day) -> String {
    let (_, month, date) = day.components
    return language("\(month)月\(date)日", "\(date) \(Words.months[month - 1])")
  }

  /// `2024年6月` or `June 2024`.
  package func month(year: Int, month: Int) -> String {
    language("\(year)年\(month)月", "\(Words.longMonths[month - 1]) \(year)")
  }

  package func part(_ part: Score.Part) -> String {
    switch part {
    case .placement: language("时段与地点", "placement")
    case .crowding: language("扎堆", "crowding")
    case .quietWeek: language("空白周", "quiet week")
    case .closeness: language("间隔过近", "closeness")
    case .moved: language("改期", "moved")
    case .dropped: language("撤下已发布的", "dropped")
    case .unevenness: language("缺口不均", "unevenness")
    }
  }

  package func filter(_ filter: Filter) -> String {
    switch filter {
    case .dates: language("没有可用日期", "no day in its dates")
    case .days: language("日期都不是它允许的那类日子", "no day passes `days`")
    case .holidays: language("可用的日子都是节假日", "every day left is a holiday")
    case .hours:
      language("没有能容下时长的时段", "no start on the grid fits its hours")
    case .venue: language("没有所需类别的场地", "no venue of its types is its own or shared")
    case .capacity: language("没有容得下人数的场地", "no venue seats its participants")
    case .opening: language("场地都不开放", "no venue is open then")
    case .team: language("没有覆盖本单位的队伍", "no team of a needed role covers it")
    case .duty: language("队伍都不在岗", "no team is on duty then")
    case .closure: language("其余时段都已停用", "closures bar what is left")
    case .now: language("可用时段都已过去", "what is left is in the past")
    case .notice: language("已来不及提前通知", "notices could no longer be given in time")
    }
  }

  package func organizer() -> String { language("街道", "organizer") }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let longMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
