import Drills
import Foundation
import SourceText
import Testing

@testable import Workspace

/// The holidays of 2023 to 2026 as the State Council announced them, written down for these tests.
private enum Announced {
  static let off: [(String, String, String)] = [
    ("元旦", "2022-12-31", "2023-01-02"), ("春节", "2023-01-21", "2023-01-27"),
    ("清明节", "2023-04-05", "2023-04-05"), ("劳动节", "2023-04-29", "2023-05-03"),
    ("端午节", "2023-06-22", "2023-06-24"), ("中秋节、国庆节", "2023-09-29", "2023-10-06"),
    ("元旦", "2024-01-01", "2024-01-01"), ("春节", "2024-02-10", "2024-02-17"),
    ("清明节", "2024-04-04", "2024-04-06"), ("劳动节", "2024-05-01", "2024-05-05"),
    ("端午节", "2024-06-10", "2024-06-10"), ("中秋节", "2024-09-15", "2024-09-17"),
    ("国庆节", "2024-10-01", "2024-10-07"), ("元旦", "2025-01-01", "2025-01-01"),
    ("春节", "2025-01-28", "2025-02-04"), ("清明节", "2025-04-04", "2025-04-06"),
    ("劳动节", "2025-05-01", "2025-05-05"), ("端午节", "2025-05-31", "2025-06-02"),
    ("国庆节、中秋节", "2025-10-01", "2025-10-08"), ("元旦", "2026-01-01", "2026-01-03"),
    ("春节", "2026-02-15", "2026-02-23"), ("清明节", "2026-04-04", "2026-04-06"),
    ("劳动节", "2026-05-01", "2026-05-05"), ("端午节", "2026-06-19", "2026-06-21"),
    ("中秋节", "2026-09-25", "2026-09-27"), ("国庆节", "2026-10-01", "2026-10-07"),
  ]

  static let work: [(String, String)] = [
    ("春节", "2023-01-28"), ("春节", "2023-01-29"), ("劳动节", "2023-04-23"), ("劳动节", "2023-05-06"),
    ("端午节", "2023-06-25"), ("国庆节", "2023-10-07"), ("国庆节", "2023-10-08"),
    ("春节", "2024-02-04"), ("春节", "2024-02-18"), ("清明节", "2024-04-07"), ("劳动节", "2024-04-28"),
    ("劳动节", "2024-05-11"), ("中秋节", "2024-09-14"), ("国庆节", "2024-09-29"),
    ("国庆节", "2024-10-12"), ("春节", "2025-01-26"), ("春节", "2025-02-08"),
    ("劳动节", "2025-04-27"), ("国庆节", "2025-09-28"), ("国庆节", "2025-10-11"),
    ("元旦", "2026-01-04"), ("春节", "2026-02-14"), ("春节", "2026-02-28"), ("劳动节", "2026-05-09"),
    ("国庆节", "2026-09-20"), ("国庆节", "2026-10-10"),
  ]

  static func holidays(in year: Int) throws -> Set<Day> {
    Set(
      try off.flatMap { _, first, last in try days(first, last) }
        .filter { $0.components.year == year })
  }

  static func workdays(in year: Int) throws -> Set<Day> {
    Set(try work.map { try day($0.1) }.filter { $0.components.year == year })
  }
}

/// A way in which some program writes the holidays.
private struct Habit: Sendable, CustomTestStringConvertible {
  let testDescription: String
  var head: [String] = []
  /// The lines of an event that makes days free, by its name, first day and the day after the last.
  let off: @Sendable (String, Day, Day) -> [String]
  /// The lines of an event that makes a day a working day.
  let work: @Sendable (String, Day) -> [String]
  /// What the file has beside them.
  var others: [String] = []

  init(
    _ name: String, head: [String] = [], others: [String] = [],
    off: @escaping @Sendable (String, Day, Day) -> [String],
    work: @escaping @Sendable (String, Day) -> [String]
  ) {
    testDescription = name
    self.head = head
    self.others = others
    self.off = off
    self.work = work
  }

