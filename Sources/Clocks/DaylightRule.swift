/// A yearly pair of clock changes, as the last line of a zone's file states it.
///
/// Source: POSIX.1-2017 §8.3 (TZ), RFC 9636 §3.3.1; only the form that zones use, `Mm.w.d`.
package struct DaylightRule: Hashable, Sendable {
  /// When clocks change: the `week`-th `weekday` of `month` (5: the last), then `seconds` later.
  package struct Day: Hashable, Sendable {
    package let month: Int
    package let week: Int
    /// 0 is Sunday.
    package let weekday: Int
    /// Since midnight on the clock before the change; may be negative or more than a day.
    package let seconds: Int

    /// The change of a year, in seconds since 1970-01-01 00:00 on the clock before the change.
    func local(in year: Int) -> Int {
      let first = CalendarDate.dayNumber(year: year, month: month, day: 1)
      let lead = (weekday - CalendarDate.weekday(ofDayNumber: first) + 7) % 7
      var day = lead + 7 * (week - 1)
      if day >= CalendarDate.lastDay(ofMonth: month, year: year) { day -= 7 }
      return (first + day) * 86_400 + seconds
    }
  }

  package let standard: ZoneTable.LocalTime
  package let daylight: ZoneTable.LocalTime
  /// When daylight time starts.
  package let start: Day
  /// When daylight time ends.
  package let end: Day

  /// Both changes of a year, in seconds since 1970-01-01 00:00 UTC.
  package func instants(in year: Int) -> [Int] {
    [start.local(in: year) - standard.offset, end.local(in: year) - daylight.offset]
  }

  package func localTime(at instant: Int) -> ZoneTable.LocalTime {
    let local = instant + standard.offset
    let year = CalendarDate(dayNumber: floorDivide(local, by: 86_400)).year
    let changes = instants(in: year)
    let isDaylight =
      changes[0] < changes[1]
      ? (changes[0]..<changes[1]).contains(instant)
      : !(changes[1]..<changes[0]).contains(instant)
    return isDaylight ? daylight : standard
  }

  /// Nil for a zone without daylight saving, as `CST-8`, or in a form that zones do not use.
  init?(_ text: [UInt8]) {
    var reader = Reader(rest: text[...])
    guard let standardName = reader.name(), let west = reader.seconds(),
      let daylightName = reader.name()
    else { return nil }
    standard = ZoneTable.LocalTime(offset: -west, isDaylight: false, name: standardName)
    daylight = ZoneTable.LocalTime(
      offset: reader.seconds().map { -$0 } ?? standard.offset + 3600, isDaylight: true,
      name: daylightName)
    guard reader.skip(","), let start = reader.day(), reader.skip(","), let end = reader.day(),
      reader.rest.isEmpty
    else { return nil }
    self.start = start
    self.end = end
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: character) else { return false }
      rest.removeFirst()
      return true
    }

    mutating func name() -> String? {
      let isQuoted = skip("<")
      let name = rest.prefix {
        isLetter($0)
          || isQuoted && (isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+"))
      }
      rest = rest.dropFirst(name.count)
      guard !name.isEmpty, !isQuoted || skip(">") else { return nil }
      return String(decoding: name, as: UTF8.self)
    }

    mutating func number() -> Int? {
      let digits = rest.prefix(while: isDigit)
      rest = rest.dropFirst(digits.count)
      return digits.count > 4 ? nil : Int(String(decoding: digits, as: UTF8.self))
    }

    /// Hours, minutes and seconds, as `2`, `-1` or `5:30`.
    mutating func seconds() -> Int? {
      let isNegative = skip("-")
      if !isNegative { _ = skip("+") }
      guard var total = number() else { return nil }
      total *= 3600
      for unit in [60, 1] where skip(":") {
        guard let count = number() else { return nil }
        total += count * unit
      }
      return isNegative ? -total : total
    }

    mutating func day() -> Day? {
      guard skip("M"), let month = number(), (1...12).contains(month), skip("."),
        let week = number(), (1...5).contains(week), skip("."), let weekday = number(),
        (0...6).contains(weekday)
      else { return nil }
      guard skip("/") else { return Day(month: month, week: week, weekday: weekday, seconds: 7200) }
      guard let seconds = seconds() else { return nil }
      return Day(month: month, week: week, weekday: weekday, seconds: seconds)
    }
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}
