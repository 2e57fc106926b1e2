import Drills
import Testing

@testable import Scheduling

/// Cases P1 to P4 of what an earlier version got wrong, with the right value, and their neighbours.
@Suite struct `What a person decided` {
  /// Three communities, one fire crew, an hour on each of two mornings: one community goes without.
  ///
  /// Published are c3 on the 3rd and c2 on the 4th.
  private struct Morning {
    var program: Program
    var circumstances = Circumstances()
    let third = Placement(day: day("2024-06-03"), start: 540, teams: ["fire": "f"])
    let fourth = Placement(day: day("2024-06-04"), start: 540, teams: ["fire": "f"])

    init(_ edit: (inout Requirement) -> Void = { _ in }) {
      program = Program(
        id: "short", organizer: Organizer(name: "Office"), zone: shanghai,
        period: day("2024-06-03")...day("2024-06-14"))
      for id in ["c1", "c2", "c3"] {
        program.communities.append(Community(id: id, name: id, kind: .urban))
      }
      program.teams.append(Team(id: "f", name: "f", role: "fire"))
      var requirement = Requirement(id: "a", name: "a", duration: .minutes(60))
      requirement.hours = hours("09:00-10:00")
      requirement.dates = DaySet(day("2024-06-03")...day("2024-06-04"))
      requirement.crews = [CrewNeed(role: "fire", crews: 1)]
      edit(&requirement)
      program.requirements.append(requirement)
      circumstances.now = Moment(day: day("2024-05-20"), minute: 480)
      circumstances.base = ["c3/a": third, "c2/a": fourth]
    }

    mutating func pin(
      _ id: DutyID, _ placement: Placement, _ fields: Set<Fixing.Field> = [.day, .start]
    ) {
      circumstances.fixed[id] = Fixing(reason: .pinned, fields: fields, placement: placement)
    }

