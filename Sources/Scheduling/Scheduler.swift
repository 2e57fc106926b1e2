package import Drills

/// Finds the best plan that it can within the hard rules, and proves how good it is.
///
/// The agenda and its circumstances are compiled once into a `Problem`, columns by typed row. Then
/// two sides take turns. One bounds: months pay prices for what they share, and the prices are moved
/// to prove as much as possible (`LagrangianBound`). The other searches: months are rearranged one
/// after the other, guided by these prices, and once the prices are good, some months of an area are
/// freed together and settled anew at prices that follow what is left (`MonthSearch`). What is
/// unplaced comes first: while more is left out than is proven to be necessary, both sides begin each
/// cycle with that alone and end it with the cost beside it. Both sides run at once, and exchange
/// what they know at fixed points, so that the plan depends on the seed and not on the number of
/// threads. Where a plan is published the search begins with what is left of it, repaired
/// (`Repair`), so that the least change is at hand at once.
package struct Scheduler: Sendable {
  private let agenda: Agenda
  private let circumstances: Circumstances
  private let problem: Problem
  private let options: SearchOptions
  private let tuning = SearchTuning()

  package init(
    _ agenda: Agenda, in circumstances: Circumstances = Circumstances(),
    options: SearchOptions = SearchOptions()
  ) {
    self.agenda = agenda
    self.options = options
    self.circumstances = circumstances
    problem = Problem(agenda, in: circumstances)
  }

  /// Searches until nothing better exists, or it is stopped, or it finds nothing better for long.
  ///
  /// `shouldStop` is asked often; once it says yes, the best plan so far is returned.
  package func run(
    progress: (SearchProgress) -> Void = { _ in },
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) async -> Outcome {
    let criterion = StoppingCriterion(
      timeLimitSeconds: options.timeLimitSeconds, shouldStop: shouldStop)
    var solution = cycles(from: start(until: criterion))
    var reason: StopReason?
    while reason == nil {
      await solution.runPhase(until: criterion)
      let (worth, bound) = (solution.worth, solution.bound)
      progress(
        SearchProgress(
          seconds: criterion.seconds, unplaced: worth.unplaced, unplacedBound: bound.unplaced,
          cost: worth.cost, bound: bound.cost, evaluated: solution.evaluated))
      reason = self.reason(solution) ?? criterion.reason()
    }
    let best = solution.best
    return Outcome(
      plan: agenda.numbered(problem.plan(best, of: agenda), in: circumstances),
      score: problem.score(of: best, agenda, circumstances), bound: solution.bound,
      stopped: reason ?? .stalled,
      scarcest: solution.scarcest(10, in: problem, of: agenda))
  }

  /// The parts of the search, put together.
  private func cycles(from start: Schedule?) -> Cycles {
    let months = Months(problem)
    let scale = problem.typicalCost
    let steps = options.monthSteps
    func bound(_ level: LagrangianBound.Level) -> LagrangianBound {
      LagrangianBound(level, months, monthSteps: steps, in: problem)
    }
    let nothing = LagrangianBound.Spare(pinned: 0)
    let canLeavePinned = problem.activities.values.contains { $0.isPinned && !$0.slots.isEmpty }
    return Cycles(
      problem, costBound: bound(.cost(besides: nothing)),
      unplacedBound: bound(.unplaced(besides: nothing)),
      pinnedBound: canLeavePinned ? bound(.pinnedUnplaced) : nil,
      MonthSearch(
        from: start ?? Schedule(problem), Rearranging(months, tuning.rearranging, in: problem),
        Settling(months, monthSteps: steps, scale: scale, tuning.settling, in: problem),
        in: problem, SplitMix64(seed: options.seed)),
      constructs: start == nil, scale: scale, threads: options.threads, tuning.cycles)
  }

  /// The published plan, repaired; nothing for a first plan.
  private func start(until criterion: StoppingCriterion) -> Schedule? {
    guard !circumstances.base.isEmpty else { return nil }
    let repair = Repair(
      problem, of: agenda, in: circumstances, passes: tuning.repairPasses)
    return repair.schedule(
      isCancelled: { criterion.reason() == .cancelled }, until: { criterion.reason() != nil })
  }

  private func reason(_ solution: Cycles) -> StopReason? {
    let (worth, bound) = (solution.worth, solution.bound)
    if worth.pinnedUnplaced == bound.pinnedUnplaced, worth.unplaced == bound.unplaced {
      // What was taken back may still find its way to where it was, at the same cost.
      if worth.cost == bound.cost, worth.astray == 0 || solution.idleCycles > 0 { return .optimal }
      if Double(worth.cost - bound.cost) <= options.gap * Double(max(worth.cost, 1)) { return .gap }
    }
    return solution.idleCycles > options.patience ? .stalled : nil
  }
}

extension Problem {
  /// The mean of all slot costs that are not 0; 1 if there is none.
  fileprivate var typicalCost: Double {
    var (sum, count) = (0.0, 0.0)
    for slot in slots.values where slot.cost > 0 {
      sum += Double(slot.cost)
      count += 1
    }
    return count == 0 ? 1 : sum / count
  }
}
