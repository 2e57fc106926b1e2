import Testing

@testable import Drills

/// Two communities, a square each and a shared hall, one fire station with one crew.
private func program(_ edit: (inout Program) -> Void = { _ in }) -> Program {
  var program = smallProgram()
  for id in ["u1", "u2"] {
    program.communities.append(Community(id: id, name: id, kind: .urban))
    var square = Venue(id: "\(id)-square", name: "square")
    square.types = ["square"]
    square.owner = id
    program.venues.append(square)
  }
  var hall = Venue(id: "hall", name: "hall")
  hall.types = ["hall"]
  program.venues.append(hall)
  var fire = Team(id: "fire-1", name: "fire station", role: "fire")
  fire.turnaround = 60
  program.teams.append(fire)
  edit(&program)
  return program
}

private func requirement(
  _ id: String, minutes: Minute = 60, _ edit: (inout Requirement) -> Void = { _ in }
) -> Requirement {
  var requirement = Requirement(id: id, name: id, duration: .minutes(minutes))
  edit(&requirement)
  return requirement
}

private func verdict(
  _ program: Program, _ placements: [DutyID: Placement],
  in circumstances: Circumstances = Circumstances()
) -> Verdict {
  PlanChecker(Agenda(program), in: circumstances).check(Plan(placements))
}

private func at(
  _ date: String, _ start: Minute, venue: String? = nil, teams: [String: String] = [:]
) -> Placement {
  Placement(day: day(date), start: start, venue: venue, teams: teams)
}

@Suite struct `The plan checker` {
  @Test func `finds nothing wrong with an empty plan but what is unplaced`() {
    let program = program { $0.requirements.append(requirement("r") { $0.priority = 7 }) }
    let verdict = verdict(program, [:])
    #expect(verdict.violations == [])
    #expect(verdict.score.unplaced == 14)
  }

  @Test func `knows every activity of the plan`() {
    let violations = verdict(program(), ["u1/ghost": at("2024-06-03", 540)]).violations
    #expect(violations == [Violation(.placement, ["u1/ghost"], about: .noSuchActivity)])
  }

