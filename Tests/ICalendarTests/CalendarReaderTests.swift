import Clocks
import Testing

@testable import ICalendar

@Suite struct `Reading a calendar` {
  @Test func `copies what an event says`() throws {
    let text = calendar(
      event: "UID:a@b", "SUMMARY:消防\\, 疏散\\;\\n演练\\\\", "CATEGORIES:DRILL,a\\,b",
      "CATEGORIES: third ", "STATUS:CANCELLED", "TRANSP:transparent",
      "DTSTART;TZID=Asia/Shanghai:20240616T090000", "DTEND;TZID=Asia/Shanghai:20240616T103000")

    let reading = try CalendarReader.forPlan().read(text)

    #expect(reading.warnings == [])
    #expect(
      reading.events == [
        ImportedEvent(
          uid: "a@b", summary: "消防, 疏散;\n演练\\", categories: ["DRILL", "a,b", "third"],
          isCancelled: true, isTransparent: true, line: 3,
          occurrences: [
            .timed(
              start: CalendarTime(date: try CalendarDate("20240616"), secondOfDay: 32_400),
              end: CalendarTime(date: try CalendarDate("20240616"), secondOfDay: 37_800))
          ])
      ])
  }

  @Test(arguments: [
    (["DTSTART;VALUE=DATE:20240616"], "20240616"),
    (["DTSTART:20240616"], "20240616"),
    (["DTSTART;VALUE=DATE:20240616", "DTEND;VALUE=DATE:20240617"], "20240616"),
    (["DTSTART;VALUE=DATE:20240616", "DTEND;VALUE=DATE:20240616"], "20240616"),
    (["DTSTART;VALUE=DATE:20240616", "DTEND;VALUE=DATE:20240619"], "20240616-20240618"),
    (["DTSTART;VALUE=DATE:20240616", "DURATION:P2D"], "20240616-20240617"),
    (["DTSTART;VALUE=DATE:20240616", "DURATION:P1W"], "20240616-20240622"),
    (["DTSTART;VALUE=DATE:20240616", "DURATION:PT25H"], "20240616-20240617"),
    (["DTSTART:20240616T090000"], "20240616T090000-20240616T090000"),
    (["DTSTART:20240616T090000", "DURATION:PT1H30M"], "20240616T090000-20240616T103000"),
    (["DTSTART:20240616T230000", "DURATION:P1DT2H"], "20240616T230000-20240618T010000"),
    (["DTSTART:20240616T090000Z", "DURATION:PT1H"], "20240616T170000-20240616T180000"),
    (["dtstart;tzid=\"Asia/Tokyo\":20240616T090000"], "20240616T080000-20240616T080000"),
    (["DTSTART:20240616T235960", "DURATION:PT1S"], "20240616T235959-20240617T000000"),
    // Into and out of the window.
    (["DTSTART;VALUE=DATE:20240501", "DTEND;VALUE=DATE:20240602"], "20240501-20240601"),
    (["DTSTART;VALUE=DATE:20240501", "DTEND;VALUE=DATE:20240601"], ""),
    (["DTSTART;VALUE=DATE:20240701"], ""),
    (["DTSTART:20240531T230000", "DURATION:PT1H"], ""),
    (["DTSTART:20240531T230000", "DURATION:PT1H1S"], "20240531T230000-20240601T000001"),
    (["DTSTART:20240601T000000"], "20240601T000000-20240601T000000"),
    (["DTSTART:20240630T235959", "DURATION:PT1H"], "20240630T235959-20240701T005959"),
    (["DTSTART:20240630T160000Z"], ""),
    // A day by the calendar is not always 24 hours.
    (
      ["DTSTART;TZID=America/New_York:20240531T200000", "DURATION:P1D"],
      "20240601T080000-20240602T080000"
    ),
  ])
  func `finds when an event is`(lines: [String], expected: String) throws {
    let text = calendar(lines: ["BEGIN:VEVENT"] + lines + ["END:VEVENT"])

    let reading = try CalendarReader.forPlan().read(text)

    #expect(reading.warnings == [])
    #expect(reading.texts.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("DURATION:P1D", "20240309T120000-20240310T120000"),
    ("DTEND;TZID=America/New_York:20240310T120000", "20240309T120000-20240310T120000"),
    ("DURATION:PT24H", "20240309T120000-20240310T130000"),
  ])
  func `knows a day of 23 hours`(line: String, expected: String) throws {
    let reader = try CalendarReader.forPlan(zone: "America/New_York", "20240301", "20240331")

    let reading = try reader.read(
      calendar(event: "DTSTART;TZID=America/New_York:20240309T120000", line))

    #expect(reading.texts == [expected])
  }

  @Test func `takes occurrences out that other events replace`() throws {
    let text = calendar(lines: [
      "BEGIN:VEVENT", "UID:1", "DTSTART;TZID=Asia/Shanghai:20240603T090000", "DURATION:PT1H",
      "RRULE:FREQ=DAILY;COUNT=4", "END:VEVENT",
      "BEGIN:VEVENT", "UID:1", "RECURRENCE-ID:20240604T010000Z",
      "DTSTART;TZID=Asia/Shanghai:20240610T140000", "DURATION:PT2H", "END:VEVENT",
      "BEGIN:VEVENT", "UID:1", "RECURRENCE-ID;TZID=Asia/Shanghai:20240605T090000",
      "DTSTART;TZID=Asia/Shanghai:20240605T090000", "STATUS:CANCELLED", "END:VEVENT",
      "BEGIN:VEVENT", "UID:2", "RECURRENCE-ID;TZID=Asia/Shanghai:20240606T090000",
      "DTSTART;TZID=Asia/Shanghai:20240606T100000", "END:VEVENT",
    ])

    let events = try CalendarReader.forPlan().read(text).events

    #expect(
      events.map { $0.occurrences.map(\.text) } == [
        ["20240603T090000-20240603T100000", "20240606T090000-20240606T100000"],
        ["20240610T140000-20240610T160000"],
        ["20240605T090000-20240605T090000"],
        ["20240606T100000-20240606T100000"],
      ])
    #expect(events.map(\.isCancelled) == [false, false, true, false])
  }

  @Test(arguments: [
    ("RECURRENCE-ID;VALUE=DATE:20240604", "DTSTART;VALUE=DATE:20240603"),
    ("RECURRENCE-ID:20240604T000000", "DTSTART;VALUE=DATE:20240603"),
    ("RECURRENCE-ID;VALUE=DATE:20240604", "DTSTART:20240603T090000"),
  ])
  func `takes a day for its occurrence`(replaced: String, start: String) throws {
    let text = calendar(lines: [
      "BEGIN:VEVENT", "UID:1", replaced, "DTSTART:20240620T090000", "END:VEVENT",
      "BEGIN:VEVENT", "UID:1", start, "RRULE:FREQ=DAILY;COUNT=3", "END:VEVENT",
    ])

    let events = try CalendarReader.forPlan().read(text).events

    #expect(events.last?.occurrences.map { $0.startText.prefix(8) } == ["20240603", "20240605"])
  }

  @Test func `gives an extra period its own length`() throws {
    let text = calendar(
      event: "DTSTART:20240603T090000", "DURATION:PT1H",
      "RDATE;VALUE=PERIOD:20240605T090000/PT2H,20240606T090000/20240606T120000",
      "RDATE:20240604T090000")

    #expect(
      try CalendarReader.forPlan().read(text).texts == [
        "20240603T090000-20240603T100000", "20240604T090000-20240604T100000",
        "20240605T090000-20240605T110000", "20240606T090000-20240606T120000",
      ])
  }

  @Test func `counts once what two rules and an extra date say`() throws {
    let text = calendar(
      event: "DTSTART;VALUE=DATE:20240603", "RRULE:FREQ=WEEKLY;COUNT=2",
      "RDATE;VALUE=DATE:20240601",
      "RRULE:FREQ=DAILY;INTERVAL=7;COUNT=3", "RDATE;VALUE=DATE:20240610")

    #expect(
      try CalendarReader.forPlan().read(text).texts == [
        "20240601", "20240603", "20240610", "20240617",
      ])
  }

  @Test func `takes the busy periods of a VFREEBUSY`() throws {
    let text = calendar(lines: [
      "BEGIN:VFREEBUSY", "UID:fb", "DTSTART:20240601T000000Z", "DTEND:20240701T000000Z",
      "FREEBUSY:20240610T010000Z/PT1H,20240609T010000Z/20240609T030000Z",
      "FREEBUSY;FBTYPE=FREE:20240611T010000Z/PT1H",
      "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20240612T010000Z/PT1H",
      "FREEBUSY:20240710T010000Z/PT1H", "END:VFREEBUSY",
    ])

    let reading = try CalendarReader.forPlan().read(text)

    #expect(reading.events.map(\.uid) == ["fb"])
    #expect(
      reading.texts == [
        "20240609T090000-20240609T110000", "20240610T090000-20240610T100000",
        "20240612T090000-20240612T100000",
      ])
  }

  @Test func `imports holiday-cn`() throws {
    let reading = try CalendarReader.forPlan("20240501").read(fixture("holiday-cn.ics"))

    #expect(reading.warnings == [])
    #expect(reading.events.map(\.summary) == ["劳动节(休)", "劳动节(班)", "端午节(休)"])
    #expect(reading.texts == ["20240501-20240505", "20240511", "20240610"])
    #expect(reading.events.map(\.line) == [14, 22, 29])
  }

  @Test func `reads every calendar of a file, each with its own zone`() throws {
    let tokyo = [
      "BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:20240616T090000", "END:VEVENT",
      "X-WR-TIMEZONE:Asia/Tokyo", "END:VCALENDAR", "",
    ]
    let plain = calendar(event: "DTSTART:20240616T090000")

    let reading = try CalendarReader.forPlan().read(
      plain + tokyo.joined(separator: "\r\n") + plain)

    #expect(reading.warnings == [])
    #expect(
      reading.events.flatMap { $0.occurrences.map(\.startText) } == [
        "20240616T090000", "20240616T080000", "20240616T090000",
      ])
  }

  /// Work that grows with the square would take hours.
  @Test(.timeLimit(.minutes(2)))
  func `reads a hundred thousand events in linear time`() throws {
    let event = "BEGIN:VEVENT\nUID:1\nDTSTART:20240616T090000\nRRULE:FREQ=MONTHLY\nEND:VEVENT\n"
    let other = "BEGIN:VEVENT\nUID:1\nDTSTART:20240616\nRECURRENCE-ID:20240617\nEND:VEVENT\n"
    let text =
      "BEGIN:VCALENDAR\n" + String(repeating: event + other, count: 50_000) + "END:VCALENDAR\n"

    let reading = try CalendarReader.forPlan().read(text)

    #expect(reading.events.count == 100_000)
    #expect(reading.texts.count == 100_000)
  }
}
