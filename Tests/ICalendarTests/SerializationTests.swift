import Clocks
import Testing

@testable import ICalendar

@Suite struct `Writing a calendar` {
  @Test func `gives the bytes of a feed`() throws {
    let morning = CalendarTime(date: try CalendarDate("20240616"), secondOfDay: 9 * 3600)
    let noon = CalendarTime(date: try CalendarDate("20240616"), secondOfDay: 12 * 3600)
    let zone = [Property.Parameter("TZID", "Asia/Shanghai")]
    let alarm = Component(
      "VALARM",
      [
        Property("ACTION", .token("DISPLAY")), Property("DESCRIPTION", .text("明天演练")),
        Property("TRIGGER", .duration(seconds: -86_400)),
      ])
    let event = Component(
      "VEVENT",
      [
        Property("UID", .text("a@b.muster.invalid")), Property("DTSTAMP", .utc(morning)),
        Property("DTSTART", .dateTime(morning), zone), Property("DTEND", .dateTime(noon), zone),
        Property("SUMMARY", .text("【演练】高层建筑消防疏散演练，请物业、微型消防站与志愿者提前到场")),
        Property("DESCRIPTION", .text("第一行\r\n第二行; a, b \\ c")),
        Property("LOCATION", .text("")), Property("CATEGORIES", .textList(["a,b", "", "c;d\\"])),
        Property("GEO", .geo(latitude: 41.716, longitude: 123.4567891)),
        Property("ORGANIZER", .calAddress("invalid:nomail"), [.init("CN", "安委会 \"甲\"; 办公室")]),
        Property("STATUS", .token("CONFIRMED")), Property("TRANSP", .token("OPAQUE")),
        Property("SEQUENCE", .integer(3)), Property("URL", .uri("https://example.org/?a=1,2;b")),
        Property("RELATED-TO", .text("c@d")), Property("CONTACT", .text("王五 024-1")),
      ], [alarm])
    let task = Component(
      "VTODO",
      [
        Property("UID", .text("t")), Property("DTSTART", .date(morning.date)),
        Property("DUE", .date(morning.date)), Property("PRIORITY", .integer(5)),
        Property("STATUS", .token("COMPLETED")), Property("PERCENT-COMPLETE", .integer(100)),
        Property("COMPLETED", .utc(noon)),
      ])
    let calendar = Component(
      "VCALENDAR",
      [
        Property("VERSION", .text("2.0")), Property("PRODID", .text("-//Muster//Muster 1.0//ZH")),
        Property("METHOD", .token("PUBLISH")), Property("NAME", .text("白塔街道, 2024")),
        Property("X-WR-CALNAME", .text("白塔街道, 2024; \\")),
        Property("X-WR-CALDESC", .text("一\n二")),
        Property("X-WR-TIMEZONE", .text("Asia/Shanghai")),
        Property("REFRESH-INTERVAL", .duration(seconds: 3600), [.init("VALUE", "DURATION")]),
        Property("X-PUBLISHED-TTL", .text("PT1H")), Property("COLOR", .text("firebrick")),
        Property("X-APPLE-CALENDAR-COLOR", .text("#B22222")),
        Property("SOURCE", .uri("https://example.org/a.ics"), [.init("VALUE", "URI")]),
        Property("URL", .uri("https://example.org/")), Property("LAST-MODIFIED", .utc(morning)),
      ],
      [try VTimeZone.component(for: "Asia/Shanghai", years: 2024...2024), event, task])

    let bytes = calendar.serialized()

    try expectGolden(String(decoding: bytes, as: UTF8.self), "feed.ics")
    var head = calendar
    head.components = []
    #expect(
      head.serialized(enclosing: calendar.components.map { $0.serialized() }) == bytes)
  }

  @Test(arguments: 1...200)
  func `gives back every name, in lines as they must be`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let summary = hostileText(using: &random)
    let categories = (0..<3).map { _ in hostileText(using: &random) }
    let start = CalendarTime(date: try CalendarDate("20240616"), secondOfDay: 9 * 3600)
    let event = Component(
      "VEVENT",
      [
        Property("UID", .text(hostileText(using: &random) + "@x")),
        Property("DTSTART", .dateTime(start), [.init("TZID", "Asia/Shanghai")]),
        Property("ORGANIZER", .calAddress("invalid:nomail"), [.init("CN", summary)]),
        Property("X-NAME", .text(summary)), Property("LOCATION", .text(summary)),
        Property("URL", .uri("https://x/" + summary)),
        Property("CATEGORIES", .textList(categories)),
        Property("SUMMARY", .text(summary)),
      ])

    let bytes = Component("VCALENDAR", [Property("NAME", .text(summary))], [event]).serialized()
    let reading = try CalendarReader.forPlan().read(bytes)

    expectWellFormed(bytes)
    #expect(reading.warnings == [])
    #expect(reading.events.map(\.summary) == [WrittenText.text(summary)])
    #expect(
      reading.events.map(\.categories)
        == [categories.map(trimmed).filter { !$0.isEmpty }])
    #expect(reading.texts == ["20240616T090000-20240616T090000"])
    // Nothing that a name holds becomes a property or component.
    let names = propertyNames(bytes)
    #expect(names.count == Set(names).count + 2, "only BEGIN and END stand twice")
  }
}

