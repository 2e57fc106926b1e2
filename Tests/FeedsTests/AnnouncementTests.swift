import Digests
import Drills
import Testing

@testable import Feeds

@Suite struct `An announcement` {
  private let salt = "00112233445566778899aabbccddeeff"
  /// By coreutils' sha256sum of the id, `2024-06-13T09:07:00+08:00` and the salt.
  private let commitment = "bb3cd64afb18089bf59bbfaa8ee50a1acb3004179f030c83b33f44da626fa5b5"

  private func office() -> Office {
    var office = Office()
    office.plan["u1/sealed"] = Placement(
      day: day("2024-06-13"), start: 547, venue: "h1", teams: ["fire": "fire1"])
    office.salts["u1/sealed"] = salt
    return office
  }

  @Test func `of the date alone is a whole day with a commitment to the hour`() throws {
    var office = office()

    let item = try #require(try office.told("u1/sealed", in: "communities/u1.ics"))

    #expect(item.line("DTSTART") == "DTSTART;VALUE=DATE:20240613")
    #expect(item.line("DTEND") == "DTEND;VALUE=DATE:20240614")
    #expect(item["DESCRIPTION"]?.contains(commitment) == true)
    #expect(item["DESCRIPTION"]?.contains(salt) == false)
    #expect(item["DESCRIPTION"]?.contains("消防站") == false)
    #expect(try office.told("u1/sealed", in: "teams/fire1.ics") == nil)
    #expect(try office.told("u1/sealed", in: "venues/h1.ics") != nil)
  }

  @Test func `of the date alone has the hour in private feeds`() throws {
    var office = office()

    let item = try office.told("u1/sealed", in: "private/teams/fire1.ics")

    #expect(item?.line("DTSTART") == "DTSTART;TZID=Asia/Shanghai:20240613T090700")
  }

  @Test(arguments: [true, false])
  func `of the date alone is opened when it is revealed or done`(byCompletion: Bool) throws {
    var office = office()
    office.publish()
    office.now = at("2024-06-14T08:00:30+08:00")
    if byCompletion {
      office.done("u1/sealed", on: day("2024-06-13"))
    } else {
      office.revealed = ["u1/sealed"]
    }

    let item = try #require(try office.told("u1/sealed", in: "teams/fire1.ics"))

    #expect(item.line("DTSTART") == "DTSTART;TZID=Asia/Shanghai:20240613T090700")
    let opening = "u1/sealed 2024-06-13T09:07:00+08:00 \(salt)"
    #expect(item["DESCRIPTION"]?.contains(opening) == true)
    #expect(SHA256.hex(of: opening) == commitment)
    #expect(item["SUMMARY"] == (byCompletion ? "【已完成】" : "") + "【演练】高层建筑疏散演练")
  }

  @Test func `of the date alone tells an old date, never an old hour`() throws {
    var office = office()
    office.publish()
    office.plan["u1/sealed"]?.day = day("2024-06-20")
    office.salts["u1/sealed"] = "ffffffffffffffffffffffffffffffff"

    let item = try #require(try office.told("u1/sealed", in: "communities/u1.ics"))

    #expect(item["DESCRIPTION"]?.hasPrefix("已改期，原定2024年6月13日\\n") == true)
  }

  @Test func `that no longer tells the hour takes it back, called off or not`() throws {
    var office = office()
    func announce(_ announcement: Requirement.Announcement) {
      var requirements = office.program.requirements.elements
      requirements[2].announcement = announcement
      office.program.requirements = Table(requirements)
    }
    announce(.public)
    #expect(
      try office.told("u1/sealed", in: "communities/u1.ics")?.line("DTSTART")
        == "DTSTART;TZID=Asia/Shanghai:20240613T090700")

    announce(.dateOnly)
    office.plan["u1/sealed"] = nil
    let item = try #require(try office.told("u1/sealed", in: "communities/u1.ics"))

    #expect(item["STATUS"] == "CANCELLED")
    #expect(item.line("DTSTART") == "DTSTART;VALUE=DATE:20240613")
    #expect(!item.lines.contains { $0.contains("09:07") || $0.contains("消防站") })
  }

  @Test func `for the office alone is in no public feed before it is done`() throws {
    var office = Office()
    office.plan["u1/hidden"] = Placement(day: day("2024-06-13"), start: 540, venue: "h1")

    #expect(try office.told("u1/hidden", in: "private/communities/u1.ics") != nil)
    for (path, file) in try office.files() where !path.hasPrefix("private/") {
      #expect(!String(decoding: file, as: UTF8.self).contains("hidden"), "\(path)")
    }
    office.now = at("2024-06-14T08:00:30+08:00")
    office.done("u1/hidden", on: day("2024-06-13"))
    #expect(try office.told("u1/hidden", in: "communities/u1.ics")?["STATUS"] == "CONFIRMED")
  }

  @Test func `that is withdrawn leaves a cancelled day without a name`() throws {
    var office = Office()
    office.plan["u1/drill"] = Placement(day: day("2024-06-13"), start: 540, venue: "h1")
    office.publish()
    var requirements = office.program.requirements.elements
    requirements[1].announcement = .internal
    office.program.requirements = Table(requirements)

    let item = try #require(try office.told("u1/drill", in: "communities/u1.ics"))

    #expect(item["STATUS"] == "CANCELLED")
    #expect(item["SUMMARY"] == "【取消】不再公布")
    #expect(item["DESCRIPTION"] == "已取消")
    #expect(item["LOCATION"] == nil)
    #expect(item.line("DTSTART") == "DTSTART;VALUE=DATE:20240613")
    #expect(office.publish().isEmpty)
  }
}
