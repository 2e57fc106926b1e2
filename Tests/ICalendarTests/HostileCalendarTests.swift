import Clocks
import SourceText
import Testing

@testable import ICalendar

@Suite struct `A hostile calendar` {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      (
        lines("BEGIN:VEVENT", count: 100_000),
        ICalendarError.Reason.cutShort(component: "VCALENDAR"), 100_001
      ),
      (lines("BEGIN:X-A", count: 100_000), .tooDeep(limit: 6), 7),
      (lines("BEGIN:X-A\nEND:X-A", count: 250_000), .tooManyComponents(limit: 250_000), 500_000),
      (lines("BEGIN:VTIMEZONE\nEND:VTIMEZONE", count: 51), .tooManyTimeZones(limit: 50), 102),
      ("", .notACalendar(found: ""), 1),
      ("\r\n\r\n", .notACalendar(found: ""), 1),
      ("\u{0}\u{0}\u{0}", .notACalendar(found: "␣␣␣"), 1),
      ("<!DOCTYPE html>\n<p>404", .notACalendar(found: "<!DOCTYPE html>"), 1),
      ("BEGIN:VEVENT\nEND:VEVENT\n", .notACalendar(found: "BEGIN:VEVENT"), 1),
      ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2024", .cutShort(component: "VCALENDAR"), 3),
      ("BEGIN:VCALENDAR\n" + calendar(event: "UID:1"), .cutShort(component: "VCALENDAR"), 2),
      (
        calendar(event: "X:" + String(repeating: "a", count: 65 << 10)),
        .lineTooLong(limit: 65_536), 4
      ),
    ])
  func `is refused`(text: String, reason: ICalendarError.Reason, line: Int) throws {
    #expect(throws: error(reason, line)) { try CalendarReader.forPlan().read(text) }
  }

  @Test func `of more than 64 MiB is refused`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 64 << 20 + 1)

    #expect(throws: error(.tooLarge(bytes: bytes.count, limit: 64 << 20), 1)) {
      try CalendarReader.forPlan().read(bytes)
    }
  }

  @Test(arguments: [[0xFF], [0x81], [0xEF, 0xBB, 0xBF, 0xB0, 0xA1], [0x84, 0x32, 0xFF, 0xFF]])
  func `that is no text is refused`(bytes: [UInt8]) {
    #expect(throws: error(.notText, 1)) {
      try CalendarReader.forPlan().read(bytes)
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      (
        "DTSTART:20241301", ICalendarError.Reason.unreadable(property: "DTSTART", value: "20241301")
      ),
      ("DTSTART:20240231", .unreadable(property: "DTSTART", value: "20240231")),
      ("DTSTART:20230229", .unreadable(property: "DTSTART", value: "20230229")),
      ("DTSTART:2024 1 1", .unreadable(property: "DTSTART", value: "2024 1 1")),
      ("DTSTART:-0240101", .unreadable(property: "DTSTART", value: "-0240101")),
      ("DTSTART:20240616T250000", .unreadable(property: "DTSTART", value: "20240616T250000")),
      ("DTSTART:20240616T0900", .unreadable(property: "DTSTART", value: "20240616T0900")),
      ("DTSTART:", .unreadable(property: "DTSTART", value: "")),
      ("DTSTART;TZID:20240616", .malformedLine("DTSTART;TZID:20240616")),
      ("DTSTART;TZID=\"a:20240616", .malformedLine("DTSTART;TZID=\"a:20240616")),
    ])
  func `has an event left out for its start`(line: String, reason: ICalendarError.Reason) throws {
    let text = calendar(lines: [
      "BEGIN:VEVENT", "UID:1", line, "END:VEVENT",
      "BEGIN:VEVENT", "UID:2", "DTSTART:20240616", "END:VEVENT",
    ])

    let reading = try CalendarReader.forPlan().read(text)

    #expect(reading.warnings == [error(reason, 5, column(of: reason, in: line))])
    #expect(reading.events.map(\.uid) == ["2"])
  }

  @Test(arguments: [
    (
      "DTEND:20240616T085959",
      ICalendarError.Reason.endsBeforeItStarts(
        property: "DTEND", value: "20240616T085959")
    ),
    ("DTEND:20240617", .endsBeforeItStarts(property: "DTEND", value: "20240617")),
    ("DTEND:20241332", .unreadable(property: "DTEND", value: "20241332")),
    ("DURATION:-PT1H", .endsBeforeItStarts(property: "DURATION", value: "-PT1H")),
    ("DURATION:P", .unreadable(property: "DURATION", value: "P")),
    ("DURATION:1 hour", .unreadable(property: "DURATION", value: "1 hour")),
    ("DURATION:P99999999999D", .unreadable(property: "DURATION", value: "P99999999999D")),
    ("DURATION:P999999999W", .unreadable(property: "DURATION", value: "P999999999W")),
    (
      "RECURRENCE-ID:20240631T090000",
      .unreadable(
        property: "RECURRENCE-ID", value: "20240631T090000")
    ),
    ("RECURRENCE-ID;TZID=X:20240630T090000", .unknownZone("X")),
  ])
  func `has an event left out for another time`(
    line: String, reason: ICalendarError.Reason
  ) throws {
    let reading = try CalendarReader.forPlan().read(
      calendar(event: "UID:1", "DTSTART:20240616T090000", line))

    #expect(reading.warnings == [error(reason, 6, column(of: reason, in: line))])
    #expect(reading.events == [])
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      (
        "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        ICalendarError.Reason.subDailyRule("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")
      ),
      ("RRULE:FREQ=HOURLY", .subDailyRule("FREQ=HOURLY")),
      ("RRULE:FREQ=DAILY;INTERVAL=0", .unreadableRule("FREQ=DAILY;INTERVAL=0")),
      ("RRULE:FREQ=DAILY;INTERVAL=70000", .unreadableRule("FREQ=DAILY;INTERVAL=70000")),
      ("RRULE:FREQ=DAILY;COUNT=99999999999", .unreadableRule("FREQ=DAILY;COUNT=99999999999")),
      ("RRULE:FREQ=DAILY;UNTIL=20240231", .unreadableRule("FREQ=DAILY;UNTIL=20240231")),
      ("RRULE:FREQ=YEARLY;BYMONTH=13", .unreadableRule("FREQ=YEARLY;BYMONTH=13")),
      ("RRULE:FREQ=YEARLY;BYMONTH=5L", .unreadableRule("FREQ=YEARLY;BYMONTH=5L")),
      ("RRULE:FREQ=YEARLY;RSCALE=CHINESE", .unreadableRule("FREQ=YEARLY;RSCALE=CHINESE")),
      ("RRULE:BYDAY=MO", .unreadableRule("BYDAY=MO")),
      ("RRULE:", .unreadableRule("")),
      ("RDATE:20240231", .unreadable(property: "RDATE", value: "20240231")),
      ("EXDATE:junk", .unreadable(property: "EXDATE", value: "junk")),
      ("EXDATE;TZID=X:20240616T090000", .unknownZone("X")),
      (
        "RDATE;VALUE=PERIOD:20240617T090000/",
        .unreadable(
          property: "RDATE", value: "20240617T090000/")
      ),
      ("no colon", .malformedLine("no colon")),
      ("SUMMARY:a\u{0}b", .malformedLine("SUMMARY:a␣b")),
      ("END:VTODO", .unopened(component: "VTODO")),
    ])
  func `has an event read without a part`(line: String, reason: ICalendarError.Reason) throws {
    let reading = try CalendarReader.forPlan().read(
      calendar(event: "UID:1", "DTSTART:20240616T090000", line))

    #expect(reading.warnings == [error(reason, 6, column(of: reason, in: line))])
    #expect(reading.texts == ["20240616T090000-20240616T090000"])
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
      "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=2", "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30;INTERVAL=32767",
    ])
  func `has rules that find nothing`(rule: String) throws {
    let event = "BEGIN:VEVENT\nDTSTART:00010101\nRRULE:\(rule)\nEND:VEVENT"

    let reading = try CalendarReader.forPlan().read(lines(event, count: 1000) + "\nEND:VCALENDAR")

    #expect(reading.warnings == [])
    #expect(reading.texts == [])
  }

  @Test(.timeLimit(.minutes(1)))
  func `has rules that cost more than there is`() throws {
    var limits = CalendarLimits()
    limits.steps = 1_000_000
    let rule = "FREQ=DAILY;COUNT=2000000000;BYMONTH=2;BYMONTHDAY=30"
    let events = (0..<100).map {
      "BEGIN:VEVENT\nUID:\($0)\nDTSTART:00010101\nRRULE:\(rule)\nEND:VEVENT"
    }
    let small = "BEGIN:VEVENT\nUID:a\nDTSTART:20240616\nRRULE:FREQ=WEEKLY;COUNT=2\nEND:VEVENT"

    let reading = try CalendarReader.forPlan(limits: limits).read(
      calendar(lines: [small] + events))

    #expect(Set(reading.warnings.map(\.reason)) == [.tooManySteps(rule: rule)])
    #expect(reading.warnings.count == 99)
    #expect(reading.events.count == 101)
    #expect(reading.texts == ["20240616", "20240623"])
    #expect(reading.warnings.first?.position.line == 16)
  }

  /// Each of 876,000 occurrences touches the window.
  @Test(.timeLimit(.minutes(1)))
  func `has a rule whose every occurrence lasts for centuries`() throws {
    let rule = "FREQ=DAILY;BYMINUTE=0,10,20,30,40,50"

    let reading = try CalendarReader.forPlan().read(
      calendar(event: "DTSTART:16240101T000000", "DTEND:20240616T080000", "RRULE:\(rule)"))

    #expect(reading.warnings == [error(.tooManySteps(rule: rule), 6, 7)])
    #expect(reading.texts == ["16240101T000000-20240616T080000"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `has a rule for every second of the day`() throws {
    let numbers = { (count: Int) in (0..<count).map(String.init).joined(separator: ",") }
    let rule = "FREQ=DAILY;BYHOUR=\(numbers(24));BYMINUTE=\(numbers(60));BYSECOND=\(numbers(60))"

    let reading = try CalendarReader.forPlan().read(
      calendar(event: "DTSTART:20240616T090000", "RRULE:\(rule)"))

    #expect(reading.warnings.count == 1)
    #expect(reading.texts == ["20240616T090000-20240616T090000"])
  }

  @Test func `has a time zone that nobody evaluates`() throws {
    let rules = (0..<20).map { _ in "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30" }
    let text = calendar(
      lines: ["BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:00011301T999999"]
        + rules + [
          "TZOFFSETFROM:+9999", "TZOFFSETTO:-9999", "END:STANDARD", "END:VTIMEZONE",
          "BEGIN:VEVENT", "DTSTART;TZID=Asia/Shanghai:20240616T090000", "END:VEVENT",
        ])

    let reading = try CalendarReader.forPlan().read(text)

    #expect(reading.warnings == [])
    #expect(reading.texts == ["20240616T090000-20240616T090000"])
  }

  @Test(arguments: [501, 5000])
  func `has long lists, all of which count`(count: Int) throws {
    let first = try CalendarDate("20240616")
    let days = (1...count).map { first.adding(days: $0).text }.joined(separator: ",")
    let last = first.adding(days: count + 1).text
    let reader = try CalendarReader.forPlan("20240616", last)

    let without = try reader.read(
      calendar(
        event: "DTSTART;VALUE=DATE:20240616", "RRULE:FREQ=DAILY;COUNT=\(count + 2)",
        "EXDATE;VALUE=DATE:" + folded(days)))
    let with = try reader.read(
      calendar(event: "DTSTART;VALUE=DATE:20240616", "RDATE;VALUE=DATE:" + folded(days)))

    #expect(without.texts == ["20240616", last])
    #expect(with.texts.count == count + 1)
  }

  @Test func `has its mistake found in a folded line, once for a list`() throws {
    let reading = try CalendarReader.forPlan().read(
      calendar(
        event: "DTSTART:20240616T090000", "RDATE:20240617T090000,\r\n\t20240618T09",
        "\t0000,演练,junk,\r\n junk"))

    #expect(reading.warnings == [error(.unreadable(property: "RDATE", value: "演练"), 7, 7)])
    #expect(reading.texts.map { $0.prefix(8) } == ["20240616", "20240617", "20240618"])
  }

  @Test func `has events that do not end`() throws {
    let text = calendar(lines: [
      "BEGIN:VEVENT", "UID:1", "DTSTART:20240616", "BEGIN:VALARM", "TRIGGER:-PT1H", "END:VEVENT",
      "BEGIN:VEVENT", "UID:2", "DTSTART:20240616",
      "BEGIN:VEVENT", "UID:3", "DTSTART:20240616", "END:VEVENT",
      "BEGIN:VEVENT", "UID:4", "DTSTART:20240616",
    ])

    let reading = try CalendarReader.forPlan().read(text)

    #expect(
      reading.warnings == [
        error(.holdsUnclosed(component: "VEVENT"), 3), error(.unclosed(component: "VALARM"), 6),
        error(.unclosed(component: "VEVENT"), 9),
        error(.unclosed(component: "VEVENT"), 16),
      ])
    #expect(reading.events.map(\.uid) == ["3"])
  }

  @Test(arguments: 1...200)
  func `of random changes never does worse than be refused`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var bytes = Array(
      calendar(
        event: "UID:1", "DTSTART;TZID=Asia/Shanghai:20240616T090000", "DURATION:PT1H",
        "RRULE:FREQ=MONTHLY;BYDAY=1MO,-1FR;COUNT=9;UNTIL=20250101T000000Z",
        "EXDATE;VALUE=DATE:20240617,20240618", "RDATE;VALUE=PERIOD:20240620T090000/PT2H",
        "SUMMARY:消防\\, 疏散", "CATEGORIES:a,b", "RECURRENCE-ID;RANGE=THISANDFUTURE:20240616"
      ).utf8)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let index = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      case 2:
        bytes.insert(Array(";:,=\"\\\r\n-0 9Z".utf8).randomElement(using: &random) ?? 0, at: index)
      default: bytes += bytes[index...].prefix(40)
      }
    }

    _ = try? CalendarReader.forPlan().read(bytes)
  }
}

