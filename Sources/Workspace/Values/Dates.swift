package import Drills

/// Reads dates: `2024-06-16`, `2024/6/16`, `2024.6.16`, `2024年6月16日`, `20240616`, and where the
/// plan's dates are known `6月16日`.
package struct DateReader: Hashable, Sendable {
  /// The plan's dates, from which a date without a year has one.
  package var period: ClosedRange<Day>?

  package init(period: ClosedRange<Day>? = nil) { self.period = period }

  package func day(_ text: String) throws(WorkspaceError.Reason) -> Day {
    guard let parts = try DateParts(text) else { throw .notADate(text, near: serialDay(text)) }
    return try day(of: parts, written: text)
  }

  /// One date, or a range `a..b`, `a至b`, `6月1日—13日` with both ends in it.
  package func days(_ text: String) throws(WorkspaceError.Reason) -> ClosedRange<Day> {
    guard let (start, end) = ends(of: text) else {
      let day = try day(text)
      return day...day
    }
    let first = try day(start)
    return try dayRange(from: first, to: try last(end, from: first), written: text)
  }

  /// As `days`, none of them years from the plan's.
  package func nearDays(_ text: String) throws(WorkspaceError.Reason) -> ClosedRange<Day> {
    let days = try days(text)
    guard let period else { return days }
    guard days.lowerBound >= period.lowerBound + -Most.days,
      days.upperBound <= period.upperBound + Most.days
    else { throw .farFromPeriod(text, most: Most.days) }
    return days
  }

  private func day(
    of parts: DateParts, written text: String
  ) throws(WorkspaceError.Reason) -> Day {
    guard let year = parts.year else { return try dayWithoutYear(parts, written: text) }
    guard let day = Day(year: year, month: parts.month, day: parts.day) else {
      let isMonth = (1...12).contains(parts.month) && year > 0
      throw .noSuchDate(
        text, daysInMonth: isMonth ? Day.length(ofMonth: parts.month, year: year) : nil)
    }
    if let weekday = parts.weekday, weekday != day.weekday {
      throw .otherWeekday(text, day.weekday)
    }
    return day
  }

  /// The one in the plan's dates, else the nearest to them.
  private func dayWithoutYear(
    _ parts: DateParts, written text: String
  ) throws(WorkspaceError.Reason) -> Day {
    guard let period else { throw .notADate(text, near: nil) }
    let years = period.lowerBound.components.year - 1...period.upperBound.components.year + 1
    let days = years.compactMap { Day(year: $0, month: parts.month, day: parts.day) }
    let all = days.map { ($0.distance(from: period), $0) }.sorted { $0 < $1 }
    // Of those that are equally near the weekday decides, and of no others.
    let nearest = all.filter { $0.0 == all.first?.0 }
      .filter { parts.weekday == nil || parts.weekday == $0.1.weekday }
    if nearest.isEmpty, let (_, day) = all.first { throw .otherWeekday(text, day.weekday) }
    guard let (distance, day) = nearest.first else {
      let isMonth = (1...12).contains(parts.month)
      throw .noSuchDate(
        text,
        daysInMonth: isMonth ? Day.length(ofMonth: parts.month, year: years.lowerBound) : nil)
    }
    if nearest.count > 1, nearest[1].0 == distance {
      throw .ambiguous(text, day.description, nearest[1].1.description)
    }
    return day
  }

  /// The end of a range may leave out the year, or the month too.
  private func last(_ text: String, from first: Day) throws(WorkspaceError.Reason) -> Day {
    let (year, month, _) = first.components
    let plain = text.tight
    var digits = plain
    _ = digits.cut(suffix: ["日", "号"])
    if digits.isDigits, digits.utf8.count <= 2, let number = Int(digits),
      let day = Day(year: year, month: month, day: number)
    {
      return day
    }
    guard var parts = try DateParts(text), parts.year == nil else { return try day(text) }
    parts.year = year
    let day = try day(of: parts, written: text)
    guard day < first else { return day }
    parts.year = year + 1
    return try self.day(of: parts, written: text)
  }

  private func ends(of text: String) -> (String, String)? {
    let plain = text.halfWidth
    for separator in ["..", "至", "到", "~", "--"] {
      guard let found = plain.firstRange(of: separator) else { continue }
      return (
        String(plain[..<found.lowerBound]).trimmed, String(plain[found.upperBound...]).trimmed
      )
    }
    // Of one dash, or of the five of two dates with dashes, the middle one.
    let dashes = plain.indices.filter { plain[$0] == "-" }
    guard dashes.count == 1 || dashes.count == 5 else { return nil }
    let middle = dashes[dashes.count / 2]
    return (
      String(plain[..<middle]).trimmed, String(plain[plain.index(after: middle)...]).trimmed
    )
  }

  /// The day that a spreadsheet keeps as a bare number, counted from the end of 1899.
  private func serialDay(_ text: String) -> String? {
    let plain = text.tight
    guard plain.isDigits, plain.utf8.count == 5, let number = Int32(plain),
      let origin = Day(year: 1899, month: 12, day: 30)
    else { return nil }
    return (origin + Int(number)).description
  }
}