  func file() throws -> String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0"] + head
    var number = 0
    func add(_ event: [String]) {
      number += 1
      lines += ["BEGIN:VEVENT", "UID:\(number)@x"] + event + ["END:VEVENT"]
    }
    for (name, first, last) in Announced.off { add(off(name, try day(first), try day(last) + 1)) }
    for (name, only) in Announced.work { add(work(name, try day(only))) }
    lines += others
    return (lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
  }
}

extension Day {
  /// `20240610`.
  fileprivate var compact: String { description.filter { $0 != "-" } }
}

private func allDay(_ first: Day, _ end: Day) -> [String] {
  ["DTSTART;VALUE=DATE:\(first.compact)", "DTEND;VALUE=DATE:\(end.compact)"]
}

private func titled(_ name: String, _ title: @escaping @Sendable (String) -> String) -> Habit {
  Habit(
    name, off: { allDay($1, $2) + ["SUMMARY:\($0)"] },
    work: { allDay($1, $1 + 1) + ["SUMMARY:" + title($0)] })
}

private let titles: [(String, @Sendable (String) -> String)] = [
  ("班 after it in brackets", { "\($0)（班）" }), ("班 in half-width brackets", { "\($0)(班)" }),
  ("班 in front", { "(班)\($0)" }), ("班 in lenticular brackets in front", { "【班】\($0)" }),
  ("班 in square brackets", { "\($0)[班]" }), ("班 before a bar", { "班｜\($0)" }),
  ("班 after a dot", { "\($0)·班" }), ("班 with a bell", { "\($0)(班)🔔" }),
  ("班 after a blank", { "\($0) 班" }), ("补班", { "\($0)补班" }),
  ("补班 and a count", { "\($0) 补班 第1天/共2天" }), ("调休 in brackets", { "\($0)（调休）" }),
  ("补 in brackets", { "\($0)（补）" }), ("调休工作日", { "\($0)调休工作日" }),
  ("调休上班", { "\($0)调休上班" }), ("上班", { "\($0)上班" }), ("Working Day", { _ in "Working Day" }),
  ("Special Working Day", { "Special Working Day (\($0))" }),
]

private let habits: [Habit] =
  titles.map { titled($0.0, $0.1) } + [
    Habit(
      "holiday-cn: no PRODID, a day an event, DTSTAMP as a date",
      off: { name, first, end in
        allDay(first, end) + ["DTSTAMP;VALUE=DATE:20231025", "SUMMARY:\(name)假期"]
      },
      work: { allDay($1, $1 + 1) + ["DTSTAMP;VALUE=DATE:20231025", "SUMMARY:\($0)补班"] }),
    Habit(
      "timed make-up days and midnights",
      off: {
        ["DTSTART:\($1.compact)T000000", "DTEND:\($2.compact)T000000", "SUMMARY:「\($0) 假期」"]
      },
      work: {
        ["DTSTART:\($1.compact)T090000", "DTEND:\($1.compact)T180000", "SUMMARY:\($0) 补班 第1天"]
      }),
    Habit(
      "Outlook",
      off: {
        [
          "DTSTART;TZID=China Standard Time:\($1.compact)T000000",
          "DTEND;TZID=China Standard Time:\($2.compact)T000000",
          "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "SUMMARY:\($0)",
        ]
      },
      work: {
        [
          "DTSTART;TZID=China Standard Time:\($1.compact)T000000",
          "DTEND;TZID=China Standard Time:\(($1 + 1).compact)T000000",
          "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "SUMMARY:\($0)调休", "CATEGORIES:调休,Business Day",
        ]
      }),
    Habit(
      "midnight in UTC",
      off: {
        [
          "DTSTART:\(($1 + -1).compact)T160000Z", "DTEND:\(($2 + -1).compact)T160000Z",
          "SUMMARY:\($0)",
        ]
      },
      work: {
        [
          "DTSTART:\(($1 + -1).compact)T160000Z", "DTEND:\($1.compact)T160000Z",
          "SUMMARY:\($0)", "CATEGORIES:Working Day",
        ]
      }),
    Habit(
      "a duration in days and CATEGORIES",
      off: {
        [
          "DTSTART;VALUE=DATE:\($1.compact)", "DURATION:P\($2 - $1)D", "SUMMARY:\($0)",
          "CATEGORIES:HOLIDAY",
        ]
      },
      work: {
        ["DTSTART;VALUE=DATE:\($1.compact)", "SUMMARY:\($0)", "CATEGORIES:makeup-workday"]
      }),
    Habit(
      "Apple, with festivals beside",
      others: [
        "BEGIN:VEVENT", "UID:f1", "DTSTART;VALUE=DATE:20240621", "SUMMARY:夏至", "END:VEVENT",
        "BEGIN:VEVENT", "UID:f2", "DTSTART;VALUE=DATE:20250511", "RRULE:FREQ=YEARLY",
        "SUMMARY:母亲节", "END:VEVENT",
      ],
      off: { allDay($1, $2) + ["SUMMARY:\($0)（休）", "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY"] },
      work: { allDay($1, $1 + 1) + ["SUMMARY:\($0)（班）", "X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY"] }),
    Habit(
      "one event with RDATEs",
      off: { name, first, end in
        let rest = (first..<end).dropFirst().map(\.compact).joined(separator: ",")
        return ["DTSTART;VALUE=DATE:\(first.compact)", "SUMMARY:\(name)"]
          + (rest.isEmpty ? [] : ["RDATE;VALUE=DATE:\(rest)"])
      },
      work: { allDay($1, $1 + 1) + ["SUMMARY:\($0) 班"] }),
    Habit(
      "a daily rule that ends in UTC",
      off: { name, first, end in
        [
          "DTSTART;VALUE=DATE:\(first.compact)", "SUMMARY:\(name)",
          "RRULE:FREQ=DAILY;UNTIL=\((end + -1).compact)T235959Z",
        ]
      },
      work: { allDay($1, $1 + 1) + ["SUMMARY:\($0)-班"] }),
  ]

