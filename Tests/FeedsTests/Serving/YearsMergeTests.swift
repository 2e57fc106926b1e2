import Drills
import Foundation
import Testing

@testable import Feeds

private func feed(
  _ year: Int, zone: String = "Asia/Shanghai", modified: String, _ events: [(String, String)]
) -> [UInt8] {
  let parts = events.map { uid, end in
    "BEGIN:VEVENT\r\nUID:\(uid)@town-\(year).muster.invalid\r\nDTSTART;TZID=\(zone):\(end)T090000\r\n"
      + "DTEND;TZID=\(zone):\(end)T100000\r\nBEGIN:VALARM\r\nTRIGGER:-P1D\r\nEND:VALARM\r\nEND:VEVENT\r\n"
  }
  return Array(
    ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nNAME:\(year)\r\nLAST-MODIFIED:\(modified)\r\n"
      + "BEGIN:VTIMEZONE\r\nTZID:\(zone)\r\nBEGIN:STANDARD\r\nDTSTART:\(year)0101T000000\r\n"
      + "END:STANDARD\r\nEND:VTIMEZONE\r\n" + parts.joined() + "END:VCALENDAR\r\n").utf8)
}

@Suite struct `Feeds of several years` {
  private let today = Day(year: 2025, month: 7, day: 31)

  private func merged(_ files: [[UInt8]]) throws -> [String] {
    String(decoding: YearsMerge.bytes(of: files, on: try #require(today)), as: UTF8.self)
      .components(separatedBy: "\r\n")
  }

  @Test func `are one, with the newest's head, newest first`() throws {
    let lines = try merged([
      feed(2025, modified: "20250601T000000Z", [("a", "20250612"), ("b", "20250613")]),
      feed(2024, modified: "20250701T000000Z", [("a", "20240630"), ("c", "20240629")]),
    ])

    #expect(lines.filter { $0.hasPrefix("NAME:") } == ["NAME:2025"])
    #expect(lines.filter { $0.hasPrefix("LAST-M") } == ["LAST-MODIFIED:20250701T000000Z"])
    // 30 June 2024 is 13 months before 31 July 2025, and the day before is over for longer.
    #expect(
      lines.filter { $0.hasPrefix("UID:") } == [
        "UID:a@town-2025.muster.invalid", "UID:b@town-2025.muster.invalid",
        "UID:a@town-2024.muster.invalid",
      ])
    #expect(lines.count { $0 == "BEGIN:VTIMEZONE" } == 1)
    #expect(lines.count { $0 == "BEGIN:VALARM" } == 3)
    #expect(lines.count { $0 == "END:VEVENT" } == 3)
    #expect(lines.suffix(2) == ["END:VCALENDAR", ""])
  }

  @Test func `keep two zones, and an event that came twice once`() throws {
    let lines = try merged([
      feed(2025, modified: "20250601T000000Z", [("a", "20250612"), ("a", "20250613")]),
      feed(2024, zone: "Asia/Tokyo", modified: "20240601T000000Z", [("c", "20250629")]),
    ])
    #expect(lines.count { $0 == "BEGIN:VTIMEZONE" } == 2)
    #expect(lines.count { $0.hasPrefix("UID:") } == 2)
  }

  @Test func `of one year are its bytes`() throws {
    let only = feed(2025, modified: "20250601T000000Z", [("a", "20250612")])
    #expect(YearsMerge.bytes(of: [only], on: try #require(today)) == only)
  }

  @Test func `find a UID that is folded`() throws {
    let long = String(repeating: "x", count: 60)
    func folded(_ year: Int) -> [UInt8] {
      Array(
        String(
          decoding: feed(2025, modified: "20250601T000000Z", [(long, "20250612")]), as: UTF8.self
        )
        .replacing("UID:\(long)", with: "UID:\(long.prefix(50))\r\n \(long.dropFirst(50))").utf8)
    }
    let lines = try merged([folded(2025), folded(2025)])
    #expect(lines.count { $0.hasPrefix("UID:") } == 1)
  }
}
