import Drills

/// What is said of links.
extension Phrases {
  static var linkToWhom: String {
    say(
      "给谁的日历？请写 --community、--area、--department、--venue、--team、--organizer 或 --all",
      "to whose feed? Say --community, --area, --department, --venue, --team, --organizer or --all")
  }

  static var departmentsHaveTasks: String {
    say(
      "科室只有待办日历：--department 请配 --tasks",
      "departments have tasks alone: use --department with --tasks")
  }

  static var linkColumns: [String] {
    [
      say("号", "no."), say("日历", "feed"), say("说明", "label"), say("生成", "made"),
      say("最近读取", "last fetched"), say("地址", "address"),
    ]
  }

  static var tasksMark: String { say("（待办）", " (tasks)") }
  static var neverFetched: String { say("从未", "never") }

  static func made(on day: Day, by author: String) -> String { "\(day) \(author)" }

  static func fetched(_ hour: String, by family: String) -> String { "\(hour) \(family)" }

  static func revoked(on day: Day, by author: String) -> String {
    say("\(day) 由\(author)停用", "revoked \(day) by \(author)")
  }

  static func revoked(_ number: Int, daysServed days: Int) -> String {
    say(
      "第 \(number) 号地址已停用：今后 \(days) 天显示停用说明，之后失效",
      "link \(number) is revoked: for \(days) days it says so, and then is gone")
  }
}

/// What `--help` says of links.
extension HelpPhrases {
  var link: String {
    Phrases.say("内部日历的地址：列出、生成、停用。", "Addresses of private feeds: list, make, revoke.")
  }
  var linkExample: String {
    Phrases.say(
      "地址由 muster-server 提供，谁有地址谁就能看，请只发给该看的人。",
      "muster-server serves them; whoever has an address may read its feed.")
  }
  var linkList: String {
    Phrases.say("列出全部地址和最近一次读取。", "List them, with when each was last fetched.")
  }
  var linkNew: String { Phrases.say("生成新地址；原有地址不变。", "Make a new address; the others stay.") }
  var linkNewExample: String {
    Phrases.say(
      "例：muster link new --community u3 --label 王主任手机",
      "Example: muster link new --community u3 --label \"the director's phone\"")
  }
  var linkRevoke: String { Phrases.say("停用一个地址。", "Revoke an address.") }
  var linkNumber: String {
    Phrases.say("muster link list 里的号。", "Its number in `muster link list`.")
  }
  var linkLabel: String { Phrases.say("这个地址给谁、在哪台设备用。", "Who or what device it is for.") }
  var linkDepartment: String {
    Phrases.say("这个科室的待办日历；配 --tasks。", "The tasks of this department; with --tasks.")
  }
  var linkAll: String { Phrases.say("全部活动的内部日历。", "The private feed of everything.") }
}
