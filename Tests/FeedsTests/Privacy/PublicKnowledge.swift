import Drills
import Foundation

@testable import Feeds

/// What the public may know of the drill of a story, said without the code that decides it, and what
/// every property of every public feed is compared with.
struct PublicKnowledge {
  enum Extent {
    case nothing, date, all
  }

  private(set) var complaints: [String] = []
  private(set) var properties = 0
  private(set) var events = 0
  private(set) var frozen = 0
  private(set) var marks = 0

  private var extent = Extent.nothing
  private var days: Set<String> = []
  private var clocks: Set<String> = []
  private var wasTold = false
  private var announcement = Requirement.Announcement.public
  private var heldBack: [String: FeedText.Item] = [:]
  private var neighbours: [String: [String]] = [:]
  private var day: Day?
  private var isPlannedFor = true
  private var isOverridden = false
  private var reasonWasTold = false

  /// The whole of who may know what when.
  static func extent(of stage: Stage) -> Extent {
    if stage.office.completions[Stage.drill] != nil { return .all }
    switch stage.announcement {
    case .public: return .all
    case .dateOnly: return stage.office.revealed.contains(Stage.drill) ? .all : .date
    case .internal: return .nothing
    }
  }

  /// Reads all public feeds after a step.
  mutating func read(_ stage: Stage) {
    let previous = extent
    learn(from: stage)
    var found: [String: FeedText.Item] = [:]
    for (path, bytes) in stage.outside {
      let feed = FeedText(bytes)
      check(feed.head, path)
      for item in feed.items {
        events += 1
        properties += item.lines.count + item.alarmLines.count
        let name = item["UID"]?.split(separator: "@").first.map(String.init) ?? ""
        switch DutyID(name) {
        case Stage.drill:
          found[path] = item
          check(drill: item, path)
        case Stage.talk, Stage.fair: check(neighbour: item, name, path)
        default: complain(path, "an unknown UID: \(name)")
        }
      }
    }
    if extent == .nothing, previous == .nothing, wasTold {
      frozen += 1
      if found != heldBack { complain("feeds", "what was withdrawn has changed") }
    }
    if extent == .nothing, !wasTold, !found.isEmpty { complain("feeds", "it was never public") }
    heldBack = found
    if extent == .all, found.values.contains(where: { $0["DESCRIPTION"]?.contains("原因") == true }) {
      reasonWasTold = true
    }
    if extent != .nothing { wasTold = wasTold || stage.placement != nil || !found.isEmpty }
  }

  private mutating func learn(from stage: Stage) {
    extent = Self.extent(of: stage)
    announcement = stage.announcement
    day = stage.placement?.day
    isPlannedFor = stage.isPlannedFor
    isOverridden = stage.office.overrides[Stage.drill]?.isEmpty == false
    if extent == .nothing { return }
    if let placement = stage.placement {
      tell(placement.day, extent == .all ? placement.start : nil, for: 90)
    }
    if let completion = stage.office.completions[Stage.drill] {
      day = completion.day
      let start = completion.start ?? stage.placement?.start
      tell(completion.day, start, for: completion.minutes ?? 90)
    }
  }

  private mutating func tell(_ day: Day, _ start: Minute?, for minutes: Minute) {
    days.insert("\(day)")
    guard let start else { return }
    clocks.formUnion([clock(start), clock(start + minutes)])
  }

  private mutating func complain(_ path: String, _ complaint: String) {
    complaints.append("\(path): \(complaint)")
  }

  private mutating func check(_ head: [String], _ path: String) {
    for line in head where line.contains("secret") || line.contains(#/\d\d:\d\d/#) {
      complain(path, line)
    }
  }

  // MARK: The drill

  private mutating func check(drill item: FeedText.Item, _ path: String) {
    for line in item.lines + item.alarmLines {
      let (name, value) = parts(of: line)
      if value.contains("secret") { complain(path, line) }
      if !allows(name, value, line, in: item, path) { complain(path, "\(extent): \(line)") }
    }
    if extent != .all, path.hasPrefix("teams/") { complain(path, "the teams are known") }
    if extent == .nothing, item["STATUS"] != "CANCELLED" { complain(path, "it is announced") }
  }

