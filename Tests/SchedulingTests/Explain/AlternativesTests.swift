import Drills
import Testing

@testable import Scheduling

/// A random month without a past, and a plan of it.
private func planned(_ seed: UInt64) async -> (agenda: Agenda, base: Circumstances, plan: Plan) {
  let agenda = randomCase(seed: seed).agenda
  let options = SearchOptions(seed: seed, timeLimitSeconds: nil, patience: 0, monthSteps: 2000)
  let plan = await Scheduler(agenda, options: options).run().plan
  var circumstances = Circumstances()
  circumstances.base = plan.placements
  return (agenda, circumstances, plan)
}

@Suite struct `The alternatives of an activity` {
  @Test(arguments: UInt64(1)...20)
  func `are valid plans that move just what they tell`(seed: UInt64) async {
    let (agenda, circumstances, plan) = await planned(seed)
    let alternatives = Alternatives(agenda, in: circumstances, plan: plan)
    let checker = PlanChecker(agenda, in: circumstances)
    #expect(alternatives.plan == plan)

    for activity in agenda.activities.elements.prefix(4) {
      let found = alternatives.best(10, of: activity.id) { _ in true }
      var last = Score()
      for option in found {
        let verdict = checker.check(option.plan)
        #expect(verdict.violations == [])
        #expect(option.plan[activity.id] == option.placement)
        #expect(option.placement != plan[activity.id])
        let differing = Set(plan.placements.keys).union(option.plan.placements.keys)
          .filter { plan[$0] != option.plan[$0] }
        #expect(differing == Set(option.moves.map(\.id)).union([activity.id]))
        #expect((last.unplaced, last.cost) <= (verdict.score.unplaced, verdict.score.cost))
        last = verdict.score
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `begin with the cheapest that needs nobody to make way`(seed: UInt64) async {
    let (agenda, circumstances, plan) = await planned(seed)
    guard let activity = agenda.activities.elements.first(where: { plan[$0.id] != nil }) else {
      return
    }
    let checker = PlanChecker(agenda, in: circumstances)
    let source = CandidateSource(agenda, in: circumstances)
    guard let row = agenda.activities.row(of: activity.id) else { return }
    let list = source.candidates(of: row)
    let costs = list.candidates.compactMap { candidate -> Int? in
      var other = plan
      other[activity.id] = agenda.placement(candidate, in: list, of: activity)
      guard other != plan else { return nil }
      let verdict = checker.check(other)
      return verdict.isValid ? verdict.score.cost : nil
    }
    let best = Alternatives(agenda, in: circumstances, plan: plan)
      .best(1, of: activity.id) { _ in true }.first
    guard let cheapest = costs.min() else { return }
    let score = best.map { checker.check($0.plan).score }
    #expect(score?.unplaced == checker.check(plan).score.unplaced)
    #expect(score?.cost ?? .max <= cheapest)
  }

  @Test(arguments: UInt64(1)...20)
  func `are priced by shares that add up`(seed: UInt64) async {
    let (agenda, circumstances, plan) = await planned(seed)
    let checker = PlanChecker(agenda, in: circumstances)
    #expect(checker.shares(of: plan).values.reduce(0, +) == checker.check(plan).score.cost)
  }
}
