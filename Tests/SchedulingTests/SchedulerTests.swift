import Drills
import Testing

@testable import Scheduling

@Suite struct `The scheduler` {
  @Test(arguments: UInt64(1)...300)
  func `returns plans that the checker finds nothing wrong with`(seed: UInt64) async {
    let trial = randomCase(seed: seed)
    var told: SearchProgress?
    let outcome = await run(trial, seed: seed) { told = $0 }
    let verdict = trial.verdict(outcome.plan)

    #expect(verdict.violations == [])
    #expect(verdict.score == outcome.score)
    #expect(told?.unplaced == outcome.score.unplaced)
    #expect(told?.cost == outcome.score.cost)
    #expect(outcome.bound.unplaced <= outcome.score.unplaced)
    #expect(outcome.bound.cost <= outcome.score.cost)
  }

  @Test func `agrees with brute force on 600 tiny cases`() async {
    var (tried, proven, short, atStake, takenBack, returned) = (0, 0, 0, 0, 0, 0)
    for seed in UInt64(1)...2000 where tried < 600 {
      let trial = randomCase(seed: seed, tiny: true)
      guard let truth = BruteForce(trial.agenda, in: trial.circumstances),
        let least = truth.leastShortage, let cost = truth.costs[least]
      else { continue }
      tried += 1
      let outcome = await run(trial, seed: seed)
      let (score, bound) = (outcome.score, outcome.bound)
      let shortage = BruteForce.Shortage(pinned: score.pinnedUnplaced, all: score.unplaced)

      #expect(trial.verdict(outcome.plan).isValid, "seed \(seed)")
      #expect(shortage >= least, "seed \(seed)")
      #expect(shortage > least || score.cost >= cost, "seed \(seed)")
      #expect(bound.pinnedUnplaced <= least.pinned, "seed \(seed)")
      #expect(
        bound.unplaced <= truth.leastUnplaced(besidePinned: shortage.pinned) ?? .max,
        "seed \(seed)")
      #expect(bound.cost <= truth.costs[shortage] ?? .max, "seed \(seed)")
      if outcome.isOptimal {
        #expect(shortage == least && score.cost == cost, "seed \(seed)")
        proven += 1
      }
      if outcome.isOptimal, !trial.circumstances.earlier.isEmpty {
        let astray = trial.circumstances.astray(in: outcome.plan)
        takenBack += 1
        if astray == truth.astray[least] { returned += 1 }
      }
      if least.all > 0 { short += 1 }
      // As little could be left out with more of it pinned.
      if truth.costs.keys.contains(where: { $0.all <= least.all && $0.pinned > least.pinned }) {
        atStake += 1
      }
    }
    #expect(tried == 600)
    #expect(proven >= 450)
    #expect(short >= 150)
    #expect(atStake >= 100)
    #expect(takenBack >= 50)
    #expect(returned == takenBack)
  }

  @Test(arguments: UInt64(1)...20)
  func `gives the same plan for the same seed on any number of threads`(seed: UInt64) async {
    let trial = randomCase(seed: seed)
    var plans: [Plan] = []
    for threads in [1, 2, 4] {
      plans.append(
        await Scheduler(
          trial.agenda, in: trial.circumstances,
          options: SearchOptions(
            seed: seed, timeLimitSeconds: nil, threads: threads, patience: 0, monthSteps: 2000)
        ).run().plan)
    }
    #expect(plans[0] == plans[1] && plans[0] == plans[2])
  }

  @Test func `plans a sub-district`() async {
    let agenda = Agenda(generatedProgram(areas: 1, seed: 7))
    let outcome = await Scheduler(agenda, options: SearchOptions(timeLimitSeconds: 10)).run()
    let verdict = PlanChecker(agenda).check(outcome.plan)

    #expect(verdict.violations == [])
    #expect(verdict.score == outcome.score)
  }

  @Test func `stops when it is asked to, with a valid plan`() async {
    let agenda = Agenda(generatedProgram(areas: 1, seed: 3))
    let outcome = await Scheduler(agenda).run(shouldStop: { true })

    #expect(outcome.stopped == .cancelled)
    #expect(PlanChecker(agenda).check(outcome.plan).isValid)
  }

  private func run(
    _ trial: Case, seed: UInt64, progress: (SearchProgress) -> Void = { _ in }
  ) async -> Outcome {
    await Scheduler(
      trial.agenda, in: trial.circumstances,
      options: SearchOptions(seed: seed, timeLimitSeconds: nil, patience: 0, monthSteps: 2000)
    ).run(progress: progress)
  }
}
