import Drills
import ICalendar
import SourceText
import Testing

@testable import Workspace

@Suite struct `Days that calendars mark` {
  /// The warnings of a holiday calendar of these events in place of the base workspace's, each with
  /// the line of its event.
  private func warnings(_ events: [String]...) throws -> [String] {
    let reading = try reading(events)
    #expect(reading.errors == [])
    return reading.warnings.filter { $0.position.file == "own.ics" }
      .map { "\($0.position.line) \($0.reason)" }
  }

  private func reading(_ events: [[String]], also edits: Edit...) throws -> WorkspaceReading {
    let workspace = try TemporaryWorkspace()
    try workspace.apply(.write("own.ics", file(events)))
    try workspace.apply(.replace("plan.yaml", "../holidays.ics", with: "own.ics"))
    for edit in edits { try workspace.apply(edit) }
    return workspace.read()
  }

  private func file(_ events: [[String]]) -> String {
    let lines = events.enumerated().flatMap { index, lines in
      ["BEGIN:VEVENT", "UID:\(index)"] + lines + ["END:VEVENT"]
    }
    return (["BEGIN:VCALENDAR"] + lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
  }

  private func allDay(_ day: String, _ title: String) -> [String] {
    ["DTSTART;VALUE=DATE:\(day)", "SUMMARY:\(title)"]
  }

  @Test func `are warned of if they have hours and make no working day`() throws {
    #expect(
      try warnings(
        ["DTSTART:20240612T090000", "DTEND:20240612T100000", "SUMMARY:例会"],
        ["DTSTART:20240616T090000", "DTEND:20240616T180000", "SUMMARY:补班"],
        ["DTSTART:20240610T000000", "DTEND:20240610T235900", "SUMMARY:端午节"],
        ["DTSTART:19990610T090000", "SUMMARY:多年以前"])
        == ["2 timedHoliday(\"例会\")", "14 timedHoliday(\"端午节\")"])
  }

  @Test func `are warned of if a make-up day is a working day already`() throws {
    let tuesday = try day("2024-06-11")
    #expect(
      try warnings(allDay("20240611", "（班）"), allDay("20240615", "（班）"))
        == ["2 makeUpOnWorkday(\(tuesday))"])
    // A holiday in one event and a working day in another of the same file is no mistake of its own.
    #expect(try warnings(allDay("20240611", "端午节"), allDay("20240611", "（班）")) == [])
  }

  @Test(arguments: [
    // A make-up day in words that nobody knows.
    ("20240428", "劳动节换休", true), ("20240615", "周末", true), ("20240609", "端午节", false),
    ("20240608", "端午节", false), ("20240504", "劳动节", false),
    // Nobody knows the state's holidays of that year.
    ("20230617", "周末", false),
  ])
  func `are warned of if a holiday is on a weekend that no state holiday reaches`(
    date: String, title: String, warns: Bool
  ) throws {
    #expect(try warnings(allDay(date, title)).count == (warns ? 1 : 0))
  }

  @Test func `are warned of if they make over forty weekdays of a year free`() throws {
    let daily = [
      "DTSTART;VALUE=DATE:20240701", "SUMMARY:倒计时", "RRULE:FREQ=DAILY;BYDAY=MO,TU;COUNT=",
    ]
    func calendar(_ count: Int) -> [String] { [daily[0], daily[1], daily[2] + "\(count)"] }
    #expect(try warnings(calendar(40)) == [])
    #expect(try warnings(calendar(41)) == ["1 tooManyHolidays(41, year: 2024)"])
  }

  @Test func `are warned of if two sources disagree, and count as working days`() throws {
    let reading = try reading(
      [allDay("20240511", "放假")],
      also: .replace("plan.yaml", "calendars:", with: "holidays: cn\ncalendars:"))
    let day = try day("2024-05-11")
    #expect(
      reading.warnings.filter { $0.position.file == "own.ics" }.map(\.reason)
        == [.holidayOnWeekend(day), .calendarsDisagree(day)].filter { reason in
          reading.warnings.map(\.reason).contains(reason)
        })
    #expect(reading.warnings.map(\.reason).contains(.calendarsDisagree(day)))
    #expect(reading.program?.dayKinds.isWorkday(day) == true)
  }

  @Test func `come from the state's notices if the plan says so`() throws {
    let program = try program(
      after: .replace("plan.yaml", "  - { file: ../holidays.ics, as: holidays }\n", with: ""),
      .replace("plan.yaml", "calendars:", with: "holidays: 中国\ncalendars:"))
    #expect(program.dayKinds.isHoliday(try day("2024-06-10")))
    #expect(program.dayKinds.isWorkday(try day("2024-05-11")))
    #expect(!program.dayKinds.isHoliday(try day("2024-06-24")))
  }

  @Test func `are missed if the state's notices do not reach the plan`() throws {
    let reading = try readingOf(year: 2027)
    #expect(reading.errors == [])
    #expect(reading.warnings.map(\.reason).contains(.noStateHolidays(year: 2027)))
    let known = try readingOf(year: 2026)
    #expect(!known.warnings.map(\.reason).contains(.noStateHolidays(year: 2026)))
  }

  private func readingOf(year: Int) throws -> WorkspaceReading {
    try reading(
      [], also: .replace("plan.yaml", "calendars:", with: "holidays: cn\ncalendars:"),
      .replace("plan.yaml", "2024-06-01, to: 2024-06-30", with: "\(year)-06-01, to: \(year)-06-30"),
      .replace("plan.yaml", "    dates: 2024-05-31\n", with: ""),
      .replace("plan.yaml", "2024-06-07..2024-06-09", with: "\(year)-06-07..\(year)-06-09"))
  }

  @Test func `are missed if there are none at all`() throws {
    let reading = try WorkspaceTests.reading(
      after: .replace("plan.yaml", "  - { file: ../holidays.ics, as: holidays }\n", with: ""))
    #expect(reading.warnings.map(\.reason) == [.noHolidays])
  }
}

@Suite struct `A booking in a zone that nobody knows` {
  private let odd = Edit.replace("hall.ics", "TZID=Asia/Shanghai", with: "TZID=Nowhere")

  @Test func `is an error, since it would open hours that are taken`() throws {
    let reading = try reading(after: odd)
    #expect(reading.program == nil)
    #expect(
      reading.errors.map(\.reason) == [.unknownZoneOfClosure(.unknownZone("Nowhere"))])
    #expect(reading.errors.map(\.position.file) == ["hall.ics"])
  }

  @Test func `is skipped with a warning if the plan says so`() throws {
    let reading = try reading(
      after: odd,
      .replace("plan.yaml", "venues: [hall] }\n", with: "venues: [hall], unknown-zones: skip }\n"))
    #expect(reading.errors == [])
    #expect(reading.warnings.map(\.reason) == [.calendar(.unknownZone("Nowhere"))])
  }

  @Test func `is a warning in a calendar of holidays, which takes no such word`() throws {
    let reading = try reading(
      after: .replace(
        "plan.yaml", "as: holidays }", with: "as: holidays, unknown-zones: skip }"))
    #expect(reading.errors.map(\.reason) == [.scopeOfHolidays(key: "unknown-zones")])
  }
}
