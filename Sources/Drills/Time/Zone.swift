import Clocks

/// The plan's time zone: local clock to instants and back.
package struct Zone: Sendable {
  /// The IANA name.
  package let identifier: String
  private let table: ZoneTable

  /// Nothing if the system knows no such zone.
  package init?(_ identifier: String) {
    guard identifier.contains("/") || identifier == "UTC", let table = ZoneTable(id: identifier)
    else { return nil }
    self.identifier = identifier
    self.table = table
  }

  /// Seconds east of UTC at an instant, itself in seconds since 1970-01-01T00:00:00Z.
  package func offsetSeconds(at instant: Int) -> Int { table.offset(at: instant) }

  /// The instant of a local time, in seconds since 1970: of a time that comes twice the first, of one
  /// that is left out as if the clocks had not been put on.
  package func instant(of moment: Moment) -> Int {
    let naive = moment.minutes * 60
    let before = offsetSeconds(at: naive - 86_400)
    let after = offsetSeconds(at: naive + 86_400)
    let isAfter = before != after && offsetSeconds(at: naive - before) != before
    // The new time holds only if the clocks show it after they were put on it.
    guard isAfter, offsetSeconds(at: naive - after) == after else { return naive - before }
    return naive - after
  }

  /// What clocks show so many minutes after a local time.
  package func moment(_ minutes: Minute, after moment: Moment) -> Moment {
    self.moment(at: instant(of: moment) + minutes * 60)
  }

  /// From a local time on for so many minutes, as clocks show it, since midnight of its day.
  package func hours(from moment: Moment, for length: Minute) -> HourRange {
    HourRange(
      start: moment.minute,
      end: self.moment(length, after: moment).minutes - Moment(day: moment.day, minute: 0).minutes)
  }

  /// The local time of an instant, rounded up to the minute.
  package func moment(at instant: Int) -> Moment {
    Moment(minutes: -floorDivide(-(instant + offsetSeconds(at: instant)), by: 60))
  }

  /// RFC 3339 with offset, as `2024-06-12T09:00:00+08:00`.
  package func timestamp(of moment: Moment) -> String {
    timestamp(at: instant(of: moment))
  }

  package func timestamp(at instant: Int) -> String {
    let offset = offsetSeconds(at: instant)
    let local = instant + offset
    let moment = Moment(minutes: floorDivide(local, by: 60))
    let second = local - moment.minutes * 60
    let sign = offset < 0 ? "-" : "+"
    return "\(moment):\(padded(second, to: 2))\(sign)\(clock(abs(offset) / 60))"
  }
}

extension Zone: Hashable {
  package static func == (lhs: Zone, rhs: Zone) -> Bool { lhs.identifier == rhs.identifier }

  package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}

/// Reads an ISO 8601 time with its offset, such as `2024-06-03T08:00+08:00` or `…Z`.
///
/// - Returns: Seconds since 1970-01-01T00:00:00Z, or nothing if the text is no such time.
///
/// By hand, since the feeds tell tens of thousands of times, and a `Regex` takes far longer.
package func instant(iso8601 text: String) -> Int? {
  var scanner = TimeScanner(text)
  guard let year = scanner.number(digits: 4), scanner.take("-") != nil,
    let month = scanner.number(digits: 2), scanner.take("-") != nil,
    let dayOfMonth = scanner.number(digits: 2), scanner.take("T ") != nil,
    let hour = scanner.number(digits: 2), scanner.take(":") != nil,
    let minute = scanner.number(digits: 2),
    let day = Day(year: year, month: month, day: dayOfMonth), hour < 24, minute < 60
  else { return nil }
  var second = 0
  if scanner.take(":") != nil {
    guard let value = scanner.number(digits: 2), value < 60 else { return nil }
    second = value
    if scanner.take(".") != nil, !scanner.skipDigits() { return nil }
  }
  guard let offset = scanner.offsetSeconds(), scanner.isAtEnd else { return nil }
  return Moment(day: day, minute: hour * 60 + minute).minutes * 60 + second - offset
}

private struct TimeScanner {
  private var rest: ArraySlice<UInt8>

  init(_ text: String) { rest = Array(text.utf8)[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number(digits: Int) -> Int? {
    let taken = rest.prefix(digits)
    guard taken.count == digits, taken.allSatisfy(isDigit) else { return nil }
    rest = rest.dropFirst(digits)
    return taken.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// One of these characters, if it comes next.
  mutating func take(_ characters: String) -> UInt8? {
    guard let next = rest.first, characters.utf8.contains(next) else { return nil }
    rest = rest.dropFirst()
    return next
  }

  /// - Returns: Whether there was any.
  mutating func skipDigits() -> Bool {
    let count = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(count)
    return count > 0
  }

  /// `Z`, `+08:00` or `+0800`.
  mutating func offsetSeconds() -> Int? {
    if take("Zz") != nil { return 0 }
    guard let sign = take("+-"), let hours = number(digits: 2) else { return nil }
    _ = take(":")
    guard let minutes = number(digits: 2), minutes < 60 else { return nil }
    return (hours * 60 + minutes) * 60 * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