/// libical 3.0.16 breaks the line end itself where a value has 73 octets.
@Suite struct `A long line` {
  @Test(arguments: 1...300)
  func `is folded at 75 octets, whatever its length`(length: Int) {
    let value = String(repeating: "a", count: length)

    let bytes = Component("VEVENT", [Property("SUMMARY", .text(value))]).serialized()

    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.joined() == "BEGIN:VEVENTSUMMARY:" + folded(value) + "END:VEVENT")
    expectWellFormed(bytes)
  }

  /// 67 octets stand beside the name, 74 on each line after it.
  private func folded(_ value: String) -> String {
    var text = ""
    for (index, character) in value.enumerated() {
      if index >= 67, (index - 67).isMultiple(of: 74) { text += " " }
      text.append(character)
    }
    return text
  }
}

/// As a list in a calendar gives it back: blanks around a text do not count.
private func trimmed(_ string: String) -> String {
  let scalars = WrittenText.text(string).unicodeScalars
  let rest = scalars.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
  return String(String.UnicodeScalarView(rest))
}

/// Text of pieces that have broken some calendar program.
private func hostileText(using random: inout SplitMix64) -> String {
  let pieces = [
    "消防", "𠮷野家", "😀", "👨‍👩‍👧‍👦", "مرحبا", "\u{202E}שלום", "e\u{301}", "\n", "\r\n", "\r", "\"", ";", ":",
    ",",
    "\\", "\\n", "\\,", "^n", "\nBEGIN:VALARM\n", "\r\nEND:VEVENT\r\nX:1\r\n", "\u{0}", "\u{1}",
    "\u{2}", "\u{7}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "\t", " ",
    "BEGIN:VEVENT", "=", "%s%n", "\u{FFFD}", "\u{10FFFF}", "a", "bcdefghij",
  ]
  return (0..<Int.random(in: 0...60, using: &random)).map { _ in
    pieces[Int.random(in: pieces.indices, using: &random)]
  }.joined()
}

/// CRLF alone ends lines, lines have 75 octets and whole characters, and nothing is empty.
private func expectWellFormed(_ bytes: [UInt8], at location: SourceLocation = #_sourceLocation) {
  let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  #expect(lines.last?.isEmpty ?? false, sourceLocation: location)
  for line in lines.dropLast() {
    #expect(line.last == 0x0D && line.count <= 76, sourceLocation: location)
    #expect(String(validating: line, as: UTF8.self) != nil, sourceLocation: location)
    #expect(line.dropLast().allSatisfy { $0 >= 0x20 && $0 != 0x7F }, sourceLocation: location)
  }
  for line in unfolded(bytes[...]).split(separator: 0x0A) {
    let rest = line.dropLast().drop { $0.isNameByte }
    #expect(!line.starts(with: "X-LIC-ERROR".utf8), sourceLocation: location)
    #expect(rest.count > 1, "an empty property", sourceLocation: location)
  }
}

private func propertyNames(_ bytes: [UInt8]) -> [String] {
  unfolded(bytes[...]).split(separator: 0x0A).map {
    String(decoding: $0.prefix { $0.isNameByte }, as: UTF8.self)
  }
}
