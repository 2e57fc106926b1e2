import SourceText
import Testing

@testable import ICalendar

@Suite struct `Habits of other programs` {
  private func read(_ lines: String..., zone: String = "Asia/Shanghai") throws -> CalendarReading {
    try CalendarReader.forPlan(zone: zone).read(calendar(lines: lines))
  }

  private func busy(_ reading: CalendarReading) -> [String] {
    reading.events.filter { !$0.isCancelled && !$0.isTransparent }
      .flatMap { $0.occurrences.map(\.text) }
  }

  private func series(_ lines: String..., zone: String = "Asia/Shanghai") throws -> [String] {
    let reading = try CalendarReader.forPlan(zone: zone).read(
      calendar(lines: ["BEGIN:VEVENT", "UID:a"] + lines + ["END:VEVENT"]))
    #expect(reading.warnings == [])
    return busy(reading)
  }

  private func event(_ day: Int, _ more: String...) -> [String] {
    ["BEGIN:VEVENT", "UID:a", "DTSTART:2024060\(day)T090000", "DTEND:2024060\(day)T100000"]
      + more + ["END:VEVENT"]
  }

  @Test func `of one UID the highest SEQUENCE stands, wherever it stands`() throws {
    let third = "20240603T090000-20240603T100000"
    let fifth = "20240605T090000-20240605T100000"
    func days(_ lines: [String]...) throws -> [String] {
      busy(try CalendarReader.forPlan().read(calendar(lines: lines.flatMap(\.self))))
    }

    #expect(try days(event(3, "SEQUENCE:0"), event(5, "SEQUENCE:1")) == [fifth])
    #expect(try days(event(5, "SEQUENCE:1"), event(3, "SEQUENCE:0")) == [fifth])
    #expect(try days(event(3, "SEQUENCE:0"), event(5, "SEQUENCE:1", "STATUS:CANCELLED")) == [])
    // Nothing tells which is later.
    #expect(try days(event(3, "SEQUENCE:1"), event(5, "SEQUENCE:1")) == [third, fifth])
    #expect(try days(event(3), event(5, "SEQUENCE:1")) == [third, fifth])
    #expect(try days(event(3), event(5)) == [third, fifth])
  }

