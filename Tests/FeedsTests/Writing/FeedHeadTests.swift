import Drills
import Testing

@testable import Feeds

@Suite struct `The head of a feed` {
  private func text(_ path: String, _ edit: (inout Program) -> Void = { _ in }) throws -> String {
    var office = Office()
    edit(&office.program)
    office.plan["u1/drill"] = Placement(day: day("2024-06-12"), start: 540, venue: "h1")
    office.publish()
    return String(decoding: try #require(try office.files()[path]), as: UTF8.self)
      .replacing("\r\n ", with: "")
  }

  @Test func `has its name before its one zone`() throws {
    let text = try text("communities/u1.ics")

    let name = try #require(text.firstRange(of: "\r\nX-WR-CALNAME:河畔社区｜2024年“安全生产月”\r\n"))
    let zones = text.ranges(of: "BEGIN:VTIMEZONE")
    #expect(zones.count == 1)
    #expect(name.upperBound <= zones[0].lowerBound)
    #expect(text.contains("\r\nTZID:Asia/Shanghai\r\n"))
  }

  @Test func `has the address of a public feed where it is known`() throws {
    let address = "https://calendar.example.org/baita/teams/fire1.ics"
    #expect(try text("teams/fire1.ics").contains("\r\nSOURCE;VALUE=URI:\(address)\r\n"))
    #expect(try text("teams/fire1.ics").contains("\r\nURL:\(address)\r\n"))
    #expect(!(try text("private/teams/fire1.ics").contains("SOURCE")))
    #expect(!(try text("teams/fire1.ics") { $0.publishBase = "" }.contains("SOURCE")))
  }

  @Test func `says how often to look, in hours`() throws {
    let text = try text("all.ics")
    #expect(text.contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"))
    #expect(text.contains("\r\nX-PUBLISHED-TTL:PT1H\r\n"))
  }

  @Test func `speaks the plan's language`() throws {
    #expect(try text("all.ics").contains("\r\nPRODID:-//Muster//Muster 1.0//ZH\r\n"))
    let english = try text("all.ics") { $0.language = .english }
    #expect(english.contains("\r\nPRODID:-//Muster//Muster 1.0//EN\r\n"))
    #expect(english.contains("\r\nNAME:All activities | 2024年“安全生产月”\r\n"))
  }

  @Test func `is as new as its newest event, and says nothing of that where there is none`() throws
  {
    #expect(try text("all.ics").contains("\r\nLAST-MODIFIED:20240520T000030Z\r\nBEGIN:VTIMEZONE"))
    #expect(!(try text("venues/sq.ics").contains("LAST-MODIFIED")))
    #expect(try text("venues/sq.ics").contains("BEGIN:VTIMEZONE"))
  }

  @Test func `has rules for a zone that changes its clocks`() throws {
    let text = try text("all.ics") { program in
      var berlin = Program(
        id: "test", organizer: program.organizer, zone: Zone("Europe/Berlin") ?? program.zone,
        period: program.period)
      berlin.communities = program.communities
      program = berlin
    }
    #expect(text.contains("\r\nTZID:Europe/Berlin\r\n"))
    #expect(text.contains("BEGIN:DAYLIGHT"))
  }
}