@Suite struct `Holiday calendars` {
  @Test(arguments: habits)
  fileprivate func `give the announced days of 2023 to 2026 in whatever way they are written`(
    habit: Habit
  ) throws {
    let file = try habit.file()
    for year in 2023...2026 {
      let reading = try reading(
        after: .write("own.ics", file),
        .replace(
          "plan.yaml", "2024-06-01, to: 2024-06-30", with: "\(year)-06-01, to: \(year)-06-30"),
        .replace("plan.yaml", "    dates: 2024-05-31\n", with: ""),
        .replace("plan.yaml", "2024-06-07..2024-06-09", with: "\(year)-06-07..\(year)-06-09"),
        .replace("plan.yaml", "2024-05-31..2024-06-30", with: "\(year)-05-31..\(year)-06-30"),
        .replace("plan.yaml", "../holidays.ics", with: "own.ics"))
      #expect(reading.errors == [])
      let kinds = try #require(reading.program?.dayKinds)
      let holidays = kinds.holidays.filter { $0.components.year == year && kinds.isHoliday($0) }
      #expect(holidays == (try Announced.holidays(in: year)), "\(year)")
      #expect(
        kinds.makeUpWorkdays.filter { $0.components.year == year }
          == (try Announced.workdays(in: year)), "\(year)")
      #expect(
        reading.warnings.filter { $0.position.file == "own.ics" } == [], "\(year)")
    }
  }

  @Test(arguments: [2024, 2025, 2026])
  func `are built in as announced`(year: Int) throws {
    let marks = StateHolidays.marks
    #expect(
      marks.holidays.filter { $0.components.year == year } == (try Announced.holidays(in: year)))
    #expect(
      marks.makeUpWorkdays.filter { $0.components.year == year }
        == (try Announced.workdays(in: year)))
  }

  @Test(arguments: [
    "今天不上班", "放假不上班", "国庆值班", "加班", "端午节", "劳动节 休", "「春节 假期」 共8天", "开班", "培训班", "班级活动",
    "国庆节调休放假", "不补班", "Non-working day", "上海电影节", "补水日", "International Workers' Day",
  ])
  func `make no working day of titles that deny it`(title: String) {
    #expect(!MakeUpTitle(title).saysSo)
  }
}
