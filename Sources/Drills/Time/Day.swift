import Clocks

/// A civil date, as a day number in the proleptic Gregorian calendar.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package var number: Int32

  package init(number: Int32) { self.number = number }

  /// Nothing if the date does not exist, such as 31 June.
  package init?(year: Int, month: Int, day: Int) {
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    number = Int32(date.dayNumber)
  }

  package var components: (year: Int, month: Int, day: Int) {
    let date = CalendarDate(dayNumber: Int(number))
    return (date.year, date.month, date.day)
  }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    CalendarDate.lastDay(ofMonth: month, year: year)
  }

  package var weekday: Weekday {
    // Day 0 was a Thursday.
    Weekday.allCases[((Int(number) + 3) % 7 + 7) % 7]
  }

  package static func < (lhs: Day, rhs: Day) -> Bool { lhs.number < rhs.number }

  package static func + (day: Day, days: Int) -> Day { Day(number: day.number + Int32(days)) }

  package static func - (later: Day, earlier: Day) -> Int { Int(later.number - earlier.number) }
}

extension Day: Strideable {
  package func distance(to other: Day) -> Int { other - self }
  package func advanced(by days: Int) -> Day { self + days }
}

extension Day: LosslessStringConvertible {
  /// Reads `2024-06-16` and nothing else.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } }),
      let year = Int(Substring(parts[0])), let month = Int(Substring(parts[1])),
      let day = Int(Substring(parts[2]))
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package var description: String {
    let (year, month, day) = components
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// `number` with leading zeros.
package func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
