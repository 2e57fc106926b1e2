import SourceText
import Drills
import Testing

@testable import Workspace

private typealias Reason = WorkspaceError.Reason

@Suite struct `A date` {
  @Test func `is one day, or a range with both ends in it`() throws {
    #expect(try readDayRange("2024-06-16") == (try days("2024-06-16", "2024-06-16")))
    #expect(
      try readDayRange("2024-06-07 .. 2024-06-09") == (try days("2024-06-07", "2024-06-09")))
  }

  @Test(arguments: [
    ("2024-06-31", 30), ("2023-02-29", 28), ("2024-02-30", 29), ("2024-13-01", nil),
    ("0000-01-01", nil),
  ])
  func `must exist`(text: String, days: Int?) {
    #expect(throws: Reason.noSuchDate(text, daysInMonth: days)) { try readDay(text) }
  }

  @Test(arguments: [
    ("2024/6/1", "2024-06-01"), ("2024.06.01", "2024-06-01"), ("2024年6月1日", "2024-06-01"),
    ("20240601", "2024-06-01"), ("2024-6-1", "2024-06-01"), ("２０２４-06-01", "2024-06-01"),
    ("6月1日", nil), ("soon", nil),
  ])
  func `written otherwise is refused, with what was meant`(text: String, near: String?) {
    #expect(throws: Reason.notADate(text, near: near)) { try readDay(text) }
  }

  @Test func `may not run backwards, nor for years`() {
    #expect(throws: Reason.backwards("2024-06-02..2024-06-01")) {
      try readDayRange("2024-06-02..2024-06-01")
    }
    #expect(throws: Reason.tooManyDays(1462, most: 1100)) {
      try readDayRange("2024-01-01..2028-01-01")
    }
  }
}

@Suite struct `Hours` {
  @Test(arguments: [
    ("08:00-12:00", [HourRange(start: 480, end: 720)]),
    (
      "08:00-12:00;14:00-24:00",
      [HourRange(start: 480, end: 720), HourRange(start: 840, end: 1440)]
    ),
    (
      "08:00 - 12:00；14:00-18:00、19:00-20:00",
      [
        HourRange(start: 480, end: 720), HourRange(start: 840, end: 1080),
        HourRange(start: 1140, end: 1200),
      ]
    ),
    ("00:00-00:01", [HourRange(start: 0, end: 1)]),
  ])
  func `are ranges`(text: String, ranges: [HourRange]) throws {
    #expect(try readHours(text) == ranges)
  }

  @Test(arguments: [
    ("8:00-12:00", "08:00-12:00"), ("08：00-12：00", "08:00-12:00"), ("08:00~12:00", "08:00-12:00"),
    ("08:00至12:00", "08:00-12:00"), ("8-12", "08:00-12:00"), ("08:00", nil), ("08:00-25:00", nil),
    ("08:60-12:00", nil), ("morning", nil), ("24:30-24:40", nil), ("08:00-12:00-14:00", nil),
    ("-", nil),
  ])
  func `written otherwise are refused, with what was meant`(text: String, near: String?) {
    #expect(throws: Reason.notHours(text, near: near)) { try readHours(text) }
  }

  @Test(arguments: ["12:00-08:00", "12:00-12:00", "22:00-02:00"])
  func `end after they start`(text: String) {
    #expect(throws: Reason.backwards(text)) { try readHours(text) }
  }

  @Test func `of nothing are none`() {
    #expect(throws: Reason.notHours(";", near: nil)) { try readHours(";") }
  }
}

@Suite struct `A duration` {
  @Test(arguments: [
    ("90min", Requirement.Duration.minutes(90)), ("2h", .minutes(120)), ("1h30min", .minutes(90)),
    ("23h59min", .minutes(1439)), ("1min", .minutes(1)), ("all-day", .allDay), ("全天", .allDay),
  ])
  func `has minutes, hours or both`(text: String, duration: Requirement.Duration) throws {
    #expect(try readDuration(text) == duration)
  }

  @Test(arguments: [
    ("90", "90min"), ("1.5h", nil), ("2小时", "2h"), ("1个小时30分钟", "1h30min"), ("30m", "30min"),
    ("2H", "2h"), ("1h 30min", "1h30min"), ("0min", nil), ("", nil), ("min", nil), ("30min1h", nil),
    ("-5min", nil),
    ("9999999min", nil),
  ])
  func `written otherwise is refused, with what was meant`(text: String, near: String?) {
    #expect(throws: Reason.notADuration(text, near: near)) { try readDuration(text) }
  }

  @Test(arguments: ["24h", "1440min", "23h60min", "48h"])
  func `of a day or more is refused`(text: String) {
    #expect(throws: Reason.wholeDayOrLonger(text)) { try readDuration(text) }
  }

  @Test(arguments: [
    ("1min", 1), ("15min", 15), ("20min", 20), ("1h", 60), ("2h", 120), ("24h", 1440),
  ])
  func `of a grid divides the hour or is a multiple of it`(text: String, minutes: Int) throws {
    #expect(try readGrid(text) == minutes)
  }

