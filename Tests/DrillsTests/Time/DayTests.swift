import Testing

@testable import Drills

@Suite struct `A day` {
  @Test(arguments: [
    ("1970-01-01", 0), ("2024-02-29", 19_782), ("2024-06-16", 19_890), ("1969-12-31", -1),
  ])
  func `counts from 1970 and reads as it prints`(text: String, number: Int32) {
    #expect(Day(text)?.number == number)
    #expect(Day(number: number).description == text)
  }

  @Test(arguments: [
    "2024-06-31", "2023-02-29", "2024-13-01", "2024-6-1", "20240601", "", "2024-00-10",
  ])
  func `refuses a date that does not exist or is written otherwise`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `knows its weekday`() {
    #expect(Day("2024-06-16")?.weekday == .sun)
    #expect(Day("1969-12-29")?.weekday == .mon)
  }
}
