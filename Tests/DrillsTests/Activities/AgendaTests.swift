import Testing

@testable import Drills

@Suite struct `An agenda` {
  private func program() -> Program {
    var program = smallProgram()
    program.period = day("2024-06-01")...day("2024-06-30")
    for (id, kind) in [("u1", Community.Kind.urban), ("v1", .rural)] {
      program.communities.append(Community(id: id, name: id, kind: kind))
    }
    for id in ["h1", "h2"] {
      var venue = Venue(id: id, name: id)
      venue.types = ["high-rise"]
      venue.owner = "u1"
      program.venues.append(venue)
    }
    return program
  }

  private func ids(_ edit: (inout Requirement) -> Void) -> [String] {
    var program = program()
    var requirement = Requirement(id: "r", name: "R", duration: .minutes(60))
    edit(&requirement)
    program.requirements.append(requirement)
    return Agenda(program).activities.elements.map(\.id)
  }

  @Test func `has one activity for each community`() {
    #expect(ids { _ in } == ["u1/r", "v1/r"])
  }

  @Test func `has the organizer's before the communities'`() {
    #expect(ids { $0.audience.organizer = true } == ["organizer/r", "u1/r", "v1/r"])
  }

  @Test func `has one for each venue that a community owns, and none where it owns none`() {
    #expect(
      ids {
        $0.venueTypes = ["high-rise"]
        $0.isPerVenue = true
      } == ["u1/r/h1", "u1/r/h2"])
  }

  @Test func `numbers occurrences only where there are several`() {
    #expect(
      ids {
        $0.count = 2
        $0.audience.filters[0].kinds = [.urban]
      } == ["u1/r/1", "u1/r/2"])
  }

  @Test func `has one for each reporting week that holds a possible day`() {
    #expect(
      ids {
        $0.isWeekly = true
        $0.days = .weekdays([.sat])
        $0.audience.filters[0].kinds = [.urban]
      } == [
        "u1/r/2024-06-06", "u1/r/2024-06-13", "u1/r/2024-06-20", "u1/r/2024-06-27",
        "u1/r/2024-07-04",
      ])
  }

  @Test func `leaves out a weekly one in a week whose days it does not want`() {
    #expect(
      ids {
        $0.isWeekly = true
        $0.dates = DaySet(day("2024-06-10")...day("2024-06-15"))
        $0.days = .workdays
        $0.audience.filters[0].kinds = [.urban]
      } == ["u1/r/2024-06-13", "u1/r/2024-06-20"])
  }

  @Test func `finds the week of a day by counting or by searching`() {
    let agenda = Agenda(program())
    for day in day("2024-05-25")...day("2024-07-05") {
      #expect(agenda.week(of: day) == agenda.weeks.firstIndex { $0.days.contains(day) })
    }
  }

  @Test func `rounds a share of the residents up`() {
    var requirement = Requirement(id: "r", name: "R", duration: .minutes(60))
    requirement.participants = .share(numerator: 3, denominator: 100)
    #expect(requirement.participants(from: 1001) == 31)
    #expect(requirement.participants(from: 1000) == 30)
  }
}