    /// The plan that is found, which must be proven and as good as the best of all.
    func best(at location: SourceLocation = #_sourceLocation) async throws -> Outcome {
      let agenda = Agenda(program)
      let truth = try #require(
        BruteForce(agenda, in: circumstances), sourceLocation: location)
      let least = try #require(truth.leastShortage, sourceLocation: location)
      let outcome = await Scheduler(
        agenda, in: circumstances, options: SearchOptions(timeLimitSeconds: nil)
      ).run()
      #expect(outcome.isOptimal, sourceLocation: location)
      #expect(
        PlanChecker(agenda, in: circumstances).check(outcome.plan).score == outcome.score,
        sourceLocation: location)
      #expect(outcome.score.pinnedUnplaced == least.pinned, sourceLocation: location)
      #expect(outcome.score.unplaced == least.all, sourceLocation: location)
      #expect(outcome.score.cost == truth.costs[least], sourceLocation: location)
      return outcome
    }
  }

  // MARK: P1, P2: moves when not all can be placed

  @Test func `is done when it moves a published one to where another is`() async throws {
    var morning = Morning()
    morning.pin("c3/a", morning.fourth)
    let outcome = try await morning.best()
    #expect(outcome.plan["c3/a"] == morning.fourth)
    #expect(outcome.plan["c2/a"] == morning.third)
    #expect(outcome.plan["c1/a"] == nil)
    // One community has a quiet week, two activities are on another day.
    #expect(outcome.score.cost == 6 + 16)
  }

  @Test func `is done when it moves one that was left out`() async throws {
    var morning = Morning()
    morning.pin("c1/a", morning.third)
    let outcome = try await morning.best()
    #expect(outcome.plan["c1/a"] == morning.third)
    #expect(outcome.plan["c2/a"] == morning.fourth)
    #expect(outcome.score.unplaced == 100)
  }

  @Test(arguments: [1, 50, 1000])
  func `is done whatever the priority of what must make way`(priority: Int) async throws {
    var morning = Morning()
    var other = Requirement(id: "b", name: "b", duration: .minutes(60))
    other.hours = hours("09:00-10:00")
    other.dates = DaySet(day("2024-06-03")...day("2024-06-03"))
    other.crews = [CrewNeed(role: "fire", crews: 1)]
    other.priority = priority
    var filter = CommunityFilter()
    filter.communities = ["c3"]
    other.audience = Audience(filters: [filter])
    morning.program.requirements.append(other)
    morning.circumstances.base = ["c3/b": morning.third, "c2/a": morning.fourth]
    morning.pin("c1/a", morning.third)
    let outcome = try await morning.best()
    #expect(outcome.plan["c1/a"] == morning.third)
    #expect(outcome.plan["c3/b"] == nil)
  }

  @Test func `comes first also where several must be left out for it`() async throws {
    var morning = Morning {
      $0.hours = hours("08:00-12:00")
      $0.dates = DaySet(day("2024-06-03")...day("2024-06-03"))
    }
    var long = Requirement(id: "long", name: "long", duration: .minutes(240))
    long.hours = hours("08:00-12:00")
    long.dates = DaySet(day("2024-06-03")...day("2024-06-03"))
    long.crews = [CrewNeed(role: "fire", crews: 1)]
    var filter = CommunityFilter()
    filter.communities = ["c1"]
    long.audience = Audience(filters: [filter])
    long.priority = 1
    morning.program.grid = 60
    morning.program.requirements.append(long)
    morning.circumstances.base = [:]
    let eight = Placement(day: day("2024-06-03"), start: 480, teams: ["fire": "f"])
    morning.pin("c1/long", eight)
    let outcome = try await morning.best()
    #expect(outcome.plan["c1/long"] == eight)
    #expect(outcome.score.unplaced == 300)
  }

  @Test func `yields to another decision alone, the less important one`() async throws {
    var morning = Morning()
    morning.pin("c1/a", morning.third)
    morning.pin("c2/a", morning.third)
    let outcome = try await morning.best()
    #expect(outcome.score.pinnedUnplaced == 100)
    #expect(outcome.score.unplaced == 100)
    #expect([outcome.plan["c1/a"], outcome.plan["c2/a"]].contains(morning.third))
  }

  @Test func `yields to what is frozen`() async throws {
    var morning = Morning()
    morning.circumstances.fixed["c3/a"] = Fixing(
      reason: .frozen, fields: Set(Fixing.Field.allCases), placement: morning.third)
    morning.pin("c1/a", morning.third)
    let outcome = try await morning.best()
    #expect(outcome.score.pinnedUnplaced == 100)
    #expect(outcome.plan["c3/a"] == morning.third)
    #expect(outcome.plan["c2/a"] == morning.fourth)
  }

  // MARK: P3: pins

  /// Squares of c2 and c3 are two kilometres away, that of c1 at its door.
  private func squares() -> Morning {
    var morning = Morning { $0.venueTypes = ["sq"] }
    morning.program.communities = Table(
      morning.program.communities.elements.map {
        var community = $0
        community.position = Position(latitude: 41.6, longitude: 123.4)
        return community
      })
    for (id, north) in [("c1", 0.0), ("c2", 0.02), ("c3", 0.02)] {
      var square = Venue(id: "\(id)-sq", name: "sq")
      square.types = ["sq"]
      square.owner = id
      square.position = Position(latitude: 41.6 + north, longitude: 123.4)
      morning.program.venues.append(square)
    }
    morning.circumstances.base = [
      "c3/a": Placement(
        day: day("2024-06-03"), start: 540, venue: "c3-sq", teams: ["fire": "f"]),
      "c2/a": Placement(
        day: day("2024-06-04"), start: 540, venue: "c2-sq", teams: ["fire": "f"]),
    ]
    return morning
  }

  @Test(arguments: [
    Set(Fixing.Field.allCases), [.day], [.start], [.venue], [.teams], [.day, .start],
  ])
  func `stays although leaving it out would be cheaper`(fields: Set<Fixing.Field>) async throws {
    var morning = squares()
    morning.program.weights.dropped = 0
    let published = try #require(morning.circumstances.base["c3/a"])
    morning.pin("c3/a", published, fields)
    let outcome = try await morning.best()
    let placement = try #require(outcome.plan["c3/a"])
    #expect(morning.circumstances.fixed["c3/a"]?.admits(placement) == true)
    #expect(outcome.score.pinnedUnplaced == 0)
    #expect(outcome.score.unplaced == 100)
  }

  @Test func `stays where it is pinned, at the price that this has`() async throws {
    var morning = squares()
    let published = try #require(morning.circumstances.base["c3/a"])
    morning.pin("c3/a", published, Set(Fixing.Field.allCases))
    let outcome = try await morning.best()
    #expect(outcome.plan["c3/a"] == published)
    #expect(outcome.score.cost == 10)
    #expect(outcome.score.unplaced == 100)
  }

  // MARK: P4: what is published

  @Test func `or published is not swapped for what is not, for a saving of two`() async throws {
    let morning = squares()
    let outcome = try await morning.best()
    #expect(outcome.plan.placements == morning.circumstances.base)
    #expect(outcome.score.cost == 10)
  }

  @Test(arguments: [(0, 8), (1, 9), (3, 10), (24, 10)])
  func `or published is dropped for no less than that costs`(
    dropped: Int, cost: Int
  ) async throws {
    var morning = squares()
    morning.program.weights.dropped = dropped
    let outcome = try await morning.best()
    #expect(outcome.score.cost == cost)
    #expect((outcome.score.dropped > 0) == (dropped == 1))
  }

  @Test(arguments: [100, 110, 200])
  func `or published makes way for what is more important`(priority: Int) async throws {
    var morning = Morning()
    var other = Requirement(id: "b", name: "b", duration: .minutes(60))
    other.hours = hours("09:00-10:00")
    other.dates = DaySet(day("2024-06-03")...day("2024-06-04"))
    other.crews = [CrewNeed(role: "fire", crews: 1)]
    other.priority = priority
    var filter = CommunityFilter()
    filter.communities = ["c1"]
    other.audience = Audience(filters: [filter])
    morning.program.requirements.append(other)
    let outcome = try await morning.best()
    #expect((outcome.plan["c1/b"] != nil) == (priority > 100))
    #expect(outcome.score.dropped == (priority > 100 ? 24 : 0))
  }
}
