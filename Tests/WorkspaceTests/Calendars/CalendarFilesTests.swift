import SourceText
import Drills
import Testing

@testable import Workspace

@Suite struct `Calendars of a plan` {
  @Test func `give holidays and make-up working days`() throws {
    let kinds = try program().dayKinds
    let holidays = [
      "05-01", "05-02", "05-03", "05-04", "05-05", "06-08", "06-09", "06-10", "06-24",
    ]
    let workdays = ["05-11", "06-15", "06-22", "06-23", "06-29"]
    #expect(kinds.holidays == Set(try holidays.map { try day("2024-\($0)") }))
    #expect(kinds.makeUpWorkdays == Set(try workdays.map { try day("2024-\($0)") }))
  }

  @Test func `give closures, split by day and rounded outward`() throws {
    let closures = try program().closures.dropFirst()
    #expect(closures.allSatisfy { $0.venues == ["hall"] })
    #expect(
      closures.map(\.text) == [
        "2024-06-12..2024-06-12 [\"20:00-24:00\"] 文艺汇演",
        "2024-06-13..2024-06-13 [] 文艺汇演",
        "2024-06-14..2024-06-14 [\"00:00-01:31\"] 文艺汇演",
        "2024-06-20..2024-06-21 [] 检修",
        "2024-06-04..2024-06-04 [\"09:00-10:00\"] 例会",
        "2024-06-11..2024-06-11 [\"09:00-10:00\"] 例会",
        "2024-06-18..2024-06-18 [\"09:00-10:00\"] 例会",
      ])
  }

  /// Ten thousand occurrences, each over all days of the plan, would else be closed one by one.
  @Test func `close once what several occurrences close`() throws {
    let program = try program(
      after: .replace(
        "hall.ics", "DTSTART;TZID=Asia/Shanghai:20240604T090000", with: "DTSTART:19900604T010000Z"),
      .replace(
        "hall.ics", "DTEND;TZID=Asia/Shanghai:20240604T100000", with: "DTEND:20240703T020000Z"),
      .replace("hall.ics", "FREQ=WEEKLY;COUNT=3", with: "FREQ=DAILY;COUNT=10000"),
      .replace(
        "hall.ics", "DTEND;VALUE=DATE:20240622",
        with: "DTEND;VALUE=DATE:20240622\r\nRRULE:FREQ=DAILY;COUNT=3"))

    #expect(
      program.closures.dropFirst().dropFirst(3).map(\.text) == [
        "2024-06-20..2024-06-23 [] 检修", "2024-05-31..2024-06-30 [] 例会",
      ])
  }

  @Test func `may have holidays that overlap`() throws {
    let program = try program(
      after: .replace("hall.ics", "SUMMARY:检修", with: "RRULE:FREQ=DAILY;COUNT=3\r\nSUMMARY:检修"),
      .replace(
        "plan.yaml", "file: hall.ics, as: closure, venues: [hall]",
        with: "file: hall.ics, as: holidays"))

    #expect(
      program.dayKinds.holidays.isSuperset(
        of: try ["20", "21", "22", "23"].map { try day("2024-06-\($0)") }))
  }

  @Test func `close nothing outside the plan's dates`() throws {
    let program = try program(
      after: .replace("plan.yaml", "to: 2024-06-30", with: "to: 2024-06-13"))
    let last = program.closures.compactMap { $0.dates?.bounds?.upperBound }.max()
    #expect(last == (try day("2024-06-13")))
  }

  @Test func `give their own reason if the plan says one`() throws {
    let program = try program(
      after: .replace("plan.yaml", "venues: [hall] }", with: "venues: [hall], reason: 礼堂占用 }"))
    #expect(Set(program.closures.dropFirst().map(\.reason)) == ["礼堂占用"])
  }

  @Test func `warn of an event that cannot be read, with its line, and give the rest`() throws {
    let reading = try reading(
      after: .replace(
        "hall.ics", "DTSTART;VALUE=DATE:20240620", with: "DTSTART;VALUE=DATE:20240631"))
    #expect(reading.program?.closures.count == 7)
    #expect(
      reading.warnings.map(\.position) == [SourcePosition(file: "hall.ics", line: 14, column: 20)])
  }

  @Test func `may be one for several scopes`() throws {
    let program = try program(
      after: .replace(
        "plan.yaml", "venues: [hall] }\n",
        with: "venues: [hall] }\n  - { file: hall.ics, as: closure, teams: fire-1 }\n"))
    #expect(program.closures.count == 15)
  }
}

extension Closure {
  fileprivate var text: String {
    let days = dates.map { "\($0.ranges[0].lowerBound)..\($0.ranges[0].upperBound)" }
    return "\(days ?? "") \(hours.map(\.description)) \(reason)"
  }
}
