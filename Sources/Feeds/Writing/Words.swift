import Drills

/// All words that feeds add, in both languages.
struct Words {
  let language: Language

  init(_ language: Language) { self.language = language }

  // Marks before a title.
  var drillMark: String { language("【演练】", "[Drill] ") }
  var cancelledMark: String { language("【取消】", "[Cancelled] ") }
  var movedMark: String { language("【改期】", "[Moved] ") }
  var draftMark: String { language("【草案】", "[Draft] ") }
  var doneMark: String { language("【已完成】", "[Done] ") }
  var dueMark: String { language("【截止】", "[Due] ") }

  // Titles.
  func begins(_ name: String) -> String { language("\(name)（开始）", "\(name) (begins)") }
  func ends(_ name: String) -> String { language("\(name)（结束）", "\(name) (ends)") }
  var withdrawn: String { language("不再公布", "No longer announced") }
  var online: String { language("线上", "Online") }

  // Punctuation.
  var comma: String { language("，", ", ") }
  var listComma: String { language("、", ", ") }
  var colon: String { language("：", ": ") }
  func line(_ label: String, _ text: String) -> String { label + colon + text }
  func quoted(_ text: String) -> String { language("“\(text)”", "“\(text)”") }

  // Lines of a description.
  func movedFrom(_ old: String) -> String { language("已改期，原定\(old)", "Moved from \(old)") }
  func onClock(_ zone: String) -> String { language("（\(zone)）", " (\(zone))") }
  func cancelledWhy(_ why: String) -> String {
    why.isEmpty ? language("已取消", "Cancelled") : line(language("已取消", "Cancelled"), why)
  }
  var draftLine: String { language("草案，尚未发布", "A draft, not published yet") }
  var publishedFor: String { language("已发布的时间", "Published for") }
  var leftOutOfDraft: String {
    language("草案中没有这一项", "The draft has no place for it")
  }
  var leftFeed: String { language("不再列入本日历", "no longer in this calendar") }
  var doneLine: String { language("已完成", "Done") }
  var planned: String { language("原定时间", "Planned for") }
  func tookPart(_ people: Int) -> String { language("参加：\(people)人次", "Took part: \(people)") }
  var why: String { language("原因", "Why") }
  var scenario: String { language("场景", "Scenario") }
  var mode: String { language("方式", "Form") }
  var host: String { language("组织单位", "Held by") }
  var owedBy: String { language("责任单位", "Owed by") }
  var attendees: String { language("参加单位", "Taking part") }
  var everyCommunity: String { language("各社区、村", "every community") }
  var teams: String { language("参加力量", "Teams") }
  var phase: String { language("阶段", "Phase") }
  var responsible: String { language("责任单位", "Responsible") }
  /// In the planner's words; ``attendees`` are communities.
  var takesPart: String { language("参加人员", "Who takes part") }
  var expected: String { language("预计人数", "People expected") }
  var note: String { language("说明", "Note") }
  var basis: String { language("依据", "Basis") }
  var dates: String { language("时间", "Dates") }
  var spread: String { language("发布范围", "To") }
  var handIn: String { language("报送至", "Hand in to") }
  var wants: String { language("需报送", "What to hand in") }
  var form: String { language("表格", "Form") }
  var contact: String { language("联系人", "Contact") }
  func notice(to: String, workdays: Int, by day: Day) -> String {
    language(
      "提前\(workdays)个工作日通知：\(to)（最迟\(date(day))）",
      "Tell \(to) \(workdays) working days before, by \(date(day))")
  }
  var hourWithheld: String {
    language("当天的具体时间事先不公布", "The hour is not announced beforehand")
  }
  var hiddenOutside: String {
    language("内部掌握，公开日历不公布", "Internal: not in the public calendar")
  }
  var dateAloneOutside: String {
    language("公开日历只公布日期，请勿外传时间", "The public calendar tells the date alone: keep the hour")
  }
  var commitment: String { language("时间承诺（SHA-256）", "Commitment to the hour (SHA-256)") }
  var opening: String {
    language("承诺原文，其 SHA-256 应与承诺一致", "What was committed to; its SHA-256 is the commitment")
  }

  // What an address that is given up says.
  var addressGivenUp: String {
    language(
      "此订阅已停用，请向街道办索取新地址",
      "This subscription has ended: ask the sub-district office for its new address")
  }
  func askForAddress(_ organizer: String) -> String {
    language("新地址请向\(organizer)索取", "\(organizer) has the new address")
  }

  // Names of calendars.
  func calendarName(_ name: String, _ title: String) -> String {
    name.isEmpty || name == title ? title : name + language("｜", " | ") + title
  }
  func privately(_ name: String) -> String { language("\(name)（内部）", "\(name) (internal)") }
  func tasks(of name: String) -> String { language("\(name)（待办）", "\(name) (tasks)") }
  var everything: String { language("全部活动", "All activities") }
  var allAreas: String { language("全部片区", "All areas") }
  var publicEdition: String {
    language("公开日历，每小时更新", "Public calendar, updated hourly")
  }
  var privateEdition: String {
    language("内部日历，请勿转发", "Internal calendar: do not pass on")
  }
  /// The last part of PRODID.
  var productLanguage: String { language("ZH", "EN") }
}

extension Words {
  func date(_ day: Day) -> String {
    let (year, month, number) = day.components
    return language("\(year)年\(month)月\(number)日", "\(day)")
  }

  func time(_ when: When) -> String {
    switch when {
    case .days(let days) where days.count == 1: date(days.lowerBound)
    case .days(let days): "\(date(days.lowerBound))–\(date(days.upperBound))"
    case .hours(let start, let end) where start.day == end.day:
      "\(date(start.day)) \(clock(start.minute))–\(clock(end.minute))"
    case .hours(let start, let end):
      "\(date(start.day)) \(clock(start.minute))–\(date(end.day)) \(clock(end.minute))"
    }
  }

  func name(of kind: Requirement.Kind) -> String {
    switch kind {
    case .drill: language("演练", "Drill")
    case .event: language("活动", "Event")
    case .meeting: language("会议", "Meeting")
    case .campaign: campaign
    }
  }

  var campaign: String { language("宣传活动", "Campaign") }
  var deadline: String { language("报送", "Deadline") }

  func name(of mode: Requirement.Mode) -> String {
    switch mode {
    case .fullScale: language("实战演练", "full-scale")
    case .tabletop: language("桌面推演", "tabletop")
    }
  }

  func name(of scenario: Scenario) -> String {
    language(scenario.chinese, scenario.rawValue.split(separator: "-").joined(separator: " "))
  }
}
