package import Drills

/// Ranges such as `08:00-12:00;14:00-24:00`, `8：00－12：00` or `上午9点至11点半`; none for the whole
/// day.
package func readHours(_ text: String) throws(WorkspaceError.Reason) -> [HourRange] {
  if ["全天", "全日", "24小时", "all-day", "allday"].contains(text.tight) { return [] }
  let items = text.looseListItems
  guard !items.isEmpty else { throw .notHours(text, near: nil) }
  var ranges: [HourRange] = []
  for item in items { ranges.append(try readHourRange(item)) }
  return ranges
}

private func readHourRange(_ text: String) throws(WorkspaceError.Reason) -> HourRange {
  guard let ends = text.rangeEnds, let first = ClockReading(ends.first),
    var last = ClockReading(ends.last)
  else { throw .notHours(text, near: nil) }
  // 下午2点至5点: what is said of the start holds for the end.
  if last.half == nil, last.isTwelveHours, first.half == .afternoon || first.half == .night {
    last.half = .afternoon
  }
  guard let start = first.minute, start < 1440, let end = last.minute else {
    throw .notHours(text, near: nil)
  }
  guard start < end else { throw .backwards(text) }
  return HourRange(start: start, end: end)
}

/// A time of day such as `09:05`, `9：05`, `9:05:00`, `上午9点` or `下午2点半`.
package func readClock(_ text: String) throws(WorkspaceError.Reason) -> Minute {
  guard let reading = ClockReading(text), reading.isSpecific, let minute = reading.minute,
    minute < 1440
  else { throw .notATime(text, near: nil) }
  return minute
}

extension String {
  /// What stands on either side of the one dash, wave or 至.
  var rangeEnds: (first: String, last: String)? {
    var plain = tight
    for word in ["..", "--", "~", "至", "到"] { plain = plain.replacing(word, with: "-") }
    let parts = plain.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    return (parts[0], parts[1])
  }
}

/// A time of day, taken apart.
private struct ClockReading {
  enum Half {
    case morning, noon, afternoon, night
  }

  var half: Half?
  private let hour: Int
  private let minutes: Int
  /// Whether it says more than a bare number, which may count anything.
  let isSpecific: Bool

  private static let halves: [(word: String, half: Half)] = [
    ("上午", .morning), ("早上", .morning), ("早晨", .morning), ("清晨", .morning), ("凌晨", .morning),
    ("中午", .noon), ("下午", .afternoon), ("傍晚", .afternoon), ("晚上", .night), ("夜里", .night),
    ("am", .morning), ("pm", .afternoon),
  ]

  init?(_ text: String) {
    var plain = text.tight
    for (word, half) in Self.halves {
      if plain.hasPrefix(word) {
        plain.removeFirst(word.count)
        self.half = half
        break
      }
      if word.utf8.count == 2, plain.hasSuffix(word) {
        plain.removeLast(word.count)
        self.half = half
        break
      }
    }
    guard let (hour, minutes, isSpecific) = Self.parts(of: plain), hour <= 24, minutes < 60 else {
      return nil
    }
    self.hour = hour
    self.minutes = minutes
    self.isSpecific = isSpecific || half != nil
  }

  private static func parts(of text: String) -> (hour: Int, minutes: Int, isSpecific: Bool)? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), let hour = Int(digits) else { return nil }
    var rest = String(text.dropFirst(digits.count))
    if rest.isEmpty { return (hour, 0, false) }
    if rest.first == ":" {
      let parts = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        .map(String.init)
      // A spreadsheet shows its seconds; those of an hour to the minute are none.
      guard (1...2).contains(parts.count), parts[0].isDigits, parts[0].utf8.count == 2,
        let minutes = Int(parts[0]), parts.count == 1 || parts[1] == "00"
      else { return nil }
      return (hour, minutes, true)
    }
    guard let mark = ["点钟", "点整", "点", "时整", "时"].first(where: rest.hasPrefix) else { return nil }
    rest.removeFirst(mark.count)
    if rest.isEmpty { return (hour, 0, true) }
    if rest == "半" { return (hour, 30, true) }
    if rest == "一刻" { return (hour, 15, true) }
    _ = rest.cut(suffix: ["分钟", "分"])
    guard rest.isDigits, rest.utf8.count <= 2, let minutes = Int(rest) else { return nil }
    return (hour, minutes, true)
  }

  var isTwelveHours: Bool { hour <= 12 }

  /// Since midnight, 1440 at most; nothing if the half of the day and the hour do not fit.
  var minute: Minute? {
    var hour = hour
    switch half {
    case nil: break
    case .morning: if hour >= 12 { return nil }
    case .noon:
      if (1...2).contains(hour) { hour += 12 }
      if !(11...14).contains(hour) { return nil }
    case .afternoon:
      if hour < 12 { hour += 12 }
    case .night:
      if hour <= 12 { hour += 12 }
      if hour < 17 { return nil }
    }
    let minute = hour * 60 + minutes
    return minute <= 1440 ? minute : nil
  }
}
