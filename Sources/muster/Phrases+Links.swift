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

extension Phrases {
  static func adopted(_ path: String) -> String {
    say("已移到 \(path)，发出的地址继续有效", "moved to \(path); addresses that were given out hold on")
  }
}

/// What `--help` says of an office over the years.
extension HelpPhrases {
  var office: String {
    Phrases.say("几年的工作区放在一个办公室文件夹里。", "The folder of an office over the years.")
  }
  var officeExample: String {
    Phrases.say(
      "办公室文件夹里有 office.yaml（可以是空的），每年一个工作区；各年的日历合成一个，地址不变。",
      "It holds an office.yaml, which may be empty, and a workspace for each year; their feeds are one."
    )
  }
  var officeAdopt: String {
    Phrases.say(
      "把工作区的 office.sqlite 移到办公室文件夹。",
      "Move a workspace's office.sqlite into the office folder.")
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