/// A calendar's start and the same lines again and again, without an end.
private func lines(_ text: String, count: Int) -> String {
  "BEGIN:VCALENDAR\n" + Array(repeating: text, count: count).joined(separator: "\n")
}

private func folded(_ text: String) -> String {
  text.replacing(",", with: ",\r\n ")
}

private func error(
  _ reason: ICalendarError.Reason, _ line: Int, _ column: Int = 1
) -> ICalendarError {
  ICalendarError(
    reason: reason, position: SourcePosition(file: "hall.ics", line: line, column: column))
}

/// Where the words at fault begin, found by looking for them; 1 where the whole line is wrong.
private func column(of reason: ICalendarError.Reason, in line: String) -> Int {
  switch reason {
  case .unreadable(_, let words), .endsBeforeItStarts(_, let words), .unreadableRule(let words),
    .subDailyRule(let words):
    let start = words.isEmpty ? line.endIndex : line.firstRange(of: words)?.lowerBound
    return start.map { line.distance(from: line.startIndex, to: $0) + 1 } ?? 0
  case .unknownZone(let name):
    let start = line.firstRange(of: "=\(name)")?.upperBound
    return start.map { line.distance(from: line.startIndex, to: $0) + 1 - name.count } ?? 0
  default: return 1
  }
}
