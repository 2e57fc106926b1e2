import SourceText
import Drills
import Testing

@testable import Workspace

@Suite struct `A date` {
  private let june = DateReader(period: Day(number: 19_875)...Day(number: 19_904))

  @Test func `is one day, or a range with both ends in it`() throws {
    let dates = DateReader()
    #expect(try dates.days("2024-06-16") == (try days("2024-06-16", "2024-06-16")))
    for text in [
      "2024-06-07..2024-06-09", "2024-06-07 .. 2024-06-09", "2024-06-07至2024-06-09",
      "2024/6/7-2024/6/9", "2024-06-07—2024-06-09", "2024.6.7～2024.6.9", "2024年6月7日到9日",
      "2024年6月7日至6月9日", "20240607-20240609", "2024-06-07 - 2024-06-09",
    ] {
      #expect(try dates.days(text) == (try days("2024-06-07", "2024-06-09")), "\(text)")
    }
    #expect(try dates.days("2024年12月30日至1月2日") == (try days("2024-12-30", "2025-01-02")))
  }

  @Test(arguments: [
    ("2024-06-31", 30), ("2023-02-29", 28), ("2024-02-30", 29), ("2024-13-01", nil),
    ("0000-01-01", nil), ("2024/6/31", 30), ("20240631", 30),
  ])
  func `must exist`(text: String, days: Int?) {
    #expect(throws: WorkspaceError.Reason.noSuchDate(text, daysInMonth: days)) {
      try DateReader().day(text)
    }
  }

  @Test(arguments: [
    "2024/6/3", "2024.06.03", "2024.6.3", "2024年6月3日", "20240603", "2024-6-3", "２０２４-06-03",
    "2024－6－3", "2024-06-03 00:00:00", "2024/6/3 0:00", "\u{200B}2024-06-03\u{A0}",
    "2024年6月3日（周一）", "2024-06-03 mon", "2024年 6月 3日", "2024年6月3号",
  ])
  func `is read as people and spreadsheets write it`(text: String) throws {
    #expect(try DateReader().day(text) == (try day("2024-06-03")))
  }

  @Test(arguments: [
    ("6月3日", "2024-06-03"), ("6月3号", "2024-06-03"), ("６月３日", "2024-06-03"), ("6/3", "2024-06-03"),
    ("5月31日", "2024-05-31"), ("12月31日", "2023-12-31"), ("7月1日", "2024-07-01"),
    ("6.13", "2024-06-13"), ("6.10", "2024-06-10"), ("6.4", "2024-06-04"), ("6.03", "2024-06-03"),
    ("6月3日星期一", "2024-06-03"),
  ])
  func `has its year from the plan's dates`(text: String, expected: String) throws {
    #expect(try june.day(text) == (try day(expected)))
    #expect(throws: (any Error).self) { try DateReader().day(text) }
  }

  @Test(arguments: [
    ("6.1", "6月1日", "6月10日"), ("6.2", "6月2日", "6月20日"), ("12.3", "12月3日", "12月30日"),
  ])
  func `that a spreadsheet may have cut is refused, naming both`(
    text: String, one: String, other: String
  ) {
    #expect(throws: WorkspaceError.Reason.ambiguous(text, one, other)) { try june.day(text) }
  }

  @Test func `that two years of the plan have is refused, naming both`() throws {
    let long = DateReader(period: try days("2024-01-01", "2025-12-31"))
    #expect(
      throws: WorkspaceError.Reason.ambiguous("6月3日", "2024-06-03", "2025-06-03")
    ) { try long.day("6月3日") }
    #expect(try long.day("6月3日周二") == (try day("2025-06-03")))
  }

  @Test(arguments: [
    ("46175", "2026-06-02"), ("soon", nil), ("2024-06", nil), ("6月", nil), ("2024", nil),
    ("June 3", nil), ("2024-06-03T09:00", nil), ("3", nil), ("", nil), ("2024-06-03-04", nil),
  ])
  func `that is none is refused, with what was meant`(text: String, near: String?) {
    #expect(throws: WorkspaceError.Reason.notADate(text, near: near)) { try june.day(text) }
  }

  @Test func `is refused if its weekday is another`() {
    #expect(throws: WorkspaceError.Reason.otherWeekday("2024-06-03 周二", .mon)) {
      try june.day("2024-06-03 周二")
    }
  }

  @Test func `may not run backwards, nor for years, nor lie far from the plan`() {
    #expect(throws: WorkspaceError.Reason.backwards("2024-06-02..2024-06-01")) {
      try june.days("2024-06-02..2024-06-01")
    }
    #expect(throws: WorkspaceError.Reason.tooManyDays(1462, most: 1100)) {
      try june.days("2024-01-01..2028-01-01")
    }
    for text in ["9999-12-31", "2020-06-01", "2027-07-06"] {
      #expect(throws: WorkspaceError.Reason.farFromPeriod(text, most: 1100)) {
        try june.nearDays(text)
      }
    }
    #expect(throws: Never.self) { try june.nearDays("2027-07-05") }
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
    ("00:00-00:01", [HourRange(start: 0, end: 1)]), ("全天", []), ("all-day", []), ("24小时", []),
  ])
  func `are ranges`(text: String, ranges: [HourRange]) throws {
    #expect(try readHours(text) == ranges)
  }

  @Test(arguments: [
    "8:00-12:00", "08：00-12：00", "08:00~12:00", "08:00至12:00", "8-12", "8：00－12：00", "8点-12点",
    "上午8点至12点", "8时到12时", "8:00—12:00", "08:00——12:00", "０８：００～１２：００", "8:00:00-12:00:00",
    "8:00 am - 12:00", "早上8点到中午12点", "上午8点—12:00", " 8:00 -\u{A0}12:00\u{200B}",
  ])
  func `are read as people write them`(text: String) throws {
    #expect(try readHours(text) == [HourRange(start: 480, end: 720)])
  }

  @Test(arguments: [
    ("下午2点至5点", 840, 1020), ("下午2:00-5:30", 840, 1050), ("2pm-5pm", 840, 1020),
    ("上午9点半-11点45分", 570, 705), ("上午9点-下午3点", 540, 900), ("晚上7点-9点", 1140, 1260),
    ("中午12点-下午1点", 720, 780), ("20:00-24:00", 1200, 1440), ("下午14:00-17:00", 840, 1020),
  ])
  func `keep the half of the day that their start has`(text: String, start: Int, end: Int) throws {
    #expect(try readHours(text) == [HourRange(start: start, end: end)])
  }

  @Test(arguments: [
    "08:00", "08:00-25:00", "08:60-12:00", "morning", "24:30-24:40", "08:00-12:00-14:00", "-",
    "上午13点-14点", "8:5-9:00", "上午", "8:00:30-9:00", "800-1200",
  ])
  func `that are none are refused`(text: String) {
    #expect(throws: WorkspaceError.Reason.notHours(text, near: nil)) { try readHours(text) }
  }

  @Test(arguments: ["12:00-08:00", "12:00-12:00", "22:00-02:00", "上午9点-2点"])
  func `end after they start`(text: String) {
    #expect(throws: WorkspaceError.Reason.backwards(text)) { try readHours(text) }
  }

  @Test func `of nothing are none`() {
    #expect(throws: WorkspaceError.Reason.notHours(";", near: nil)) { try readHours(";") }
  }

  @Test(arguments: [
    ("09:05", 545), ("9:05", 545), ("９：０５", 545), ("9:05:00", 545), ("上午9点5分", 545),
    ("上午9点", 540), ("下午2点半", 870), ("14:28", 868), ("9点一刻", 555), ("2:30 PM", 870),
    ("0:00", 0), ("中午12点", 720),
  ])
  func `begin at a time of day`(text: String, minute: Int) throws {
    #expect(try readClock(text) == minute)
  }

  @Test(arguments: ["9", "24:00", "25:00", "9:5", "上午", "上午12点", "9:05:30", "now", ""])
  func `begin at nothing else`(text: String) {
    #expect(throws: WorkspaceError.Reason.notATime(text, near: nil)) { try readClock(text) }
  }
}

