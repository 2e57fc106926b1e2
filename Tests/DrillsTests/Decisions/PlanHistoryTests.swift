import Testing

@testable import Drills

private func decision(_ number: Int, _ what: Decision.What) -> Decision {
  var decision = Decision(what, reason: .storm, decidedBy: "A", decidedAt: Instant(seconds: number))
  decision.number = number
  return decision
}

private let storm = Decision.What.block(Closure(), displaced: [:])

private func steps(_ decisions: Int...) -> [PlanHistory.Step] {
  decisions.enumerated().map { PlanHistory.Step(number: $0 + 1, decisions: $1) }
}

private func at(_ date: String) -> Placement { Placement(day: day(date), start: 540) }

@Suite struct `What is taken back` {
  @Test(arguments: [
    // decisions known by each revision, and the turn
    ([0, 1], 1, 2), ([0, 0, 1, 2], 2, 3), ([0, 1, 1], 1, 2), ([0, 1, 2, 2], 1, 2),
  ])
  func `turns between the plan before a decision and the first with it`(
    known: [Int], before: Int, after: Int
  ) {
    let decisions = [decision(1, storm), decision(2, .undo(1))]
    let steps = known.enumerated().map { PlanHistory.Step(number: $0 + 1, decisions: $1) }
    #expect(
      PlanHistory.turns(of: decisions, in: steps)
        == [PlanHistory.Turn(decision: 1, before: before, after: after)])
  }

  @Test(arguments: [[0, 0], [0, 2], [1], []])
  func `does not turn where no plan was made with it, or none before`(known: [Int]) {
    let decisions = [decision(1, storm), decision(2, .undo(1))]
    let steps = known.enumerated().map { PlanHistory.Step(number: $0 + 1, decisions: $1) }
    #expect(PlanHistory.turns(of: decisions, in: steps) == [])
  }

  @Test func `does not turn while the decision stands, or stands again`() {
    #expect(PlanHistory.turns(of: [decision(1, storm)], in: steps(0, 1)) == [])
    let again = [decision(1, storm), decision(2, .undo(1)), decision(3, .undo(2))]
    #expect(PlanHistory.turns(of: again, in: steps(0, 1)) == [])
  }

  @Test func `turns at the earliest first`() {
    let decisions = [
      decision(1, storm), decision(2, storm), decision(3, .undo(2)), decision(4, .undo(1)),
    ]
    #expect(
      PlanHistory.turns(of: decisions, in: steps(0, 1, 2)) == [
        PlanHistory.Turn(decision: 1, before: 1, after: 2),
        PlanHistory.Turn(decision: 2, before: 2, after: 3),
      ])
  }

  private let before = Plan([
    "moved": at("2024-06-03"), "lost": at("2024-06-04"), "kept": at("2024-06-05"),
  ])
  private let after = Plan([
    "moved": at("2024-06-06"), "new": at("2024-06-04"), "kept": at("2024-06-05"),
  ])

  private func earlier(
    newest: Plan? = nil, done: Set<DutyID> = [], told: Set<DutyID> = [], more: Plan? = nil
  ) -> [DutyID: Earlier] {
    var history = PlanHistory()
    var turns = [PlanHistory.Turn(decision: 1, before: 1, after: 2)]
    if more != nil { turns.append(PlanHistory.Turn(decision: 2, before: 2, after: 3)) }
    history.takeBack(
      turns, plans: [1: before, 2: after, 3: more ?? Plan()], newest: newest ?? after,
      isDone: done.contains, wasTold: { id, since, _ in since == 2 && told.contains(id) })
    return history.earlier
  }

  @Test func `may go where it was before`() {
    #expect(
      earlier() == [
        "moved": .at(at("2024-06-03")), "lost": .at(at("2024-06-04")), "new": .unplaced,
      ])
  }

  @Test func `stays where a later plan has put it, where it was done, and what was told`() {
    var newest = after
    newest["moved"] = at("2024-06-07")
    #expect(earlier(newest: newest).keys.sorted() == ["lost", "new"])
    #expect(earlier(done: ["lost"]).keys.sorted() == ["moved", "new"])
    #expect(earlier(told: ["new"]).keys.sorted() == ["lost", "moved"])
  }

  @Test func `goes back to the earliest of several`() {
    var more = after
    more["moved"] = at("2024-06-07")
    // It is no longer where the first left it, only where the second did.
    #expect(earlier(newest: more, more: more)["moved"] == .at(at("2024-06-06")))
    #expect(earlier(newest: after, more: more)["moved"] == .at(at("2024-06-03")))
  }

  @Test(
    arguments: [
      // published, earlier, and what leaving it out and each of three places cost
      (at("2024-06-03"), nil, 24, [0, 8, 8]), (nil, nil, 24, [0, 0, 0]),
      (at("2024-06-03"), .at(at("2024-06-04")), 24, [0, 0, 8]),
      (at("2024-06-03"), .unplaced, 0, [0, 0, 0]),
      (nil, .at(at("2024-06-04")), 0, [0, 0, 0]),
    ] as [(Placement?, Earlier?, Int, [Int])])
  func `is priced from the nearer of its two places`(
    published: Placement?, earlier: Earlier?, dropped: Int, moved: [Int]
  ) {
    var program = smallProgram()
    program.communities.append(Community(id: "u1", name: "u1", kind: .urban))
    program.requirements.append(Requirement(id: "r", name: "r", duration: .minutes(60)))
    var circumstances = Circumstances()
    circumstances.base["u1/r"] = published
    if published == nil { circumstances.leftOut = ["u1/r"] }
    circumstances.earlier["u1/r"] = earlier
    let checker = PlanChecker(Agenda(program), in: circumstances)
    #expect(checker.check(Plan()).score.dropped == dropped)
    let costs = ["2024-06-03", "2024-06-04", "2024-06-05"].map {
      checker.check(Plan(["u1/r": at($0)])).score.moved
    }
    #expect(costs == moved)
  }

  @Test(arguments: [
    // now, and whether 6 June 9:00 may be had: notices and the freeze do not bar it, the past does
    ("2024-06-05", true), ("2024-06-06", true), ("2024-06-07", false),
  ])
  func `is barred by the past alone`(today: String, isAllowed: Bool) {
    var program = smallProgram()
    program.communities.append(Community(id: "u1", name: "u1", kind: .urban))
    var requirement = Requirement(id: "r", name: "r", duration: .minutes(60))
    requirement.notices = [NoticeRule(to: "fire", workdays: 3)]
    program.requirements.append(requirement)
    var circumstances = Circumstances()
    circumstances.now = Moment(day: day(today), minute: 0)
    circumstances.base["u1/r"] = at("2024-06-12")
    circumstances.earlier["u1/r"] = .at(at("2024-06-06"))
    let agenda = Agenda(program)
    let verdict = PlanChecker(agenda, in: circumstances).check(Plan(["u1/r": at("2024-06-06")]))
    #expect(verdict.isValid == isAllowed)
    let list = CandidateSource(agenda, in: circumstances).candidates(of: Row(0))
    let listed = list.candidates.map {
      agenda.placement($0, in: list, of: agenda.activities[Row(0)])
    }
    #expect(listed.contains(at("2024-06-06")) == isAllowed)
  }

  @Test func `lets a frozen one go back, and nowhere else`() {
    var program = smallProgram()
    program.communities.append(Community(id: "u1", name: "u1", kind: .urban))
    program.requirements.append(Requirement(id: "r", name: "r", duration: .minutes(60)))
    var circumstances = Circumstances()
    circumstances.now = Moment(day: day("2024-06-05"), minute: 0)
    circumstances.base["u1/r"] = at("2024-06-06")
    circumstances.earlier["u1/r"] = .at(at("2024-06-07"))
    circumstances.fixed["u1/r"] = Fixing(
      reason: .frozen, fields: Set(Fixing.Field.allCases), placement: at("2024-06-06"))
    let checker = PlanChecker(Agenda(program), in: circumstances)
    let valid = ["2024-06-06", "2024-06-07", "2024-06-10"].map {
      checker.check(Plan(["u1/r": at($0)])).isValid
    }
    #expect(valid == [true, true, false])
    #expect(!checker.check(Plan()).isValid)
  }

  @Test func `leaves what has no place published until its dates are past`() {
    var program = smallProgram()
    program.communities.append(Community(id: "u1", name: "u1", kind: .urban))
    var requirement = Requirement(id: "r", name: "r", duration: .minutes(60))
    requirement.dates = DaySet(day("2024-06-03")...day("2024-06-06"))
    program.requirements.append(requirement)
    let agenda = Agenda(program)
    var history = PlanHistory()
    history.published = ["u1/r", "u1/gone"]
    func leftOut(on today: String, _ edit: (inout Circumstances) -> Void = { _ in }) -> Set<DutyID>
    {
      var circumstances = Circumstances()
      circumstances.now = Moment(day: day(today), minute: 0)
      edit(&circumstances)
      circumstances.remember(history, in: agenda)
      return circumstances.leftOut
    }
    #expect(leftOut(on: "2024-06-06") == ["u1/r"])
    #expect(leftOut(on: "2024-06-07") == [])
    #expect(leftOut(on: "2024-06-04") { $0.cancelled = ["u1/r"] } == [])
    #expect(leftOut(on: "2024-06-04") { $0.base["u1/r"] = at("2024-06-05") } == [])
  }
}