  @Test(arguments: [
    (at("2024-06-02", 540), Filter.dates), (at("2024-06-03", 545), .hours),
    (at("2024-06-03", 540, venue: "hall"), .venue),
  ])
  func `names the filters that a placement fails`(placement: Placement, filter: Filter) {
    let program = program { $0.requirements.append(requirement("r")) }
    #expect(
      verdict(program, ["u1/r": placement]).violations
        == [Violation(.placement, ["u1/r"], about: .filters([filter]))])
  }

  @Test(arguments: [(599, false), (600, true)])
  func `lets a venue hold one activity at a time`(second: Minute, isValid: Bool) {
    let program = program {
      $0.grid = 1
      $0.requirements.append(requirement("r") { $0.venueTypes = ["hall"] })
    }
    let violations = verdict(
      program,
      [
        "u1/r": at("2024-06-03", 540, venue: "hall"),
        "u2/r": at("2024-06-03", second, venue: "hall"),
      ]
    ).violations
    #expect(
      violations == (isValid ? [] : [Violation(.venue, ["u1/r", "u2/r"], about: .venue("hall"))]))
  }

  @Test(arguments: [
    (1, 630, false), (1, 631, true), (1, 600, false), (1, 449, true), (1, 450, false),
    (2, 600, true), (2, 540, true),
  ])
  func `clears a venue after an activity, before the next one`(
    places: Int, start: Minute, isValid: Bool
  ) {
    let program = program {
      $0.grid = 1
      var yard = Venue(id: "yard", name: "yard")
      yard.types = ["yard"]
      yard.concurrent = places
      yard.turnaround = 31
      $0.venues.append(yard)
      $0.requirements.append(requirement("r") { $0.venueTypes = ["yard"] })
    }
    let violations = verdict(
      program,
      [
        "u1/r": at("2024-06-03", 540, venue: "yard"),
        "u2/r": at("2024-06-03", start, venue: "yard"),
      ]
    ).violations
    #expect(
      violations == (isValid ? [] : [Violation(.venue, ["u1/r", "u2/r"], about: .venue("yard"))]))
  }

  @Test(arguments: [(0, false), (29, false), (30, true)])
  func `clears a venue past midnight too`(start: Minute, isValid: Bool) {
    let program = program {
      $0.grid = 1
      var yard = Venue(id: "yard", name: "yard")
      yard.types = ["yard"]
      yard.turnaround = 90
      $0.venues.append(yard)
      $0.requirements.append(requirement("r") { $0.venueTypes = ["yard"] })
    }
    let violations = verdict(
      program,
      [
        "u1/r": at("2024-06-03", 1320, venue: "yard"),
        "u2/r": at("2024-06-04", start, venue: "yard"),
      ]
    ).violations
    #expect(violations.isEmpty == isValid)
  }

  /// Two communities that hold drill `r` together, beside what each holds alone.
  private func jointVerdict(
    _ placements: [DutyID: Placement], _ edit: (inout Program) -> Void = { _ in }
  ) -> Verdict {
    verdict(
      program {
        $0.requirements.append(
          requirement("r") {
            $0.together = .groups([["u1", "u2"]])
            $0.priority = 10
          })
        $0.requirements.append(requirement("own") { $0.priority = 1 })
        edit(&$0)
      }, placements)
  }

  @Test(arguments: [(540, false), (599, false), (600, true), (480, true), (481, false)])
  func `keeps partners of a joint activity from being in two places`(start: Minute, isValid: Bool) {
    let verdict = jointVerdict(
      ["u1/r": at("2024-06-03", 540), "u2/own": at("2024-06-03", start)]
    ) { $0.grid = 1 }
    #expect(
      verdict.violations
        == (isValid ? [] : [Violation(.community, ["u1/r", "u2/own"], about: .owner("u2"))]))
  }

  @Test(arguments: [(1, false), (2, true)])
  func `counts a joint activity towards each community's daily limit`(limit: Int, isValid: Bool) {
    let verdict = jointVerdict(
      ["u1/r": at("2024-06-03", 540), "u2/own": at("2024-06-03", 900)]
    ) { $0.limits.perCommunityPerDay = limit }
    #expect(verdict.isValid == isValid)
  }

  @Test(arguments: [("2024-06-05", true), ("2024-06-04", false)])
  func `puts a joint activity after what each of its communities must hold before`(
    date: String, isValid: Bool
  ) {
    let verdict = verdict(
      program {
        $0.requirements.append(requirement("own"))
        $0.requirements.append(
          requirement("r") {
            $0.together = .groups([["u1", "u2"]])
            $0.predecessors = [Predecessor(requirement: "own", days: 1)]
          })
        $0.grid = 20
      },
      [
        "u1/own": at("2024-06-03", 540), "u2/own": at("2024-06-04", 540), "u1/r": at(date, 700),
      ])
    #expect(
      verdict.violations == (isValid ? [] : [Violation(.order, ["u1/r", "u2/own"])]))
  }

  @Test(arguments: [
    ("u1-square", true), ("u2-square", true), ("u3-square", false),
  ])
  func `holds a joint activity at a venue of any of its communities`(venue: String, isValid: Bool) {
    let verdict = verdict(
      program {
        $0.communities.append(Community(id: "u3", name: "u3", kind: .urban))
        var square = Venue(id: "u3-square", name: "square")
        square.types = ["square"]
        square.owner = "u3"
        $0.venues.append(square)
        $0.requirements.append(
          requirement("r") {
            $0.together = .groups([["u1", "u2"]])
            $0.venueTypes = ["square"]
          })
      }, ["u1/r": at("2024-06-03", 540, venue: venue)])
    #expect(verdict.isValid == isValid)
  }

  @Test(
    arguments: [
      (["u1", "u2"], true), (["u1"], false), (["all-areas"], true), ([], true),
    ] as [(Set<String>, Bool)])
  func `asks of a team that it covers each of a joint activity's communities`(
    covers: Set<String>, isValid: Bool
  ) {
    let verdict = verdict(
      program {
        var team = Team(id: "t", name: "t", role: "medical")
        team.covers = covers
        $0.teams.append(team)
        $0.requirements.append(
          requirement("r") {
            $0.together = .groups([["u1", "u2"]])
            $0.crews = [CrewNeed(role: "medical", crews: 1)]
          })
      }, ["u1/r": at("2024-06-03", 540, teams: ["medical": "t"])])
    #expect(verdict.isValid == isValid)
  }

  @Test(arguments: [("u1", false), ("u2", false), ("u3", true)] as [(OwnerID, Bool)])
  func `closes a joint activity with any of its communities`(community: OwnerID, isValid: Bool) {
    let verdict = jointVerdict(["u1/r": at("2024-06-03", 540)]) {
      var closure = Closure()
      closure.communities = [community]
      $0.closures.append(closure)
    }
    #expect(verdict.isValid == isValid)
  }

  @Test func `counts a joint drill once where crowded, and for each community where close`() {
    let verdict = jointVerdict([
      "u1/r": at("2024-06-03", 540), "u1/own": at("2024-06-04", 540),
      "u2/own": at("2024-06-05", 540),
    ]) {
      $0.weights.crowding = 100
      $0.weights.closeness = 1
      $0.weights.quietWeek = 1000
      $0.limits.comfortableDrillsPerDay = 0
      $0.limits.comfortableDaysBetweenDrills = 4
    }
    // Three drills on three days; u1's are a day apart, u2's two; the week to 12 June is quiet for both.
    #expect(verdict.score.crowding == 300)
    #expect(verdict.score.closeness == 3 + 2)
    #expect(verdict.score.quietWeek == 2000)
  }

  @Test(
    arguments: [
      // left out, unplaced, unevenness: u(u − 1)/2 for each community, a joint one for both
      (["u1/r", "u1/own", "u2/own"], 12, 2), (["u1/own", "u2/own"], 2, 0),
      (["u1/r", "u1/own"], 11, 1),
      (["u1/r"], 10, 0), ([], 0, 0),
    ] as [([DutyID], Int, Int)])
  func `shares the shortage`(leftOut: [DutyID], unplaced: Int, unevenness: Int) {
    var placements: [DutyID: Placement] = [
      "u1/r": at("2024-06-03", 540), "u1/own": at("2024-06-04", 540),
      "u2/own": at("2024-06-05", 540),
    ]
    for id in leftOut { placements[id] = nil }
    let verdict = jointVerdict(placements) { $0.weights.unevenness = 1 }
    #expect(verdict.score.unplaced == unplaced)
    #expect(verdict.score.unevenness == unevenness)
  }

  @Test(
    arguments: [
      // spans of what comes before and after, its day, and whether they must be in order
      (Span.Kind.week, Span.Kind.week, "2024-06-06", "2024-06-03", false),
      (.week, .week, "2024-06-07", "2024-06-03", true),
      (.week, .month, "2024-06-07", "2024-06-03", false),
      (.month, .quarter, "2024-06-07", "2024-06-03", false),
      (nil, .week, "2024-06-07", "2024-06-03", false),
      (.week, nil, "2024-06-07", "2024-06-03", false),
      (.week, .month, "2024-06-07", "2024-06-08", true),
    ] as [(Span.Kind?, Span.Kind?, String, String, Bool)])
  func `keeps in order what recurs where spans overlap`(
    first: Span.Kind?, second: Span.Kind?, earlier: String, later: String, isValid: Bool
  ) throws {
    let program = program {
      $0.communities = Table([Community(id: "u1", name: "u1", kind: .urban)])
      $0.requirements.append(requirement("before") { $0.every = first })
      $0.requirements.append(
        requirement("after") {
          $0.every = second
          $0.predecessors = [Predecessor(requirement: "before")]
        })
    }
    let agenda = Agenda(program)
    func id(_ requirement: String, on date: String) throws -> DutyID {
      try #require(
        agenda.activities.elements.first {
          $0.id.text.hasPrefix("u1/\(requirement)") && $0.span?.days.contains(day(date)) ?? true
        }?.id)
    }
    let verdict = verdict(
      program,
      [
        try id("before", on: earlier): at(earlier, 540), try id("after", on: later): at(later, 540),
      ])
    #expect(verdict.isValid == isValid)
  }

  @Test(arguments: [
    // pinned, published, left out: what each level and part comes to
    (true, false, 100, 0), (false, true, 0, 24), (true, true, 100, 24), (false, false, 0, 0),
  ])
  func `counts what was decided and what was published where it is left out`(
    isPinned: Bool, isPublished: Bool, pinned: Int, dropped: Int
  ) {
    let program = program {
      $0.communities = Table([Community(id: "u1", name: "u1", kind: .urban)])
      $0.requirements.append(requirement("r"))
    }
    var circumstances = Circumstances()
    let place = at("2024-06-03", 540)
    if isPinned {
      circumstances.fixed["u1/r"] = Fixing(reason: .pinned, fields: [.day], placement: place)
    }
    if isPublished { circumstances.base["u1/r"] = place }
    let left = verdict(program, [:], in: circumstances)
    #expect(left.violations == [])
    #expect(left.score.pinnedUnplaced == pinned)
    #expect(left.score.unplaced == 100)
    #expect(left.score.dropped == dropped)
    let kept = verdict(program, ["u1/r": place], in: circumstances)
    #expect(kept.score.pinnedUnplaced == 0 && kept.score.dropped == 0)
  }

  @Test(arguments: [
    (868, true), (867, false), (840, false), (870, false),
  ])
  func `holds a requirement with a start at that time alone`(start: Minute, isValid: Bool) {
    let program = program { $0.requirements.append(requirement("r") { $0.start = 868 }) }
    #expect(verdict(program, ["u1/r": at("2024-06-03", start)]).isValid == isValid)
  }

  @Test(
    arguments: [
      // venue, seats of its own one, people, cost of being away
      ("hall", 100, 50, 5), ("hall", 50, 50, 5), ("hall", 49, 50, 0), ("u1-square", 100, 50, 0),
      ("hall", nil, 50, 5),
    ] as [(String, Int?, Int, Int)])
  func `prices a shared venue where the community owns one that seats all`(
    venue: String, seats: Int?, people: Int, cost: Int
  ) {
    var program = program { $0.weights.away = 5 }
    var venues = program.venues.elements
    for index in venues.indices {
      venues[index].types = ["place"]
      if venues[index].owner == "u1" {
        venues[index].capacity = seats
        // Its hours are not asked.
        venues[index].opening = Opening(hours: [HourRange(start: 0, end: 60)])
      }
    }
    program.venues = Table(venues)
    program.requirements.append(
      requirement("r") {
        $0.venueTypes = ["place"]
        $0.participants = .number(people)
      })
    let agenda = Agenda(program)
    let check = PlacementCheck(agenda, in: Circumstances())
    #expect(
      check.cost(of: at("2024-06-03", 540, venue: venue), for: agenda.activities.elements[0])
        == cost)
  }

  @Test(arguments: [
    // minutes after midnight, and whether the crew is back by then: it lasts 90 minutes that pass
    ("2026-03-08", 60, 210, true), ("2026-03-08", 60, 209, false),
    ("2026-11-01", 60, 90, false), ("2026-11-01", 0, 89, false), ("2026-11-01", 0, 90, true),
    ("2026-11-01", 60, 120, true),
  ])
  func `counts the time that passes where clocks change`(
    date: String, first: Minute, second: Minute, isValid: Bool
  ) throws {
    var program = program { $0.grid = 1 }
    program.zone = try #require(Zone("America/Detroit"))
    program.period = day(date)...day(date)
    program.teams = Table([Team(id: "fire-1", name: "fire station", role: "fire")])
    program.requirements.append(
      requirement("r", minutes: 90) { $0.crews = [CrewNeed(role: "fire", crews: 1)] })
    let team = ["fire": "fire-1"]
    #expect(
      verdict(
        program, ["u1/r": at(date, first, teams: team), "u2/r": at(date, second, teams: team)]
      ).isValid == isValid)
  }

  @Test(arguments: [
    ("2024-06-03", 1439, false), ("2024-06-04", 0, false), ("2024-06-04", 60, true),
  ])
  func `keeps a crew through its turnaround, past midnight too`(
    date: String, start: Minute, isValid: Bool
  ) {
    let program = program {
      $0.grid = 1
      $0.requirements.append(
        requirement("r", minutes: 1) { $0.crews = [CrewNeed(role: "fire", crews: 1)] })
    }
    let team = ["fire": "fire-1"]
    let violations = verdict(
      program,
      ["u1/r": at("2024-06-03", 1439, teams: team), "u2/r": at(date, start, teams: team)]
    ).violations
    #expect(
      violations == (isValid ? [] : [Violation(.team, ["u1/r", "u2/r"], about: .team("fire-1"))]))
  }

  @Test func `keeps a community from being in two places, its organizer's included`() {
    let program = program {
      $0.requirements.append(requirement("r"))
      $0.requirements.append(
        requirement("call") {
          $0.audience = Audience(organizer: true)
          $0.attends = [CommunityFilter()]
        })
      $0.requirements.append(requirement("quiz") { $0.blocking = false })
    }
    let violations = verdict(
      program,
      [
        "u1/r": at("2024-06-03", 540), "u1/quiz": at("2024-06-03", 540),
        "organizer/call": at("2024-06-03", 570),
      ]
    ).violations
    #expect(violations == [Violation(.community, ["organizer/call", "u1/r"], about: .owner("u1"))])
  }

  @Test func `counts a community's own activities of one day`() {
    let program = program {
      $0.limits.perCommunityPerDay = 1
      $0.requirements.append(requirement("r") { $0.count = 2 })
    }
    let violations = verdict(
      program, ["u1/r/1": at("2024-06-03", 540), "u1/r/2": at("2024-06-03", 600)]
    ).violations
    #expect(
      violations == [
        Violation(.community, ["u1/r/1", "u1/r/2"], about: .day(day("2024-06-03"), of: "u1"))
      ])
  }

  @Test(arguments: [
    (1, "2024-06-03", 1200, false), (1, "2024-06-04", 0, true), (0, "2024-06-03", 599, false),
    (0, "2024-06-03", 600, true), (2, "2024-06-04", 600, false),
  ])
  func `keeps what comes after behind it`(days: Int, date: String, start: Minute, isValid: Bool) {
    let program = program {
      $0.grid = 1
      $0.requirements.append(requirement("first") { $0.blocking = false })
      $0.requirements.append(
        requirement("second") { $0.predecessors = [Predecessor(requirement: "first", days: days)] })
    }
    let violations = verdict(
      program, ["u1/first": at("2024-06-03", 540), "u1/second": at(date, start)]
    ).violations
    #expect(violations == (isValid ? [] : [Violation(.order, ["u1/first", "u1/second"])]))
  }

  @Test func `falls back on the organizer's where a community has no such activity`() {
    let program = program {
      $0.requirements.append(requirement("first") { $0.audience = Audience(organizer: true) })
      $0.requirements.append(
        requirement("second") { $0.predecessors = [Predecessor(requirement: "first")] })
    }
    let violations = verdict(
      program, ["organizer/first": at("2024-06-04", 540), "u1/second": at("2024-06-04", 900)]
    ).violations
    #expect(violations == [Violation(.order, ["organizer/first", "u1/second"])])
  }

  @Test(arguments: [("2024-06-05", false), ("2024-06-06", true)])
  func `keeps occurrences apart`(date: String, isValid: Bool) {
    let program = program {
      $0.requirements.append(
        requirement("r") {
          $0.count = 2
          $0.apart = 3
        })
    }
    let violations = verdict(
      program, ["u1/r/1": at("2024-06-03", 540), "u1/r/2": at(date, 540)]
    ).violations
    #expect(violations == (isValid ? [] : [Violation(.apart, ["u1/r/1", "u1/r/2"])]))
  }

  @Test func `wants what a block called off made up for in time`() {
    let program = program {
      $0.makeUpWithin = 2
      $0.requirements.append(requirement("r"))
    }
    var circumstances = Circumstances()
    circumstances.base["u1/r"] = at("2024-06-04", 540)
    var block = Closure()
    block.dates = DaySet(day("2024-06-04")...day("2024-06-04"))
    circumstances.blocks = [block]
    #expect(verdict(program, ["u1/r": at("2024-06-06", 540)], in: circumstances).isValid)
    #expect(
      verdict(program, ["u1/r": at("2024-06-07", 540)], in: circumstances).violations
        == [Violation(.makeUp, ["u1/r"])])
  }

  @Test func `holds pinned fields, done and frozen placements, and the freeze`() {
    let program = program { $0.requirements.append(requirement("r")) }
    var circumstances = Circumstances()
    circumstances.now = Moment(day: day("2024-06-03"), minute: 480)
    circumstances.base = ["u2/r": at("2024-06-12", 540)]
    circumstances.fixed = [
      "u1/r": Fixing(reason: .pinned, fields: [.day], placement: at("2024-06-06", 0))
    ]
    #expect(
      verdict(
        program, ["u1/r": at("2024-06-06", 900), "u2/r": at("2024-06-05", 480)], in: circumstances
      ).isValid)
    #expect(
      verdict(
        program, ["u1/r": at("2024-06-07", 0), "u2/r": at("2024-06-05", 450)], in: circumstances
      ).violations == [
        Violation(.fixed, ["u1/r"], about: .fixing(.pinned)),
        Violation(.fixed, ["u2/r"], about: .freeze),
      ])
  }

  @Test func `reports and does not count what done and frozen activities break among themselves`() {
    let program = program { $0.requirements.append(requirement("r") { $0.venueTypes = ["hall"] }) }
    let placement = at("2024-06-03", 545, venue: "hall")
    let fixing = Fixing(reason: .done, fields: Set(Fixing.Field.allCases), placement: placement)
    var circumstances = Circumstances()
    circumstances.fixed = ["u1/r": fixing, "u2/r": fixing]
    let verdict = verdict(program, ["u1/r": placement, "u2/r": placement], in: circumstances)
    #expect(verdict.isValid)
    #expect(verdict.reported.map(\.rule) == [.placement, .placement, .venue])
  }

  @Test func `drops a rule for the activity that a person overrode it for`() {
    let program = program { $0.requirements.append(requirement("r") { $0.venueTypes = ["hall"] }) }
    var circumstances = Circumstances()
    circumstances.overrides = ["u1/r": [.venue]]
    let placement = at("2024-06-03", 540, venue: "hall")
    #expect(
      verdict(program, ["u1/r": placement, "u2/r": placement], in: circumstances).isValid)
  }

  @Test func `adds up the cost by the model's formulas`() {
    let program = program {
      $0.limits.comfortableDrillsPerDay = 1
      $0.limits.comfortableDaysBetweenDrills = 4
      $0.requirements.append(
        requirement("r") {
          $0.count = 2
          $0.aimBy = day("2024-06-04")
          var morning = Preference()
          morning.hours = [HourRange(start: 480, end: 720)]
          morning.weight = 5
          $0.preferences = [morning]
        })
    }
    var circumstances = Circumstances()
    circumstances.base = ["u1/r/1": at("2024-06-04", 540), "u1/r/2": at("2024-06-04", 600)]
    let score = verdict(
      program,
      [
        "u1/r/1": at("2024-06-04", 720), "u1/r/2": at("2024-06-05", 540),
        "u2/r/1": at("2024-06-04", 540), "u2/r/2": at("2024-06-12", 540),
      ], in: circumstances
    ).score
    // Afternoon 5; one day late 1, eight days late 8.
    #expect(score.placement == 14)
    // Two drills of one area on 4 June: excess 1.
    #expect(score.crowding == 4)
    // u1's two drills are a day apart: 2 × (4 − 1); u2's are far apart.
    #expect(score.closeness == 6)
    // Weeks 3–6 and 7–12 June: u1 has nothing in the second.
    #expect(score.quietWeek == 6)
    // One moved in time, one to another day.
    #expect(score.moved == 11)
    #expect(score.cost == 41)
  }

  @Test func `asks nothing of cancelled activities`() {
    let program = program { $0.requirements.append(requirement("r")) }
    var circumstances = Circumstances()
    circumstances.cancelled = ["u1/r"]
    #expect(verdict(program, [:], in: circumstances).score.unplaced == 100)
    #expect(
      verdict(program, ["u1/r": at("2024-06-03", 540)], in: circumstances).violations
        == [Violation(.placement, ["u1/r"], about: .cancelled)])
  }
}