@Suite struct `A duration` {
  @Test(arguments: [
    ("90min", Requirement.Duration.minutes(90)), ("2h", .minutes(120)), ("1h30min", .minutes(90)),
    ("23h59min", .minutes(1439)), ("1min", .minutes(1)), ("all-day", .allDay), ("全天", .allDay),
    ("90分钟", .minutes(90)), ("1.5小时", .minutes(90)), ("1.5h", .minutes(90)),
    ("2小时", .minutes(120)), ("1个小时30分钟", .minutes(90)), ("1小时30分", .minutes(90)),
    ("30m", .minutes(30)), ("2H", .minutes(120)), ("1h 30min", .minutes(90)),
    ("９０分钟", .minutes(90)), ("半小时", .minutes(30)), ("半个小时", .minutes(30)),
    ("1个半小时", .minutes(90)), ("2 hours", .minutes(120)), ("120s", .minutes(2)),
  ])
  func `has hours, minutes or seconds in words of either language`(
    text: String, duration: Requirement.Duration
  ) throws {
    #expect(try readDuration(text) == duration)
  }

  @Test(arguments: [
    ("90", "90min"), ("0min", nil), ("", nil), ("min", nil), ("30min1h", nil), ("-5min", nil),
    ("9999999min", nil), ("90s", nil), ("1.5", nil), ("1.001h", nil), ("h", nil), ("约1小时", nil),
    ("1h1h", nil),
  ])
  func `that is none in whole minutes is refused, with what was meant`(text: String, near: String?)
  {
    #expect(throws: WorkspaceError.Reason.notADuration(text, near: near)) { try readDuration(text) }
  }

