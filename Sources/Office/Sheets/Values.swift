package import Drills
internal import Foundation

/// What people write where something was done, in a cell or behind a flag: taken as it is meant, in
/// either language.
extension Assignment {
  package init?(written text: String) {
    let parts = text.replacing("＝", with: "=").split(
      separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[1].trimmingPrefix(" ")),
      (0...Count.most).contains(number)
    else {
      return nil
    }
    self.init(String(parts[0]).trimmingCharacters(in: .whitespaces), number)
    if name.isEmpty { return nil }
  }
}

extension Day {
  /// Reads what spreadsheets make of dates too: `2024/6/12`, `2024-6-12`, `2024年6月12日`.
  package init?(written text: String) {
    if let day = Day(text) {
      self = day
      return
    }
    let pattern = #/(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?/#
    guard let match = text.wholeMatch(of: pattern), let year = Int(match.1),
      let month = Int(match.2), let day = Int(match.3)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension ClosedRange<Day> {
  /// A day, or a range of days `2024-06-07..2024-06-13`.
  package init?(written text: String) {
    let parts = text.components(separatedBy: "..").compactMap(Day.init(written:))
    switch parts.count {
    case 1 where !text.contains(".."): self = parts[0]...parts[0]
    case 2 where parts[0] <= parts[1]: self = parts[0]...parts[1]
    default: return nil
    }
  }
}

/// A time of day such as `09:05` or `9:05`.
package func clockMinute(_ text: String) -> Minute? {
  let parts = text.replacing("：", with: ":").split(separator: ":")
  guard parts.count == 2, parts[0].count <= 2, parts[1].count == 2, let hour = Int(parts[0]),
    let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
  else { return nil }
  return hour * 60 + minute
}

/// The seconds of a length of time such as `20s`, `5min`, `1h30min`, `4m20s`.
package func durationSeconds(_ text: String) -> Int? {
  let pattern = #/(?:(\d{1,5})(?:h|小时))?(?:(\d{1,6})(?:min|m|分钟|分))?(?:(\d{1,7})(?:s|秒))?/#
  guard !text.isEmpty, let match = text.wholeMatch(of: pattern) else { return nil }
  let hours = match.1.flatMap { Int($0) } ?? 0
  let minutes = match.2.flatMap { Int($0) } ?? 0
  return hours * 3600 + minutes * 60 + (match.3.flatMap { Int($0) } ?? 0)
}

extension Requirement.Mode {
  /// `full-scale` or `tabletop`.
  package init?(written text: String) {
    switch text {
    case "实战": self = .fullScale
    case "桌面": self = .tabletop
    default: self.init(rawValue: text)
    }
  }
}

extension Hazard.Source {
  package init?(written text: String) {
    switch text {
    case "演练": self = .drill
    case "检查": self = .inspection
    case "职工": self = .employee
    case "居民": self = .resident
    default: self.init(rawValue: text)
    }
  }
}

extension Work.Medium {
  package init?(written text: String) {
    switch text {
    case "图片": self = .picture
    case "视频", "音视频": self = .video
    case "互动": self = .interactive
    default: self.init(rawValue: text)
    }
  }
}
