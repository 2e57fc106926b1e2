import Testing

@testable import Scheduling

@Suite struct `The Lagrangian bound` {
  @Test(arguments: UInt64(1)...300)
  func `is no more than any plan costs, also once less may be left out`(seed: UInt64) {
    let trial = randomCase(seed: seed, tiny: true)
    guard let truth = BruteForce(trial.agenda, in: trial.circumstances),
      let most = truth.costs.keys.max(by: { ($0.all, $0.pinned) < ($1.all, $1.pinned) })
    else { return }
    let problem = trial.problem
    let hopeless = problem.activities.values.filter(\.slots.isEmpty)
    func level(_ shortage: BruteForce.Shortage) -> LagrangianBound.Level {
      .cost(
        besides: LagrangianBound.Spare(
          pinned: Int64(shortage.pinned)
            - hopeless.filter(\.isPinned).reduce(0) { $0 + Int64($1.priority) },
          unplaced: Int64(shortage.all) - hopeless.reduce(0) { $0 + Int64($1.priority) }))
    }
    let criterion = StoppingCriterion(timeLimitSeconds: nil) { false }
    var bound = LagrangianBound(level(most), Months(problem), monthSteps: 4000, in: problem)
    for shortage in truth.costs.keys.sorted(by: { ($0.all, $0.pinned) > ($1.all, $1.pinned) }) {
      let within = truth.costs.filter {
        $0.key.all <= shortage.all && $0.key.pinned <= shortage.pinned
      }
      let least = within.values.min() ?? .max
      bound.turn(to: level(shortage), in: problem)

      #expect(bound.bound <= least)
      bound.run(rounds: 20, step: 1, decay: 0.9, in: problem, until: criterion)
      #expect(bound.bound <= least)
    }
  }

  @Test(arguments: UInt64(1)...300)
  func `is no more than what any plan leaves out`(seed: UInt64) {
    let trial = randomCase(seed: seed, tiny: true)
    guard let truth = BruteForce(trial.agenda, in: trial.circumstances),
      let least = truth.leastShortage
    else { return }
    let problem = trial.problem
    let hopeless = problem.activities.values.filter(\.slots.isEmpty)
    let none = hopeless.reduce(0) { $0 + Int($1.priority) }
    let nonePinned = hopeless.filter(\.isPinned).reduce(0) { $0 + Int($1.priority) }
    let criterion = StoppingCriterion(timeLimitSeconds: nil) { false }
    let months = Months(problem)
    func bound(_ level: LagrangianBound.Level) -> Int {
      var bound = LagrangianBound(level, months, monthSteps: 4000, in: problem)
      bound.run(rounds: 40, step: 4, decay: 0.95, in: problem, until: criterion)
      return bound.bound
    }

    #expect(nonePinned + bound(.pinnedUnplaced) <= least.pinned)
    for pinned in Set(truth.costs.keys.map(\.pinned)) {
      let spare = LagrangianBound.Spare(pinned: Int64(pinned - nonePinned))
      #expect(
        none + bound(.unplaced(besides: spare))
          <= truth.leastUnplaced(besidePinned: pinned) ?? .max)
    }
  }
}