  @Test(arguments: ["24h", "1440min", "23h60min", "48h"])
  func `of a day or more is refused`(text: String) {
    #expect(throws: WorkspaceError.Reason.wholeDayOrLonger(text)) { try readDuration(text) }
  }

  @Test(arguments: [
    ("20s", 20), ("20 s", 20), ("20秒", 20), ("5分钟", 300), ("3'40\"", 220), ("3′40″", 220),
    ("3分40秒", 220), ("4m20s", 260), ("0:03:40", 220), ("1h", 3600), ("0s", 0),
  ])
  func `is read to the second where that matters`(text: String, seconds: Int) throws {
    #expect(try readSeconds(text) == seconds)
  }

  @Test func `like a time of day is refused, naming both meanings`() {
    #expect(throws: WorkspaceError.Reason.ambiguous("4:20", "4min20s", "4h20min")) {
      try readSeconds("4:20")
    }
    #expect(throws: WorkspaceError.Reason.notADuration("4:70", near: nil)) {
      try readSeconds("4:70")
    }
  }

  @Test(arguments: [
    ("1min", 1), ("15min", 15), ("20min", 20), ("1h", 60), ("2h", 120), ("24h", 1440),
    ("半小时", 30),
  ])
  func `of a grid divides the hour or is a multiple of it`(text: String, minutes: Int) throws {
    #expect(try readGrid(text) == minutes)
  }

  @Test(arguments: ["25min", "45min", "90min", "1h30min", "25h"])
  func `of any other grid is refused`(text: String) {
    #expect(throws: WorkspaceError.Reason.wrongGrid(text)) { try readGrid(text) }
  }
}

@Suite struct `A number` {
  @Test(arguments: [
    ("200", Requirement.Participants.number(200)), ("0", .number(0)), ("约", nil),
    ("200人", .number(200)), ("3%", .share(numerator: 3, denominator: 100)),
    ("3％", .share(numerator: 3, denominator: 100)), ("３ %", .share(numerator: 3, denominator: 100)),
    ("2.5%", .share(numerator: 25, denominator: 1000)),
    ("0.125%", .share(numerator: 125, denominator: 100_000)),
    ("100%", .share(numerator: 100, denominator: 100)),
  ])
  func `of people may be an exact share`(text: String, people: Requirement.Participants?) throws {
    #expect((try? readParticipants(text)) == people)
  }

  @Test(arguments: ["101%", "-3%", "3,5%", ".5%", "5.%", "%", "1.2345678%", "1.2.3%", "1000%"])
  func `that is no percentage is refused`(text: String) {
    #expect(throws: WorkspaceError.Reason.notAPercentage(text)) { try readParticipants(text) }
  }

  @Test(arguments: [("1", 1.0), ("1%", 1), ("0.5％", 0.5), ("１ %", 1), ("0", 0), ("100%", 100)])
  func `of hundredths has its sign or not`(text: String, percent: Double) throws {
    #expect(try readPercent(text) == percent)
  }

  @Test(arguments: [
    ("8,200", 8200), ("8 200", 8200), ("8\u{A0}200", 8200), ("８２００", 8200), ("８，２００", 8200),
    ("1,234,567", 1_234_567), ("8200人", 8200), ("8200 人", 8200), ("5000.0", 5000), ("+30", 30),
    ("-0", 0), ("0030", 30), ("1.2万", 12_000), ("1.2万人", 12_000), ("3210\u{200B}", 3210),
    ("8'200", 8200), ("8,200.00", 8200),
  ])
  func `is read as people and spreadsheets write it`(text: String, number: Int) throws {
    #expect(try readInteger(text, in: 0...9_999_999, of: .people) == number)
  }

