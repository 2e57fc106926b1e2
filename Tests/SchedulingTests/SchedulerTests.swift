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

  @Test(arguments: UInt64(1)...500)
  func `agrees with brute force on tiny cases`(seed: UInt64) async {
    let trial = randomCase(seed: seed, tiny: true)
    guard let truth = BruteForce(trial.agenda, in: trial.circumstances) else { return }
    let outcome = await run(trial, seed: seed)

    #expect(trial.verdict(outcome.plan).isValid)
    let score = outcome.score
    let best = (truth.best.pinned, truth.best.unplaced, truth.best.cost)
    #expect((score.pinnedUnplaced, score.unplaced, score.cost) >= best)
    if outcome.isOptimal {
      #expect(outcome.score.pinnedUnplaced == truth.best.pinned)
      #expect(outcome.score.unplaced == truth.best.unplaced)
      #expect(outcome.score.cost == truth.best.cost)
    }
    #expect(outcome.bound.pinnedUnplaced <= truth.best.pinned)
    #expect(outcome.bound.unplaced <= truth.best.unplaced)
    let shortage = BruteForce.Shortage(pinned: score.pinnedUnplaced, all: score.unplaced)
    #expect(outcome.bound.cost <= truth.costsOfShortages[shortage] ?? .max)
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