  @Test func `METHOD:CANCEL cancels its own calendar alone`() throws {
    let cancelled = calendar(lines: ["METHOD:CANCEL"] + event(3))
    #expect(busy(try CalendarReader.forPlan().read(cancelled)) == [])
    let both = cancelled + calendar(lines: event(5))
    #expect(
      busy(try CalendarReader.forPlan().read(both)) == ["20240605T090000-20240605T100000"])
    let request = calendar(lines: ["METHOD:REQUEST"] + event(3))
    #expect(busy(try CalendarReader.forPlan().read(request)).count == 1)
  }

  @Test(arguments: [
    ("EXRULE:FREQ=WEEKLY;BYDAY=SA,SU", "03 04 05 06 07 10 11 12"),
    ("EXRULE:FREQ=WEEKLY;BYDAY=MO", "04 05 06 07 08 09 11 12"),
    ("EXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2", "04 06 07 08 09 10 11 12"),
    ("EXRULE:FREQ=DAILY;UNTIL=20240606T010000Z", "07 08 09 10 11 12"),
    ("EXRULE:FREQ=MONTHLY;BYMONTHDAY=31", "03 04 05 06 07 08 09 10 11 12"),
  ])
  func `EXRULE takes out what it names`(rule: String, days: String) throws {
    let found = try series(
      "DTSTART;TZID=Asia/Shanghai:20240603T090000", "DTEND;TZID=Asia/Shanghai:20240603T100000",
      "RRULE:FREQ=DAILY;COUNT=10", rule)
    #expect(found.map { $0.dropFirst(6).prefix(2) } == days.split(separator: " "))
  }

  @Test func `an EXRULE that nobody can read takes nothing out, and is told`() throws {
    let reading = try read(
      "BEGIN:VEVENT", "UID:a", "DTSTART:20240603T090000", "RRULE:FREQ=DAILY;COUNT=3",
      "EXRULE:FREQ=NEVER", "END:VEVENT")
    #expect(reading.texts.count == 3)
    #expect(reading.warnings.map(\.reason) == [.exceptRuleIgnored("FREQ=NEVER")])
  }

  @Test(arguments: [
    "EXDATE:20240604T090000", "EXDATE:20240604T000000Z",
    "EXDATE;TZID=Asia/Shanghai:20240604T080000", "EXDATE;VALUE=DATE:20240604",
  ])
  func `a floating EXDATE is on DTSTART's clock`(except: String) throws {
    #expect(
      try series(
        "DTSTART;TZID=Tokyo Standard Time:20240603T090000", "RRULE:FREQ=DAILY;COUNT=3", except)
        == ["20240603T080000-20240603T080000", "20240605T080000-20240605T080000"])
  }

  @Test func `floating DTEND, RDATE, UNTIL and RECURRENCE-ID are on DTSTART's clock`() throws {
    let tokyo = "DTSTART;TZID=Tokyo Standard Time:20240603T090000"
    #expect(try series(tokyo, "DTEND:20240603T100000") == ["20240603T080000-20240603T090000"])
    #expect(
      try series(tokyo, "RDATE:20240605T090000").map { $0.prefix(15) }
        == ["20240603T080000", "20240605T080000"])
    #expect(try series(tokyo, "RRULE:FREQ=DAILY;UNTIL=20240605T090000").count == 3)
    #expect(try series(tokyo, "RRULE:FREQ=DAILY;UNTIL=20240605T085959").count == 2)
    let reading = try read(
      "BEGIN:VEVENT", "UID:a", tokyo, "RRULE:FREQ=DAILY;COUNT=2", "END:VEVENT",
      "BEGIN:VEVENT", "UID:a", "RECURRENCE-ID:20240604T090000",
      "DTSTART;TZID=Tokyo Standard Time:20240620T090000", "END:VEVENT")
    #expect(
      reading.texts.map { $0.prefix(15) } == ["20240603T080000", "20240620T080000"])
  }

  @Test(arguments: [
    // Midnight on the plan's clock, then midnight and the last second in UTC.
    ("EXDATE:20240603T160000Z", "03 05"), ("EXDATE:20240604T000000Z", "03 05"),
    ("EXDATE:20240604T235959Z", "03 05"),
    ("EXDATE:20240604T160000Z", "03 04"),
  ])
  func `a time in UTC beside an all-day DTSTART is the day that was meant`(
    except: String, days: String
  ) throws {
    let found = try series("DTSTART;VALUE=DATE:20240603", "RRULE:FREQ=DAILY;COUNT=3", except)
    #expect(found.map { $0.suffix(2) } == days.split(separator: " "))
  }

  @Test func `a UNTIL in UTC ends all-day series on the day that was meant`() throws {
    for (until, count) in [
      ("20240604T160000Z", 3), ("20240605T000000Z", 3), ("20240605T235959Z", 3),
      ("20240604T235959Z", 2),
    ] {
      #expect(
        try series("DTSTART;VALUE=DATE:20240603", "RRULE:FREQ=DAILY;UNTIL=\(until)").count == count,
        "\(until)")
    }
  }

  @Test func `one instance has no series of its own`() throws {
    let reading = try read(
      "BEGIN:VEVENT", "UID:a", "DTSTART:20240603T090000", "RRULE:FREQ=DAILY;COUNT=2", "END:VEVENT",
      "BEGIN:VEVENT", "UID:a", "RECURRENCE-ID:20240604T090000", "DTSTART:20240604T110000",
      "RRULE:FREQ=DAILY;COUNT=9", "RDATE:20240620T110000", "EXDATE:20240604T110000", "END:VEVENT")
    #expect(reading.texts.map { $0.prefix(15) } == ["20240603T090000", "20240604T110000"])
  }

  @Test(arguments: [
    ("FREQ=WEEKLY;COUNT=5;UNTIL=20240610T235959Z", 2), ("FREQ=WEEKLY;COUNT=1;UNTIL=20240630", 1),
    ("FREQ=WEEKLY;COUNT=2;BYDAY=MO, WE", 2), ("FREQ=WEEKLY;BYDAY= MO ,WE;COUNT=4", 4),
    ("FREQ=WEEKLY;BYDAY=;COUNT=3", 3), ("FREQ=WEEKLY;WKST=MONDAY;COUNT=3", 3),
    ("FREQ=WEEKLY;WKST=;COUNT=3", 3), ("FREQ=DAILY; COUNT=3", 3),
    ("FREQ=DAILY;BYMONTH=;COUNT=2", 2),
  ])
  func `slips in an RRULE are overlooked`(rule: String, count: Int) throws {
    #expect(try series("DTSTART:20240603T090000", "RRULE:\(rule)").count == count)
  }

  @Test func `a time under VALUE=DATE is read over, and told`() throws {
    for value in ["20240617T200000", "20240617T200000Z"] {
      let reading = try read("BEGIN:VEVENT", "DTSTART;VALUE=DATE:\(value)", "END:VEVENT")
      #expect(reading.texts == ["20240617"])
      #expect(
        reading.warnings == [
          ICalendarError(
            reason: .timeOfDate(property: "DTSTART", value: value),
            position: SourcePosition(file: "hall.ics", line: 4, column: 20))
        ])
    }
    #expect(try series("DTSTART;VALUE=DATE:20240617") == ["20240617"])
  }

  @Test func `BUSYSTATUS FREE closes nothing`() throws {
    let start = "DTSTART:20240603T090000"
    #expect(try series(start, "X-MICROSOFT-CDO-BUSYSTATUS:FREE") == [])
    #expect(try series(start, "X-MICROSOFT-CDO-BUSYSTATUS:free", "TRANSP:OPAQUE") == [])
    #expect(try series(start, "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY") == [])
    #expect(try series(start, "X-MICROSOFT-CDO-BUSYSTATUS:OOF").count == 1)
    #expect(try series(start, "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE").count == 1)
  }

  @Test func `Outlook's all-day events are whole days on their own clock`() throws {
    let flag = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
    let start = "DTSTART;TZID=Tokyo Standard Time:20240610T000000"
    let end = "DTEND;TZID=Tokyo Standard Time:20240612T000000"
    #expect(try series(start, end, flag) == ["20240610-20240611"])
    #expect(try series(start, end) == ["20240609T230000-20240611T230000"])
    #expect(
      try series(start, "DTEND;TZID=Tokyo Standard Time:20240610T120000", flag)
        == ["20240609T230000-20240610T110000"])
    #expect(try series(start, "DURATION:P1D", flag, "RRULE:FREQ=DAILY;COUNT=2").count == 2)
  }

  @Test(arguments: [
    "Asia/Beijing", "中国标准时间", "(UTC+08:00) 北京，重庆，香港特别行政区，乌鲁木齐",
    "(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi", "Beijing, Chongqing, Hong Kong, Urumqi",
    "(GMT+08.00) Beijing/Chongqing/Hong Kong/Urumqi", "China Standard Time 1", "GMT+0800", "UTC+8",
    "UTC+08:00", "+0800", "asia/shanghai", "Asia/Shanghai ", " asia/SHANGHAI",
    "china standard time",
    "prc", "GMT+0800 (China Standard Time)", "北京时间", "ＵＴＣ＋８",
  ])
  func `Chinese zones are read as people's programs write them`(name: String) throws {
    // A colon must be quoted, unless it stands in the brackets in front.
    let isPlain = name.first == "(" || !name.contains(":")
    for written in ["\"\(name)\""] + (isPlain ? [name] : []) {
      let found = try series(
        "DTSTART;TZID=\(written):20240616T090000", zone: "Europe/Berlin")
      #expect(found == ["20240616T030000-20240616T030000"], "\(written)")
    }
  }

  @Test(arguments: [
    ("tzone://Microsoft/Utc", "20240616T110000"), ("utc", "20240616T110000"),
    ("(UTC+09:00) 大阪，札幌，东京", "20240616T020000"), ("UTC-3", "20240616T140000"),
    ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "20240616T090000"),
    ("Eastern Standard Time 2", "20240616T150000"), ("GMT-0530", "20240616T163000"),
  ])
  func `other zones too`(name: String, start: String) throws {
    let found = try series("DTSTART;TZID=\"\(name)\":20240616T090000", zone: "Europe/Berlin")
    #expect(found == ["\(start)-\(start)"])
  }

  @Test(arguments: [
    "(UTC+08:00) Nowhere", "UTC+15", "GMT+08x", "UTC+", "+", "Standard Time 1", "1", "北京路", "CST",
    "tzone://Microsoft/Custom",
  ])
  func `what names no zone is told whole`(name: String) throws {
    let reading = try read(
      "BEGIN:VEVENT", "DTSTART;TZID=\"\(name)\":20240616T090000", "END:VEVENT")
    #expect(reading.texts == [])
    #expect(reading.warnings.map(\.reason) == [.unknownZone(name)])
  }
}