  @Test(arguments: [
    ("6E+03", "6000"), ("1e3", "1000"), ("1.2E+3", "1200"), ("约30", "30"), ("约30人", "30"),
    ("1.39772E+10", nil), ("1.5", nil), ("many", nil), ("0x10", nil), ("50%", nil), ("8,20", nil),
    ("12,34,567", nil), ("1,2345", nil), ("5-6", nil), ("30多人", nil), ("30分钟", nil), ("人", nil),
    ("", nil), ("1.2.3", nil), ("1,234 567", nil),
  ])
  func `that is not whole is refused, and no other value proposed`(text: String, near: String?) {
    #expect(throws: WorkspaceError.Reason.notAWholeNumber(text, near: near)) {
      try readInteger(text, in: 0...9999, of: .people)
    }
  }

  @Test(arguments: ["10000", "-1", "99999999999999999999", "1万", "-5人"])
  func `out of its range is refused`(text: String) {
    #expect(throws: WorkspaceError.Reason.outOfRange(text, 0...9999)) {
      try readInteger(text, in: 0...9999, of: .people)
    }
  }

  @Test(arguments: [
    ("60", 60), ("60分钟", 60), ("60 min", 60), ("1小时", 60), ("1h30min", 90), ("0", 0), ("0.5h", 30),
  ])
  func `of minutes may have its units`(text: String, minutes: Int) throws {
    #expect(try readMinuteCount(text, in: 0...1000) == minutes)
  }

  @Test func `of degrees is a decimal within the globe`() throws {
    #expect(try readDegrees("-41.7", most: 90) == -41.7)
    #expect(try readDegrees("４１.７", most: 90) == 41.7)
    #expect(try readDegrees("41.7°", most: 90) == 41.7)
    #expect(try readDegrees("北纬41.7度", most: 90) == 41.7)
    #expect(try readDegrees("123.4°E", most: 180) == 123.4)
    #expect(throws: WorkspaceError.Reason.notADegree("90.1", most: 90)) {
      try readDegrees("90.1", most: 90)
    }
    for text in ["nan", "inf", "0x10", "41°42′", "1e1", "4-1", "", "41.7°E"] {
      #expect(throws: WorkspaceError.Reason.notANumber(text, near: nil)) {
        try readDegrees(text, most: 90)
      }
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
    #expect(days("每天") == (.any, []))
    #expect(days(" Workdays ") == (.workdays, []))
  }

  @Test func `may be a range of weekdays`() {
    #expect(days("周一至周五") == (.weekdays([.mon, .tue, .wed, .thu, .fri]), []))
    #expect(days("mon-wed") == (.weekdays([.mon, .tue, .wed]), []))
    #expect(days("周六－周一") == (.weekdays([.sat, .sun, .mon]), []))
    #expect(days("周一至周八").0 == nil)
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

  @Test func `may be wide`() throws { #expect(try readID("ａ－１") == "a-1") }

  @Test(arguments: [
    ("-a", nil), ("", nil), ("Baita", "baita"), ("a b", "a-b"), ("a_b.c", "a-b-c"),
    ("社区", nil),
    ("é", nil), ("a/b", nil),
  ])
  func `is nothing else`(text: String, near: String?) {
    #expect(throws: WorkspaceError.Reason.notAnID(text, near: near)) { try readID(text) }
  }

  @Test func `ends before the names of files do`() {
    let most = String(repeating: "a", count: 100)
    #expect(throws: Never.self) { try readID(most) }
    for count in [101, 248] {
      #expect(throws: WorkspaceError.Reason.tooLong(characters: count, most: 100)) {
        try readID(String(repeating: "a", count: count))
      }
    }
  }

  @Test(arguments: ["organizer", "departments"])
  func `may not be reserved`(text: String) {
    #expect(throws: WorkspaceError.Reason.reservedID(text)) { try readID(text) }
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
      throws: WorkspaceError.Reason.notAWord(
        "urben",
        allowed: [
          .init("urban", "城市社区"), .init("rural", "农村村庄"), .init("school", "学校"),
          .init("enterprise", "企业"), .init("hospital", "医院"), .init("department", "部门"),
          .init("other", "其他"),
        ], near: "urban")
    ) { try Community.Kind(written: "urben") }
  }
}
