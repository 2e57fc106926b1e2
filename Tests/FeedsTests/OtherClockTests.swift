import Drills
import Testing

@testable import Feeds

/// A plan whose `time-zone` is changed: every hour stands where it stood on the clock, and so six
/// hours elsewhere in the world.
@Suite struct `A plan on another clock` {
  private func office() throws -> Office {
    var office = Office()
    office.plan["u1/drill"] = Placement(day: day("2024-06-12"), start: 540, venue: "h1")
    office.plan["u1/quiz"] = Placement(day: day("2024-06-16"), start: 0)
    office.plan["u1/sealed"] = Placement(day: day("2024-06-13"), start: 547)
    office.plan["u2/drill"] = Placement(day: day("2024-06-18"), start: 540)
    office.plan["v1/drill"] = Placement(day: day("2024-05-19"), start: 540)
    office.done("v1/drill", on: day("2024-05-19"))
    office.salts["u1/sealed"] = "00112233445566778899aabbccddeeff"
    office.publish()
    office.plan["u2/drill"] = nil
    office.publish()
    return office
  }

  private func turn(_ office: inout Office, to zone: String) throws -> [Publication] {
    let former = office.program.zone
    office.program.zone = try #require(Zone(zone))
    var source = office.source
    source.formerZone = former
    let rows = Publisher(source).changed(since: office.record)
    for row in rows { office.record[row.key] = row }
    return rows
  }

  @Test func `tells every hour as moved, and nothing that has none`() throws {
    var office = try office()
    let before = try office.feeds()

    let rows = try turn(&office, to: "Europe/Berlin")

    #expect(
      Set(rows.filter { $0.key.edition == .private }.map(\.key.event))
        == ["u1/drill", "u1/sealed", "u2/drill", "v1/drill"])
    for path in ["all.ics", "private/all.ics"] {
      let after = try #require(try office.feeds()[path])
      let item = try #require(after["u1/drill@test.muster.invalid"])
      #expect(item.line("DTSTART") == "DTSTART;TZID=Europe/Berlin:20240612T090000")
      #expect(item["SEQUENCE"] == "1")
      #expect(item["SUMMARY"] == "【改期】【演练】消防疏散演练")
      let story = "已改期，原定2024年6月12日 09:00–10:30（Asia/Shanghai）\\n"
      #expect(item["DESCRIPTION"]?.hasPrefix(story) == true)
      let held = try #require(after["v1/drill@test.muster.invalid"])
      #expect(held["SEQUENCE"] == "1")
      #expect(held["SUMMARY"] == "【已完成】【演练】消防疏散演练")
      #expect(held["DESCRIPTION"]?.contains("Asia/Shanghai") == false)
      let off = try #require(after["u2/drill@test.muster.invalid"])
      #expect(off["SEQUENCE"] == "2")
      #expect(off.line("DTSTART") == "DTSTART;TZID=Europe/Berlin:20240618T090000")
      #expect(off["SUMMARY"] == "【取消】【演练】消防疏散演练")
      let quiz = after["u1/quiz@test.muster.invalid"]
      #expect(quiz == before[path]?["u1/quiz@test.muster.invalid"])
    }
  }

  @Test func `tells of a hidden hour that it changed, and no more`() throws {
    var office = try office()
    let before = try #require(try office.feeds()["all.ics"]?["u1/sealed@test.muster.invalid"])

    _ = try turn(&office, to: "Europe/Berlin")

    let after = try #require(try office.feeds()["all.ics"]?["u1/sealed@test.muster.invalid"])
    #expect(after["SEQUENCE"] == "1")
    #expect(after["SUMMARY"] == before["SUMMARY"])
    #expect(zip(before.visible, after.visible).count { $0 != $1 } == 1, "its commitment")
  }

  @Test func `is told once, and told again when it turns back`() throws {
    var office = try office()
    _ = try turn(&office, to: "Europe/Berlin")
    let files = try office.files()
    office.pass(days: 1)
    #expect(office.publish().isEmpty)
    #expect(try office.files() == files)
    #expect(try turn(&office, to: "Europe/Berlin").isEmpty)

    #expect(try turn(&office, to: "Asia/Shanghai").count == 8)

    let item = try #require(try office.told("u1/drill", in: "all.ics"))
    #expect(item["SEQUENCE"] == "2")
    #expect(item["DESCRIPTION"]?.contains("（Europe/Berlin）") == true)
    office.plan["u1/drill"]?.start = 600
    let moved = try #require(try office.told("u1/drill", in: "all.ics"))
    #expect(moved["DESCRIPTION"]?.hasPrefix("已改期，原定2024年6月12日 09:00–10:30\\n") == true)
  }

  @Test func `of the same name moves nothing`() throws {
    var office = try office()
    let files = try office.files()

    #expect(try turn(&office, to: "Asia/Shanghai").isEmpty)
    #expect(try office.files() == files)
  }
}
