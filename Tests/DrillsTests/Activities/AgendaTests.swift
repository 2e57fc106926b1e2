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
    return Agenda(program).activities.elements.map(\.id.text)
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
        $0.every = .week
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
        $0.every = .week
        $0.dates = DaySet(day("2024-06-10")...day("2024-06-15"))
        $0.days = .workdays
        $0.audience.filters[0].kinds = [.urban]
      } == ["u1/r/2024-06-13", "u1/r/2024-06-20"])
  }

  @Test(arguments: [
    (Span.Kind.month, "2024-05-20", "2024-07-02", ["2024-05", "2024-06", "2024-07"]),
    (.month, "2024-06-03", "2024-06-12", ["2024-06"]),
    (.month, "2024-12-31", "2025-01-01", ["2024-12", "2025-01"]),
    (.quarter, "2024-05-20", "2024-07-02", ["2024-q2", "2024-q3"]),
    (.quarter, "2024-12-31", "2025-01-01", ["2024-q4", "2025-q1"]),
    (.quarter, "2024-03-31", "2024-03-31", ["2024-q1"]),
    (.quarter, "2024-10-01", "2024-12-31", ["2024-q4"]),
  ])
  func `has one for each month or quarter that holds a possible day`(
    kind: Span.Kind, first: String, last: String, names: [String]
  ) {
    #expect(
      ids {
        $0.every = kind
        $0.dates = DaySet(day(first)...day(last))
        $0.audience.filters[0].kinds = [.urban]
      } == names.map { "u1/r/\($0)" })
  }

  @Test func `leaves out a month without a possible day`() {
    #expect(
      ids {
        $0.every = .month
        $0.dates = DaySet([
          day("2024-05-01")...day("2024-05-31"), day("2024-06-01")...day("2024-06-02"),
        ])
        $0.days = .workdays
        $0.audience.filters[0].kinds = [.urban]
      } == ["u1/r/2024-05"])
  }

  @Test(arguments: [
    (Requirement.Together.areas, ["c0/r:c0,c2", "c1/r:c1,c3"]),
    (.groups([["c2", "c0"], ["c3", "c1"]]), ["c2/r:c2,c0", "c3/r:c3,c1"]),
    (.groups([["c3", "c0", "c1"]]), ["c2/r:c2", "c3/r:c3,c0,c1"]),
    (.groups([["c1"]]), ["c0/r:c0", "c1/r:c1", "c2/r:c2", "c3/r:c3"]),
  ])
  func `has one for each group that holds it together`(
    together: Requirement.Together, expected: [String]
  ) {
    #expect(joint(together).map(\.0) == expected)
  }

  @Test(arguments: [
    (["c2/r"], "c2/r:c2,c3,c0"), (["c0/r", "c2/r"], "c2/r:c2,c3,c0"), (["c1/r"], "c3/r:c3,c2,c0"),
    (["c2/other"], "c3/r:c3,c2,c0"),
  ])
  func `keeps the published host of a joint one while it is in the group`(
    published: [DutyID], expected: String
  ) {
    #expect(
      joint(.groups([["c3", "c2", "c0"]]), published: published).map(\.0)
        == ["c1/r:c1", expected].sorted())
  }

  @Test func `expects a share of all who hold it together`() {
    // 3 % of 101 + 303 is 12.12.
    #expect(joint(.areas).map(\.1) == [13, 19])
  }

  /// Each with its communities, and whom it expects.
  private func joint(
    _ together: Requirement.Together, published: [DutyID] = []
  ) -> [(String, Int)] {
    var program = smallProgram()
    for index in 0..<4 {
      var community = Community(id: "c\(index)", name: "C", kind: .urban)
      community.area = index.isMultiple(of: 2) ? "a0" : "a1"
      community.population = 101 * (index + 1)
      program.communities.append(community)
    }
    var requirement = Requirement(id: "r", name: "R", duration: .minutes(60))
    requirement.together = together
    requirement.participants = .share(numerator: 3, denominator: 100)
    program.requirements.append(requirement)
    let agenda = Agenda(program, published: published)
    return agenda.activities.elements.map { activity in
      let ids = agenda.communities(of: activity).map(\.id).joined(separator: ",")
      return ("\(activity.id):\(ids)", activity.participants)
    }
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
