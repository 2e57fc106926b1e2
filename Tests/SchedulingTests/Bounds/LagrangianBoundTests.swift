import Testing

@testable import Scheduling

@Suite struct `The Lagrangian bound` {
  @Test(arguments: UInt64(1)...300)
  func `is no more than any plan costs, also once less may be left out`(seed: UInt64) {
    let trial = randomCase(seed: seed, tiny: true)
    guard let truth = BruteForce(trial.agenda, in: trial.circumstances),
      let most = truth.costs.keys.max()
    else { return }
    let problem = trial.problem
    let hopeless = problem.activities.values.reduce(0) {
      $0 + ($1.slots.isEmpty ? Int64($1.priority) : 0)
    }
    func level(_ unplaced: Int) -> LagrangianBound.Level {
      .cost(besides: Int64(unplaced) - hopeless)
    }
    let criterion = StoppingCriterion(timeLimitSeconds: nil) { false }
    var bound = LagrangianBound(level(most), Months(problem), monthSteps: 4000, in: problem)
    for unplaced in truth.costs.keys.sorted(by: >) {
      let least = truth.costs.filter { $0.key <= unplaced }.values.min() ?? .max
      bound.turn(to: level(unplaced), in: problem)

      #expect(bound.bound <= least)
      bound.run(rounds: 20, step: 1, decay: 0.9, in: problem, until: criterion)
      #expect(bound.bound <= least)
    }
  }
}
