import Drills
import Testing

@testable import Scheduling

/// A random month with its first plan, and decisions that people take in the middle of it.
private struct Month {
  let agenda: Agenda
  let first: Plan
  let now = Moment(day: day("2024-06-06"), minute: 540)
  var decisions: [Decision] = []
  var completions: [DutyID: Completion] = [:]

  init(seed: UInt64) async {
    var trial = randomCase(seed: seed)
    trial.circumstances = Circumstances()
    agenda = trial.agenda
    first = await plan(agenda, Circumstances(), seed).plan
    var random = SplitMix64(seed: seed &+ 77)
    for (id, placement) in first.placements.sorted(by: { $0.key < $1.key }) {
      if placement.moment < now, random.flip(0.8) {
        completions[id] = Completion(
          of: id, day: placement.day, people: 1, recordedBy: "a", recordedAt: 0)
        continue
      }
      guard random.flip(0.4) else { continue }
      decide(about: id, placement, &random)
    }
    if random.flip() {
      var block = Closure()
      let start = day("2024-06-07") + random.below(5)
      block.dates = DaySet(start...start + 1)
      block.venues = random.flip() ? ["hall"] : []
      let check = PlacementCheck(agenda, in: Circumstances())
      let displaced = first.placements.filter { id, placement in
        agenda.activities[id].map { check.isClosed(placement, of: $0, by: block) } ?? false
          && placement.moment >= now
      }
      decide(.block(block, displaced: displaced.mapValues(\.day)))
    }
  }

  private mutating func decide(
    about id: DutyID, _ placement: Placement, _ random: inout SplitMix64
  ) {
    switch random.below(4) {
    case 0: decide(.cancel(id))
    case 1: decide(.pin(id, at: placement, fields: [random.pick(Fixing.Field.allCases)]))
    case 2: decide(.pin(id, at: placement, fields: Set(Fixing.Field.allCases)))
    default: move(id, placement, &random)
    }
  }

  /// Somewhere that only `placement` and `fixed` may stand against; both are overridden.
  private mutating func move(
    _ id: DutyID, _ placement: Placement, _ random: inout SplitMix64
  ) {
    guard let activity = agenda.activities[id] else { return }
    let goal = Placement(day: day("2024-06-08") + random.below(6), start: 600)
    let trial = MoveTrial(
      to: goal, fields: [.day, .start], of: activity, in: first, agenda, circumstances)
    guard trial.rules.allSatisfy({ [.placement, .fixed].contains($0) }) else { return }
    decide(
      .move(id, to: trial.placement, fields: [.day, .start], overrides: Set(trial.rules)))
  }

  private mutating func decide(_ what: Decision.What) {
    var decision = Decision(what, reason: .storm, decidedBy: "a", decidedAt: 0)
    decision.number = decisions.count + 1
    decisions.append(decision)
  }

  var circumstances: Circumstances { circumstances(published: first) }

  func circumstances(published: Plan) -> Circumstances {
    Circumstances(
      agenda: agenda, published: published.placements, completions: completions,
      decisions: StandingDecisions(decisions), now: now)
  }
}

private func plan(
  _ agenda: Agenda, _ circumstances: Circumstances, _ seed: UInt64
) async -> Outcome {
  await Scheduler(
    agenda, in: circumstances,
    options: SearchOptions(seed: seed, timeLimitSeconds: nil, patience: 0, monthSteps: 2000)
  ).run()
}

@Suite struct `Replanning` {
  @Test(arguments: UInt64(1)...40)
  func `keeps to every decision, and to what is done or frozen`(seed: UInt64) async {
    let month = await Month(seed: seed)
    let circumstances = month.circumstances
    let outcome = await plan(month.agenda, circumstances, seed)
    let verdict = PlanChecker(month.agenda, in: circumstances).check(outcome.plan)

    #expect(verdict.violations == [])
    #expect(verdict.score == outcome.score)
    let standing = StandingDecisions(month.decisions)
    for id in standing.cancelled.keys { #expect(outcome.plan[id] == nil) }
    for (id, fixing) in circumstances.fixed where fixing.reason != .pinned {
      #expect(outcome.plan[id] == month.first[id])
    }
    for (id, pin) in standing.pins where circumstances.fixed[id]?.reason == .pinned {
      if let placement = outcome.plan[id] { #expect(pin.fixing.admits(placement)) }
    }
    let check = PlacementCheck(month.agenda, in: Circumstances())
    for block in standing.blocks {
      for (id, placement) in outcome.plan.placements {
        guard let activity = month.agenda.activities[id], circumstances.fixed[id] == nil,
          check.isClosed(placement, of: activity, by: block.closure)
        else { continue }
        Issue.record("\(id) is where it is blocked")
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `still makes up in time for what an earlier plan moved out of a block`(seed: UInt64) async {
    let month = await Month(seed: seed)
    let displaced = StandingDecisions(month.decisions).displaced
    var published = month.first
    for step in 1...2 {
      let circumstances = month.circumstances(published: published)
      published = await plan(month.agenda, circumstances, seed &+ UInt64(step)).plan
      for (id, from) in displaced {
        guard let placement = published[id], circumstances.fixed[id]?.reason != .done else {
          continue
        }
        #expect(placement.day <= month.agenda.program.lastMakeUpDay(for: from))
      }
    }
  }

  @Test(arguments: UInt64(1)...15)
  func `gives the same plan again once every decision is undone`(seed: UInt64) async {
    var month = await Month(seed: seed)
    let before = Month.undecided(month)
    for decision in month.decisions {
      var undo = Decision(.undo(decision.number), reason: nil, decidedBy: "a", decidedAt: 0)
      undo.number = month.decisions.count + 1
      month.decisions.append(undo)
    }
    let again = await plan(month.agenda, month.circumstances, seed)
    let first = await plan(month.agenda, before.circumstances, seed)
    #expect(again.plan == first.plan)
    #expect(again.score == first.score)
  }

  @Test(arguments: UInt64(1)...20)
  func `is never worse than what is published, however little time it has`(seed: UInt64) async {
    let month = Month.undecided(await Month(seed: seed))
    let circumstances = month.circumstances
    let checker = PlanChecker(month.agenda, in: circumstances)
    let published = checker.check(month.first)
    let outcome = await Scheduler(
      month.agenda, in: circumstances, options: SearchOptions(seed: seed, timeLimitSeconds: 0)
    ).run()

    #expect(checker.check(outcome.plan).violations == [])
    #expect(checker.check(outcome.plan).score == outcome.score)
    if published.isValid { #expect(outcome.score <= published.score) }
  }

  @Test(arguments: UInt64(1)...15)
  func `from scratch forgets prices alone`(seed: UInt64) async {
    let month = await Month(seed: seed)
    var circumstances = month.circumstances
    circumstances.forgetPrices()
    let outcome = await plan(month.agenda, circumstances, seed)

    #expect(outcome.score.moved == 0)
    #expect(PlanChecker(month.agenda, in: circumstances).check(outcome.plan).isValid)
    for (id, fixing) in month.circumstances.fixed where fixing.reason != .pinned {
      #expect(outcome.plan[id] == month.first[id])
    }
  }
}

extension Month {
  fileprivate static func undecided(_ month: Month) -> Month {
    var month = month
    month.decisions = []
    return month
  }
}