  @Test(arguments: ["25min", "45min", "90min", "1h30min", "25h"])
  func `of any other grid is refused`(text: String) {
    #expect(throws: Reason.wrongGrid(text)) { try readGrid(text) }
  }
}

@Suite struct `A number` {
  @Test(arguments: [
    ("200", Requirement.Participants.number(200)), ("0", .number(0)),
    ("3%", .share(numerator: 3, denominator: 100)),
    ("2.5%", .share(numerator: 25, denominator: 1000)),
    ("0.125%", .share(numerator: 125, denominator: 100_000)),
    ("100%", .share(numerator: 100, denominator: 100)),
  ])
  func `of people may be an exact share`(text: String, people: Requirement.Participants) throws {
    #expect(try readParticipants(text) == people)
  }

  @Test(arguments: ["101%", "-3%", "3,5%", ".5%", "5.%", "%", "1.2345678%", "1.2.3%", "1000%"])
  func `that is no percentage is refused`(text: String) {
    #expect(throws: Reason.notAPercentage(text)) { try readParticipants(text) }
  }

  @Test(arguments: [
    ("8,200", "8200"), ("8 200", "8200"), ("８２００", "8200"), ("60分钟", "60"), ("+5", nil),
    ("1.5", nil),
    ("many", nil), ("1e3", "1"),
  ])
  func `that is not whole is refused`(text: String, near: String?) {
    #expect(throws: Reason.notAWholeNumber(text, near: near)) {
      try readInteger(text, in: 0...9999)
    }
  }

  @Test(arguments: ["10000", "-1", "99999999999999999999"])
  func `out of its range is refused`(text: String) {
    #expect(throws: Reason.outOfRange(text, 0...9999)) { try readInteger(text, in: 0...9999) }
  }

  @Test func `of degrees is a decimal within the globe`() throws {
    #expect(try readDegrees("-41.7", most: 90) == -41.7)
    #expect(throws: Reason.notADegree("90.1", most: 90)) { try readDegrees("90.1", most: 90) }
    for text in ["nan", "inf", "0x10", "41°42′", "1e1", "4-1", ""] {
      #expect(throws: Reason.notANumber(text, near: nil)) { try readDegrees(text, most: 90) }
    }
  }
}

@Suite struct `Days` {
  private func days(_ texts: String...) -> (DayRule?, [WorkspaceError.Reason]) {
    let findings = Findings()
    let position = SourcePosition(file: "plan.yaml")
    let rule = readDays(texts.map { Written(text: $0, position: position) }, findings)
    return (rule, findings.errors.map(\.reason))
  }

  @Test func `are a word or weekdays, in either language`() {
    #expect(days("any") == (.any, []))
    #expect(days("任意") == (.any, []))
    #expect(days("工作日") == (.workdays, []))
    #expect(days("weekends") == (.weekends, []))
    #expect(days("周末") == (.weekends, []))
    #expect(days("mon;wed；fri") == (.weekdays([.mon, .wed, .fri]), []))
    #expect(days("周一", "星期二、周日") == (.weekdays([.mon, .tue, .sun]), []))
  }

  @Test func `are refused if mixed`() {
    #expect(days("workdays", "sat") == (nil, [.mixedDays("workdays")]))
    #expect(days("any;weekends") == (nil, [.mixedDays("any")]))
  }

  @Test func `are refused if they are none, each by itself`() {
    #expect(days("mon", "tus", "周八").1.count == 2)
  }
}

@Suite struct `An id` {
  @Test(arguments: ["a", "0", "baita-2024", "1-1", "a--b-"])
  func `is small letters, digits and hyphens`(text: String) throws {
    #expect(try readID(text) == text)
  }

  @Test(arguments: [
    ("-a", nil), ("", nil), ("Baita", "baita"), ("a b", "a-b"), ("a_b.c", "a-b-c"), ("ａ１", "a1"),
    ("社区", nil),
    ("é", nil), ("a/b", nil),
  ])
  func `is nothing else`(text: String, near: String?) {
    #expect(throws: Reason.notAnID(text, near: near)) { try readID(text) }
  }

  @Test(arguments: ["organizer", "departments"])
  func `may not be reserved`(text: String) {
    #expect(throws: Reason.reservedID(text)) { try readID(text) }
  }
}

@Suite struct `A vocabulary` {
  @Test func `takes both languages`() {
    #expect(Community.Kind(word: "urban") == .urban)
    #expect(Community.Kind(word: "农村村庄") == .rural)
    for scenario in Scenario.allCases {
      #expect(Scenario(word: scenario.rawValue) == scenario)
      #expect(Scenario(word: scenario.chinese) == scenario)
    }
    #expect(
      ["周一", "周二", "周三", "周四", "周五", "周六", "周日"].map(Weekday.init(word:)) == Weekday.allCases)
  }

  @Test func `names what may be written, and what was meant`() {
    #expect(
      throws: Reason.notAWord(
        "urben",
        allowed: [
          .init("urban", "城市社区"), .init("rural", "农村村庄"), .init("school", "学校"),
          .init("enterprise", "企业"), .init("hospital", "医院"), .init("department", "部门"),
          .init("other", "其他"),
        ], near: "urban")
    ) { try Community.Kind(written: "urben") }
  }
}
