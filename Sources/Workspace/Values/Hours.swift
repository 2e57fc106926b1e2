import Drills

/// Ranges such as `08:00-12:00;14:00-24:00`.
func readHours(_ text: String) throws(WorkspaceError.Reason) -> [HourRange] {
  let items = text.listItems
  guard !items.isEmpty else { throw .notHours(text, near: nil) }
  var ranges: [HourRange] = []
  for item in items { ranges.append(try readHourRange(item)) }
  return ranges
}

/// A time of day such as `14:28`.
func readMinuteOfDay(_ text: String) throws(WorkspaceError.Reason) -> Minute {
  guard let minute = minute(text, exactly: true), minute < 1440 else {
    let near = minute(text.halfWidth, exactly: false).map(clock)
    throw .notATime(text, near: near == text ? nil : near)
  }
  return minute
}

private func readHourRange(_ text: String) throws(WorkspaceError.Reason) -> HourRange {
  guard let (start, end) = minutes(text, exactly: true) else {
    let near = minutes(text, exactly: false).map { HourRange(start: $0, end: $1).description }
    throw .notHours(text, near: near)
  }
  guard start < end else { throw .backwards(text) }
  return HourRange(start: start, end: end)
}

/// Start and end in minutes; if not `exactly`, also as people write them: `8:00～12:00`, `8-12`.
private func minutes(_ text: String, exactly: Bool) -> (Minute, Minute)? {
  let parts = (exactly ? text : text.halfWidth)
    .split(omittingEmptySubsequences: false) { character in
      character == "-" || (!exactly && "~至到".contains(character))
    }
  guard parts.count == 2, let start = minute(String(parts[0]).trimmed, exactly: exactly),
    let end = minute(String(parts[1]).trimmed, exactly: exactly)
  else { return nil }
  return exactly || start < end ? (start, end) : nil
}

private func minute(_ text: String, exactly: Bool) -> Minute? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
  guard parts.allSatisfy(\.isDigits), !exactly || parts.map(\.utf8.count) == [2, 2],
    (1...2).contains(parts.count), let hour = Int(parts[0]),
    let minute = parts.count == 2 ? Int(parts[1]) : 0
  else { return nil }
  return hour < 24 && minute < 60 || hour == 24 && minute == 0 ? hour * 60 + minute : nil
}
