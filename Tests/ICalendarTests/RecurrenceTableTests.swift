import Testing

@testable import ICalendar

/// Against the occurrences that another program found; `make-recurrences.py` says how and what not.
@Suite struct `Recurrences` {
  static let rows = table("recurrences.tsv")
  static let generated = table("generated-recurrences.tsv")

  private static func table(_ name: String) -> [[String]] {
    let bytes = (try? fixture(name)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `are many`() {
    #expect(Self.rows.count > 150)
    #expect(Self.generated.count == 500)
    #expect(Self.generated.count { $0[2].contains("EXDATE") } > 200)
    #expect(Self.generated.count { $0[2].contains("RECURRENCE-ID") } > 100)
  }

  @Test(arguments: rows)
  func `are those that recurring-ical-events finds`(row: [String]) throws {
    try expectOccurrences(row, in: CalendarReader.forPlan("20240101", "20251231"))
  }

  @Test(arguments: generated)
  func `are those that it finds of a generated rule with its exceptions`(row: [String]) throws {
    try expectOccurrences(row, in: CalendarReader.forPlan("20240401", "20241231"))
  }

  private func expectOccurrences(_ row: [String], in reader: CalendarReader) throws {
    let sign = row[0].hasPrefix(":") ? "" : ";"
    let text = calendar(
      lines: ["BEGIN:VEVENT", "UID:1", "DTSTART\(sign)\(row[0])", "RRULE:\(row[1])"]
        + row[2].split(separator: "|").map(String.init) + ["END:VEVENT"])

    let reading = try reader.read(text)

    #expect(reading.warnings == [])
    #expect(
      reading.events.flatMap { $0.occurrences.map(\.startText) }.sorted()
        == row[3].split(separator: " ").map(String.init))
  }

  @Test(arguments: [
    // RFC 5545 §3.8.5.3: DTSTART is the first occurrence and counts, even if its rule says not.
    ("20240604T090000", "FREQ=WEEKLY;BYDAY=MO;COUNT=3", "04 10 17"),
    // The weekday that BYWEEKNO lacks is DTSTART's.
    ("20240605T090000", "FREQ=YEARLY;BYWEEKNO=23", "05"),
    ("20240603T090000", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "03"),
    ("20240603T090000", "FREQ=WEEKLY;UNTIL=20240610", "03 10"),
    ("20240603T090000", "FREQ=WEEKLY;UNTIL=20240610T085959", "03"),
    ("20240603T090000", "FREQ=WEEKLY;UNTIL=20240610T010000Z", "03 10"),
    ("20240603T090000", "FREQ=WEEKLY;UNTIL=20240610T005959Z", "03"),
  ])
  func `follow RFC 5545 where dateutil does not`(
    start: String, rule: String, days: String
  ) throws {
    let reading = try CalendarReader.forPlan().read(
      calendar(event: "UID:1", "DTSTART;TZID=Asia/Shanghai:\(start)", "RRULE:\(rule)"))

    #expect(
      reading.texts.map { $0.dropFirst(6).prefix(2) } == days.split(separator: " "))
  }
}
