import SourceText
import Drills
import Testing

@testable import Workspace

@Suite struct `The tables` {
  @Test func `fill venues`() throws {
    let venues = try program().venues.elements
    #expect(venues.map(\.id) == ["tower", "court", "hall"])
    #expect(venues.map(\.types) == [["high-rise"], ["high-rise"], ["hall"]])
    #expect(venues.map(\.owner) == ["xinhe", "lijia", nil])
    #expect(venues.map(\.capacity) == [600, 300, 300])
    #expect(venues.map(\.concurrent) == [1, 1, 1])
    #expect(
      venues.map(\.opening) == [
        Opening(hours: [HourRange(start: 480, end: 1080)]), Opening(),
        Opening(hours: [HourRange(start: 510, end: 1050)], days: .workdays),
      ])
    #expect(venues[0].address == "白塔路1号")
  }

  @Test func `fill teams`() throws {
    let team = try #require(try program().teams["fire-1"])
    #expect(team.role == "fire")
    #expect(team.crews == 2)
    #expect(team.turnaround == 60)
    #expect(team.covers == ["baita"])
    #expect(team.duty == Opening(hours: [HourRange(start: 540, end: 1050)]))
    #expect(team.contact == Contact(name: "", phone: "119"))
  }

  @Test func `have defaults for what they leave out`() throws {
    let program = try program(
      after: .write(
        "communities.csv", "id,name,kind,population\nxinhe,新和,urban,1\nlijia,李家,urban,2\n"),
      .write("teams.csv", "id,name\nfire,消防\n"),
      .write("venues.csv", "id,name,types\nhall,礼堂,hall、square\n"))
    #expect(program.communities.elements.map(\.area) == ["all-areas", "all-areas"])
    let team = try #require(program.teams["fire"])
    #expect(team.role == "fire")
    #expect(team.crews == 1)
    #expect(team.turnaround == 0)
    #expect(team.covers == [])
    #expect(team.duty == Opening())
    let venue = try #require(program.venues["hall"])
    #expect(venue.types == ["hall", "square"])
    #expect(venue.capacity == nil)
    #expect(venue.concurrent == 1)
  }

  @Test func `need no venues and no teams`() throws {
    let program = try program(
      after: .remove("venues.csv"), .remove("teams.csv"),
      .replace("plan.yaml", "venues: [hall]", with: "communities: [organizer]"))
    #expect(program.venues.count == 0)
    #expect(program.teams.count == 0)
  }

  @Test func `take scenario words of venue types in either language`() throws {
    let program = try program(
      after: .replace("venues.csv", "tower,新和一号楼,high-rise", with: "tower,新和一号楼,高层建筑"))
    #expect(program.venues["tower"]?.types == ["high-rise"])
  }

  @Test func `warn of a column and of a cover that nothing is`() throws {
    let reading = try reading(
      after: .replace("teams.csv", "turnaround", with: "turnround"),
      .replace("teams.csv", "baita", with: "baita、xinhe、beita"))
    #expect(reading.program != nil)
    #expect(
      reading.warnings.map(\.description) == [
        "teams.csv:1:20 (E1): unknown column 'turnround', left unread\n  Maybe 'turnaround'",
        "teams.csv:2:24 (F2, covers): no community or area 'beita'\n  Maybe 'baita'",
      ])
  }

  @Test func `warn of a column without a name, and pass over empty ones at the end`() throws {
    let reading = try reading(
      after: .write("teams.csv", "id,,name,,\nfire-1,x,消防,,\n"))
    #expect(reading.program?.teams["fire-1"]?.name == "消防")
    #expect(reading.warnings.map(\.reason) == [.namelessColumn])
    #expect(reading.warnings.map(\.position.column) == [4])
  }
}
