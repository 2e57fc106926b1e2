import Drills
import Testing

@testable import Feeds

@Suite struct `A feed at an address that is given up` {
  private let now = at("2024-06-20T08:00:00+08:00")

  private func told(_ path: String, _ language: Language = .chinese) throws -> [UInt8] {
    var office = Office(smallProgram(language))
    office.plan["u1/drill"] = Placement(day: day("2024-06-12"), start: 540, venue: "h1")
    office.publish()
    return try #require(try office.files()["private/\(path)"])
  }

  @Test(arguments: [
    "all.ics", "organizer.ics", "communities/u1.ics", "teams/fire1.ics", "tasks/communities/u1.ics",
  ])
  func `is the one event that says where to ask for the new one`(path: String) throws {
    let before = try told(path)
    let feed = try #require(OldFeed(path: path, bytes: before))
    #expect(feed.retiredAt(in: smallProgram()) == nil)

    let bytes = feed.farewell(in: smallProgram(), at: now)

    let text = FeedText(bytes)
    #expect(text.items.count == 1)
    let item = try #require(text.items.first)
    #expect(item["UID"] == "address@test.muster.invalid")
    #expect(item["SUMMARY"] == "此订阅已停用，请向街道办索取新地址")
    #expect(item["DESCRIPTION"] == "新地址请向白塔街道安委会办公室索取")
    #expect(item.line("DTSTART") == "DTSTART;VALUE=DATE:20240620")
    #expect(item.line("DTEND") == "DTEND;VALUE=DATE:20240918")
    #expect(item.kind == "VEVENT")
    #expect(item.alarms == 0)
    #expect(item["DTSTAMP"] == "20240620T000000Z")
    #expect(!String(decoding: bytes, as: UTF8.self).contains("secret"))
    let name = FeedText(before).head.first { $0.hasPrefix("NAME:") }
    #expect(text.head.first { $0.hasPrefix("NAME:") } == name)
    #expect(OldFeed(path: path, bytes: bytes)?.retiredAt(in: smallProgram()) == now)
  }

  @Test func `says so in the plan's language, also of what has left the plan`() throws {
    let feed = try #require(
      OldFeed(path: "communities/gone.ics", bytes: try told("communities/u1.ics", .english)))

    let text = FeedText(feed.farewell(in: smallProgram(.english), at: now))

    #expect(text.items.first?["SUMMARY"]?.hasPrefix("This subscription has ended: ask") == true)
    #expect(text.head.contains { $0.hasPrefix("NAME:gone | ") })
  }

  @Test func `is none that Muster did not write`() throws {
    let theirs = Array("BEGIN:VCALENDAR\r\nPRODID:-//Else//EN\r\nEND:VCALENDAR\r\n".utf8)
    #expect(OldFeed(path: "all.ics", bytes: theirs) == nil)
    #expect(OldFeed(path: "all.ics", bytes: []) == nil)
    #expect(try OldFeed(path: "notes/u1.ics", bytes: told("all.ics")) == nil)
  }
}
