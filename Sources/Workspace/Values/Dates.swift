import Drills

func readDay(_ text: String) throws(WorkspaceError.Reason) -> Day {
  if let day = Day(text) { return day }
  let numbers = text.halfWidth.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
  let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  if numbers.count == 3, parts.map(\.count) == [4, 2, 2] {
    let isMonth = (1...12).contains(numbers[1]) && numbers[0] > 0
    throw .noSuchDate(
      text, daysInMonth: isMonth ? Day.length(ofMonth: numbers[1], year: numbers[0]) : nil)
  }
  var near: Day?
  if numbers.count == 3 { near = Day(year: numbers[0], month: numbers[1], day: numbers[2]) }
  if numbers.count == 1, text.utf8.count == 8 {
    near = Day(year: numbers[0] / 10000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
  }
  throw .notADate(text, near: near?.description)
}

/// One date, or a range `a..b` with both ends in it.
func readDayRange(_ text: String) throws(WorkspaceError.Reason) -> ClosedRange<Day> {
  guard let dots = text.firstRange(of: "..") else {
    let day = try readDay(text)
    return day...day
  }
  let first = try readDay(String(text[..<dots.lowerBound]).trimmed)
  let last = try readDay(String(text[dots.upperBound...]).trimmed)
  return try dayRange(from: first, to: last, written: text)
}

func dayRange(
  from first: Day, to last: Day, written text: String
) throws(WorkspaceError.Reason) -> ClosedRange<Day> {
  guard first <= last else { throw .backwards(text) }
  guard last - first < Most.days else {
    throw .tooManyDays(last - first + 1, most: Most.days)
  }
  return first...last
}
