package import Drills

/// How long an activity takes: `90min`, `2h`, `1h30min`, `1.5小时` or `all-day`; less than 24 hours.
package func readDuration(_ text: String) throws(WorkspaceError.Reason) -> Requirement.Duration {
  if ["all-day", "allday", "全天", "全日"].contains(text.tight) { return .allDay }
  let minutes = try readMinutes(text)
  guard minutes < 1440 else { throw .wholeDayOrLonger(text) }
  return .minutes(minutes)
}

/// A stretch of time of any length, at least a minute and in whole minutes.
package func readMinutes(_ text: String) throws(WorkspaceError.Reason) -> Minute {
  guard let seconds = seconds(text), seconds > 0, seconds.isMultiple(of: 60) else {
    throw .notADuration(text, near: nearDuration(to: text))
  }
  return seconds / 60
}

/// A stretch of time to the second: `20s`, `3分40秒`, `3'40"`, `0:03:40`.
package func readSeconds(_ text: String) throws(WorkspaceError.Reason) -> Int {
  if let seconds = seconds(text) { return seconds }
  let parts = text.tight.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
  if parts.count == 2, parts.allSatisfy({ $0.isDigits && $0.utf8.count <= 2 }),
    let first = Int(parts[0]), let second = Int(parts[1]), second < 60
  {
    throw .ambiguous(text, "\(first)min\(second)s", "\(first)h\(second)min")
  }
  throw .notADuration(text, near: nearDuration(to: text))
}

/// Minutes between possible starts: a divisor of 60, or a multiple of it within the day.
package func readGrid(_ text: String) throws(WorkspaceError.Reason) -> Minute {
  let minutes = try readMinutes(text)
  guard minutes <= 1440, 60 % minutes == 0 || minutes % 60 == 0 else { throw .wrongGrid(text) }
  return minutes
}

/// Longer words before those that they begin with.
private let units: [(words: [String], seconds: Int)] = [
  (["个小时", "小时", "hours", "hour", "hrs", "hr", "h", "时"], 3600),
  (["分钟", "分", "minutes", "minute", "mins", "min", "m", "'", "′", "’"], 60),
  (["秒钟", "秒", "seconds", "second", "secs", "sec", "s", "\"", "″", "”"], 1),
]

/// Numbers with their units, the larger unit first; nothing for anything else.
func seconds(_ text: String) -> Int? {
  var rest = Substring(text.tight)
  guard rest.utf8.count <= 64 else { return nil }
  if let clock = clockSeconds(rest) { return clock }
  var total = 0
  var least = units.count
  var next = 0
  while !rest.isEmpty {
    guard next < units.count, let (amount, unit) = amount(in: &rest, from: next) else { return nil }
    total += amount
    next = unit + 1
    least = min(least, unit)
  }
  return least < units.count ? total : nil
}

/// An amount and its unit off the front of `rest`, in seconds; half an hour is one too.
private func amount(in rest: inout Substring, from next: Int) -> (Int, unit: Int)? {
  let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
  let after = rest.dropFirst(digits.count)
  for unit in next..<units.count {
    for word in units[unit].words {
      if digits.isEmpty, after.hasPrefix("半" + word) {
        rest = after.dropFirst(1 + word.count)
        return (units[unit].seconds / 2, unit)
      }
      if !digits.isEmpty, after.hasPrefix("个半" + word) {
        guard let amount = seconds(digits, of: unit) else { return nil }
        rest = after.dropFirst(2 + word.count)
        return (amount + units[unit].seconds / 2, unit)
      }
      if !digits.isEmpty, after.hasPrefix(word) {
        guard let amount = seconds(digits, of: unit) else { return nil }
        rest = after.dropFirst(word.count)
        return (amount, unit)
      }
    }
  }
  return nil
}

/// Nothing if they are no whole number of seconds.
private func seconds(_ digits: Substring, of unit: Int) -> Int? {
  let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count), (1...6).contains(parts[0].count),
    let whole = Int(parts[0])
  else { return nil }
  guard parts.count == 2 else { return whole * units[unit].seconds }
  guard (1...3).contains(parts[1].count), let fraction = Int(parts[1]) else { return nil }
  var scale = 1
  for _ in parts[1] { scale *= 10 }
  let scaled = fraction * units[unit].seconds
  return scaled.isMultiple(of: scale) ? whole * units[unit].seconds + scaled / scale : nil
}

/// `0:03:40`, as spreadsheets show a stretch of time.
private func clockSeconds(_ text: Substring) -> Int? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
  guard parts.count == 3, parts.allSatisfy({ $0.isDigits && $0.utf8.count <= 2 }),
    let hours = Int(parts[0]), let minutes = Int(parts[1]), let seconds = Int(parts[2]),
    minutes < 60, seconds < 60
  else { return nil }
  return hours * 3600 + minutes * 60 + seconds
}

/// A bare number is most likely one of minutes, but nothing says so.
private func nearDuration(to text: String) -> String? {
  let plain = text.tight
  guard plain.isDigits, plain.utf8.count <= 4, Int(plain) ?? 0 > 0 else { return nil }
  return plain + "min"
}