package func dayRange(
  from first: Day, to last: Day, written text: String
) throws(WorkspaceError.Reason) -> ClosedRange<Day> {
  guard first <= last else { throw .backwards(text) }
  guard last - first < Most.days else {
    throw .tooManyDays(last - first + 1, most: Most.days)
  }
  return first...last
}

extension Day {
  fileprivate func distance(from period: ClosedRange<Day>) -> Int {
    max(0, period.lowerBound - self, self - period.upperBound)
  }
}

/// The numbers of a date, not yet known to be one.
private struct DateParts {
  var year: Int?
  let month: Int
  let day: Int
  /// What stands behind the date in brackets, or right after it.
  var weekday: Weekday?

  /// - Throws: `ambiguous` for `6.1`, since a spreadsheet writes 6.10 so too.
  init?(_ text: String) throws(WorkspaceError.Reason) {
    var plain = text.halfWidth.trimmed
    for midnight in ["T00:00:00", " 00:00:00", " 0:00:00", " 00:00", " 0:00"]
    where plain.cut(suffix: [midnight]) {
      break
    }
    plain = plain.tight
    if let (shorter, weekday) = plain.withoutWeekday {
      plain = shorter
      self.weekday = weekday
    }
    let numbers = plain.split { !($0.isASCII && $0.isNumber) }.map(String.init)
    let marks = plain.filter { !($0.isASCII && $0.isNumber) }
    let values = numbers.compactMap { $0.utf8.count <= 8 ? Int($0) : nil }
    guard values.count == numbers.count, plain.first?.isNumber ?? false else { return nil }
    switch marks {
    case "" where numbers.map(\.utf8.count) == [8]:
      year = values[0] / 10_000
      month = values[0] / 100 % 100
      day = values[0] % 100
    case "--", "//", "..", "年月日", "年月号", "年月":
      guard numbers.count == 3, numbers[0].utf8.count == 4, numbers.areShort(from: 1) else {
        return nil
      }
      year = values[0]
      month = values[1]
      day = values[2]
    case "月日", "月号", "月", "/":
      guard numbers.count == 2, numbers.areShort(from: 0) else { return nil }
      month = values[0]
      day = values[1]
    case ".":
      guard numbers.count == 2, numbers.areShort(from: 0) else { return nil }
      month = values[0]
      day = values[1]
      // Of a leap year, which has every day.
      let tenth = Day(year: 2024, month: month, day: day * 10)
      if numbers[1].utf8.count == 1, Day(year: 2024, month: month, day: day) != nil, tenth != nil {
        throw .ambiguous(text, "\(month)月\(day)日", "\(month)月\(day * 10)日")
      }
    default: return nil
    }
  }
}

extension [String] {
  fileprivate func areShort(from start: Int) -> Bool {
    dropFirst(start).allSatisfy { (1...2).contains($0.utf8.count) }
  }
}

extension String {
  /// `6月3日(周二)` and `6月3日周二` without the weekday, and the weekday.
  fileprivate var withoutWeekday: (String, Weekday)? {
    for weekday in Weekday.allCases {
      for word in weekday.chineseWords + [weekday.rawValue] {
        for suffix in ["(\(word))", "[\(word)]", word] where hasSuffix(suffix) {
          return (String(dropLast(suffix.count)), weekday)
        }
      }
    }
    return nil
  }
}
