import Digests
import Drills
import Testing

@testable import Feeds

@Suite struct `A publisher` {
  private let salt = "00112233445566778899aabbccddeeff"

  /// One drill on 12 June, and whatever its program makes of itself.
  private func office() -> Office {
    var office = Office()
    office.plan["u1/drill"] = Placement(
      day: day("2024-06-12"), start: 540, venue: "h1", teams: ["fire": "fire1"])
    return office
  }

  @Test func `tells of a new event with sequence 0, made now`() throws {
    var office = office()

    office.publish()

    let row = try #require(office.row("u1/drill", .public))
    #expect(row.sequence == 0)
    #expect(row.created == office.now)
    #expect(row.lastModified == office.now)
    #expect(row.contentHash == SHA256.hex(of: row.content))
  }

  @Test func `has nothing to add when nothing changed`() throws {
    var office = office()
    office.publish()
    let files = try office.files()

    office.pass(days: 2)

    #expect(office.publish().isEmpty)
    #expect(try office.files() == files)
  }

  @Test func `tells the old time and why of what moved, and keeps telling it`() throws {
    var office = office()
    office.publish()
    office.plan["u1/drill"]?.day = day("2024-06-14")
    office.moved["u1/drill"] = Reason(kind: "天气", words: "secretwords")

    for _ in 0..<2 {
      let item = try #require(try office.told("u1/drill", in: "communities/u1.ics"))
      #expect(item["SUMMARY"] == "【改期】【演练】消防疏散演练")
      #expect(item["SEQUENCE"] == "1")
      let story = "DESCRIPTION:已改期，原定2024年6月12日 09:00–10:30\\n原因：天气\\n组织单位：河畔社区"
      #expect(item.line("DESCRIPTION")?.hasPrefix(story) == true)
      office.moved = [:]
    }
  }

  @Test func `keeps a person's words for the private edition`() throws {
    var office = office()
    office.publish()
    office.plan["u1/drill"] = nil
    office.cancelled["u1/drill"] = Reason(kind: "天气", words: "secretwords")

    let inside = try office.told("u1/drill", in: "private/communities/u1.ics")
    let outside = try office.told("u1/drill", in: "communities/u1.ics")

    #expect(inside?["DESCRIPTION"]?.hasPrefix("已取消：天气：secretwords\\n") == true)
    #expect(outside?["DESCRIPTION"]?.hasPrefix("已取消：天气\\n") == true)
  }

  @Test func `does not show a private change in the public edition`() {
    var office = office()
    office.publish()
    var community = office.program.communities.elements[0]
    community.contact?.phone = "secretnumber"
    office.program.communities = Table(
      [community] + office.program.communities.elements.dropFirst())

    let rows = office.publish()

    #expect(rows.map(\.key.event) == ["u1/drill"])
    #expect(rows.map(\.key.edition) == [.private])
  }

  @Test func `shows a cancelled event for 30 days after the later of its date and that day`()
    throws
  {
    var office = office()
    office.publish()
    office.plan["u1/drill"] = nil
    let item = try #require(try office.told("u1/drill", in: "communities/u1.ics"))
    #expect(item["STATUS"] == "CANCELLED")
    #expect(item["SUMMARY"] == "【取消】【演练】消防疏散演练")
    #expect(item.alarms == 0)

    office.now = at("2024-07-12T23:59:00+08:00")
    #expect(try office.told("u1/drill", in: "areas/a1.ics") != nil)
    office.now = at("2024-07-13T00:00:00+08:00")
    #expect(try office.told("u1/drill", in: "areas/a1.ics") == nil)
    #expect(try office.told("u1/drill", in: "all.ics") == nil)
  }

  @Test func `goes on counting when what was called off comes back`() throws {
    var office = office()
    office.publish()
    let placement = office.plan["u1/drill"]
    office.plan["u1/drill"] = nil
    office.publish()
    office.plan["u1/drill"] = placement

    let item = try #require(try office.told("u1/drill", in: "communities/u1.ics"))

    #expect(item["SEQUENCE"] == "2")
    #expect(item["STATUS"] == "CONFIRMED")
    #expect(item["SUMMARY"] == "【演练】消防疏散演练")
  }

  @Test func `cancels what leaves with its requirement`() throws {
    var office = office()
    office.publish()
    office.program.requirements = Table(
      office.program.requirements.elements.filter { $0.id != "drill" })

    let item = try office.told("u1/drill", in: "communities/u1.ics")

    #expect(item?["STATUS"] == "CANCELLED")
  }

  @Test func `cancels what leaves with its community, in a feed that keeps its name`() throws {
    var office = office()
    office.publish()
    let head = try office.feeds()["communities/u1.ics"]?.head
    office.program.communities = Table(Array(office.program.communities.elements.dropFirst()))

    let item = try office.told("u1/drill", in: "communities/u1.ics")

    #expect(item?["STATUS"] == "CANCELLED")
    let after = try office.feeds()["communities/u1.ics"]?.head
    #expect(after?.first { $0.hasPrefix("NAME:") } == head?.first { $0.hasPrefix("NAME:") })
  }

  @Test func `lets an event leave the feed of a venue that it moved away from`() throws {
    var office = office()
    #expect(try office.told("u1/drill", in: "venues/h1.ics") != nil)
    office.plan["u1/drill"]?.venue = "sq"

    #expect(try office.told("u1/drill", in: "venues/h1.ics") == nil)
    #expect(try office.told("u1/drill", in: "venues/sq.ics") != nil)
  }

  @Test func `calls the organizer's activity off where it no longer calls a community in`() throws {
    var office = office()
    office.plan["organizer/briefing"] = Placement(day: day("2024-06-03"), start: 540)
    office.publish()
    var briefing = office.program.requirements.elements[0]
    briefing.attends[0].kinds = [.urban]
    office.program.requirements = Table(
      [briefing] + office.program.requirements.elements.dropFirst())

    let left = try office.told("organizer/briefing", in: "communities/v1.ics")
    let stays = try office.told("organizer/briefing", in: "communities/u1.ics")

    #expect(left?["STATUS"] == "CANCELLED")
    #expect(stays?["STATUS"] == "CONFIRMED")
    #expect(left?["SEQUENCE"] == stays?["SEQUENCE"])
    office.now = at("2024-07-05T00:00:00+08:00")
    #expect(try office.told("organizer/briefing", in: "communities/v1.ics") == nil)
    #expect(office.publish().isEmpty)
  }

  @Test func `is above what feeds on disk told, after a backup was restored`() throws {
    var office = office()
    office.publish()
    let backup = office.record
    office.plan["u1/drill"]?.start = 600
    office.pass(days: 1)
    office.publish()
    let feed = try #require(try office.files()["communities/u1.ics"])
    let told = try #require(Floor.floors(in: [feed], of: "test")["u1/drill"])
    #expect(told == Floor(sequence: 1, lastModified: office.now))
    office.record = backup
    office.plan["u1/drill"]?.start = 540
    office.pass(days: -3)

    let floors = [Publication.Key(event: "u1/drill", edition: .public): told]
    let rows = Publisher(office.source).changed(since: office.record, atLeast: floors)

    #expect(rows.map(\.sequence) == [2])
    #expect(rows.map(\.lastModified) == [told.lastModified + 1])
  }

  @Test func `reads whatever it cannot read of an older record as something to tell anew`() throws {
    var office = office()
    office.publish()
    let key = Publication.Key(event: "u1/drill", edition: .public)
    office.record[key]?.content = "{}"

    office.publish()

    #expect(office.record[key]?.sequence == 1)
  }
}
