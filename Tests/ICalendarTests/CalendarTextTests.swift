import Testing

@testable import ICalendar

@Suite struct `The text of a calendar` {
  static let text = calendar(event: "UID:1", "SUMMARY:消防 疏散", "DTSTART:20240616T090000")

  @Test(arguments: ["\r\n", "\n", "\r"], [false, true])
  func `may have any line ends and a byte order mark`(lineEnd: String, isMarked: Bool) throws {
    let text = Self.text.split(separator: "\r\n").joined(separator: lineEnd)
    let bytes = (isMarked ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)

    let reading = try CalendarReader.forPlan().read(bytes)

    #expect(reading.warnings == [])
    #expect(reading.events.map(\.summary) == ["消防 疏散"])
    #expect(reading.events.map(\.line) == [3])
  }

  @Test func `may be GB18030`() throws {
    let parts = Self.text.split(separator: "消防 疏散", omittingEmptySubsequences: false)
    let name: [UInt8] = [0xCF, 0xFB, 0xB7, 0xC0, 0x20, 0xCA, 0xE8, 0xC9, 0xA2]
    let bytes = Array(parts[0].utf8) + name + Array(parts[1].utf8)

    #expect(try CalendarReader.forPlan().read(bytes).events.map(\.summary) == ["消防 疏散"])
  }

  @Test func `may be folded within a character`() throws {
    let bytes = Array(Self.text.utf8)
    let middle = try #require(bytes.firstIndex { $0 >= 0x80 }) + 1
    let folded = bytes[..<middle] + Array("\r\n ".utf8) + bytes[middle...]

    #expect(try CalendarReader.forPlan().read(Array(folded)).events.map(\.summary) == ["消防 疏散"])
  }

  @Test func `may be folded anywhere and have blank lines`() throws {
    let text =
      "BEGIN:VCALENDAR\n\nBEG\n IN:VEVENT\nDTST\n\tART:2024\n 0616\n\n\nSUMM\n ARY:a\n  b\n"
      + "END:VE\n VENT\nEND:VCALENDAR"

    let reading = try CalendarReader.forPlan().read(text)

    #expect(reading.warnings == [])
    #expect(reading.texts == ["20240616"])
    #expect(reading.events.map(\.summary) == ["a b"])
  }
}
