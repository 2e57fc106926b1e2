import Testing

@testable import ICalendar

@Suite struct `A mistake in a calendar` {
  @Test func `stops the reading with words of its own`() throws {
    let texts = [
      "", "<html>", "BEGIN:VCALENDAR\nVERSION:2.0\n",
      "BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:X-A\n", count: 9),
      "BEGIN:VCALENDAR\n" + String(repeating: "a", count: 70_000),
      "BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:VTIMEZONE\nEND:VTIMEZONE\n", count: 60),
    ]
    let messages = texts.map { text in
      do {
        return "\(try CalendarReader.forPlan().read(text))"
      } catch {
        return "\(error)"
      }
    }

    try expectGolden(messages.joined(separator: "\n") + "\n", "errors.txt")
  }

  @Test func `is told with its line where the rest can be read`() throws {
    let warnings = try CalendarReader.forPlan().read(fixture("broken-events.ics")).warnings

    try expectGolden(warnings.map { "\($0)\n" }.joined(), "warnings.txt")
  }
}