  private func allows(
    _ name: String, _ value: String, _ line: String, in item: FeedText.Item, _ path: String
  ) -> Bool {
    switch name {
    case "UID", "SEQUENCE", "CREATED", "DTSTAMP", "LAST-MODIFIED": return true
    case "ORGANIZER": return value == "mailto:office@example.org"
    case "STATUS": return ["CONFIRMED", "CANCELLED"].contains(value)
    case "TRANSP": return extent != .nothing || value == "TRANSPARENT"
    case "SUMMARY": return allowsTitle(value)
    case "DTSTART": return allowsTime(line, value, daysLater: 0)
    case "DTEND": return allowsTime(line, value, daysLater: 1)
    case "LOCATION":
      return extent != .nothing
        && ["河畔1号楼，浑南大道h1号", "塔北大厦，浑南大道h2号", "河畔社区"].contains(value)
    case "GEO": return extent != .nothing && value == "41.700000;123.400000"
    case "CATEGORIES": return extent != .nothing && value == "演练,火灾"
    case "RELATED-TO":
      let isTalk = value == "\(Stage.talk)@test.muster.invalid"
      return isTalk && (extent == .all || extent == .date && day != Drills.Day("2024-06-12"))
    case "DESCRIPTION":
      if item.alarmLines.contains(line) {
        let summary = item["SUMMARY"] ?? ""
        return value == summary || extent == .all && value.hasPrefix(summary + "\\n【越过规则：")
      }
      return value.components(separatedBy: "\\n").allSatisfy(allowsWords)
    case "ACTION": return extent != .nothing && value == "DISPLAY"
    case "TRIGGER": return value == (extent == .date ? "-PT15H" : "-P1D") && extent != .nothing
    default: return false
    }
  }

  private func allowsTitle(_ title: String) -> Bool {
    if extent == .nothing { return title == "【取消】不再公布" }
    let marks = ["", "【取消】", "【改期】"] + (extent == .all ? ["【已完成】"] : [])
    // What was withdrawn before it came back unplaced has no name to be told.
    return marks.contains { title == $0 + "【演练】疏散演练" } || title == "【取消】不再公布"
  }

  /// A day that was told, or, of what is known wholly, an hour that was told.
  private func allowsTime(_ line: String, _ value: String, daysLater: Int) -> Bool {
    let digits = Array(value)
    guard digits.count >= 8 else { return false }
    let date = "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))"
    guard let day = Day(date) else { return false }
    if line.contains("VALUE=DATE:") {
      return digits.count == 8 && days.contains("\(day + -daysLater)")
    }
    guard extent == .all, digits.count == 15, days.contains(date) else { return false }
    return clocks.contains("\(String(digits[9..<11])):\(String(digits[11..<13]))")
  }

  private func allowsWords(_ text: String) -> Bool {
    for clock in text.matches(of: #/\d\d:\d\d/#) where !text.hasPrefix("承诺原文") {
      if extent != .all || !clocks.contains(String(clock.output)) { return false }
    }
    for date in text.matches(of: #/(\d{4})年(\d+)月(\d+)日/#) {
      let day = "\(date.1)-\(padded(date.2))-\(padded(date.3))"
      if !days.contains(day) { return false }
    }
    let always = ["已取消", "已取消：天气"]
    if extent == .nothing { return always.contains(text) }
    if always.contains(text) || text == "已取消：考试" { return true }
    let dated = ["已改期，原定", "组织单位：河畔社区", "场景：火灾"]
    if text == "原因：天气" { return extent == .all || !isOverridden || reasonWasTold }
    if text == "当天的具体时间事先不公布" || dated.contains(where: text.hasPrefix) { return true }
    if text.contains(#/^时间承诺（SHA-256）：[0-9a-f]{64}$/#) { return true }
    let opened = ["参加力量：", "【越过规则：", "承诺原文", "原定时间：", "已完成"]
    return extent == .all && opened.contains(where: text.hasPrefix)
  }

  private func padded(_ number: Substring) -> String {
    number.count == 1 ? "0" + number : "\(number)"
  }

  // MARK: What stands beside it

  /// Nothing of a neighbour ever changes but whether its order and its marks may be told.
  private mutating func check(neighbour item: FeedText.Item, _ name: String, _ path: String) {
    let isNear = day == Drills.Day("2024-06-12")
    let hides = announcement == .internal && isPlannedFor || extent == .date && isNear
    var lasting: [String] = []
    for line in item.lines + item.alarmLines {
      let (property, value) = parts(of: line)
      switch property {
      case "SEQUENCE", "CREATED", "DTSTAMP", "LAST-MODIFIED": continue
      case "RELATED-TO":
        let isKnown = extent == .all || extent == .date && !isNear
        if name != Stage.fair.text || !isKnown { complain(path, "\(extent): \(line)") }
      default:
        if let mark = value.firstMatch(of: #/【越过规则：[^】]*】/#) {
          marks += 1
          let tells = #/场地|队伍|社区|先后|间隔/#
          if hides, mark.output.contains(tells) { complain(path, "\(extent): \(line)") }
        }
        lasting.append(line.replacing(#/\\n【越过规则：[^】]*】|【越过规则：[^】]*】\\n/#, with: ""))
      }
    }
    if let known = neighbours[name], known != lasting { complain(path, "\(name) has changed") }
    neighbours[name] = lasting
  }

  private func parts(of line: String) -> (name: String, value: String) {
    let name = line.prefix { $0 != ":" && $0 != ";" }
    return (String(name), String(line.drop { $0 != ":" }.dropFirst()))
  }
}
