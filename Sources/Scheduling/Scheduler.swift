package import Drills

/// Finds the best plan that it can within the hard rules, and proves how good it is.
///
/// The agenda and its circumstances are compiled once into a `Problem`, columns by typed row. Then
/// two sides take turns. One bounds: months pay prices for what they share, and the prices are moved
/// to prove as much as possible (`LagrangianBound`). The other searches: months are rearranged one
/// after the other, guided by these prices, and once the prices are good, some months of an area are
/// freed together and settled anew at prices that follow what is left (`MonthSearch`). What is unplaced comes first: while more
/// is left out than is proven to be necessary, both sides work on that alone, then on the cost
/// beside it. Both sides run at once, and exchange what they know at fixed points, so that the plan
/// depends on the seed and not on the number of threads. Where a plan is published it is repaired
/// first (`Repair`), so that the least change is at hand before the search has gone far.
package struct Scheduler: Sendable {
  private let agenda: Agenda
  private let circumstances: Circumstances
  private let problem: Problem
  private let options: SearchOptions

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
    // Of a first plan there is nothing to repair.
    let repaired = circumstances.base.isEmpty ? nil : repaired(until: criterion)
    var solution = Cycles(problem, options)
    var reason: StopReason?
    while reason == nil {
      await solution.runPhase(until: criterion)
      let standing = Standing(solution, or: repaired)
      progress(
        SearchProgress(
          seconds: criterion.seconds, unplaced: standing.worth.unplaced,
          unplacedBound: standing.bound.unplaced, cost: standing.worth.cost,
          bound: standing.bound.cost))
      reason = self.reason(solution, standing) ?? criterion.reason()
    }
    let standing = Standing(solution, or: repaired)
    return Outcome(
      plan: problem.plan(standing.schedule, of: agenda),
      score: problem.score(of: standing.schedule, agenda, circumstances), bound: standing.bound,
      stopped: reason ?? .stalled,
      scarcest: solution.scarcest(10, in: problem, of: agenda))
  }

  private func repaired(until criterion: StoppingCriterion) -> WorkingSchedule {
    let repair = Repair(problem, of: agenda, in: circumstances)
    return WorkingSchedule(
      repair.schedule(
        isCancelled: { criterion.reason() == .cancelled }, until: { criterion.reason() != nil }),
      in: problem)
  }

  /// The better of what was repaired and what was found.
  private struct Standing {
    let schedule: Schedule
    let worth: Worth
    let bound: Bound

    init(_ solution: Cycles, or repaired: WorkingSchedule?) {
      guard let repaired, repaired.worth < solution.worth else {
        schedule = solution.best
        worth = solution.worth
        bound = solution.bound
        return
      }
      schedule = repaired.schedule
      worth = repaired.worth
      // The cost is bounded beside what the search left unplaced: beside less nothing is proven.
      bound = Bound(
        unplaced: min(solution.bound.unplaced, worth.unplaced),
        cost: worth.unplaced == solution.worth.unplaced
          ? min(solution.bound.cost, worth.cost) : 0)
    }
  }

  private func reason(_ solution: Cycles, _ standing: Standing) -> StopReason? {
    let (worth, bound) = (standing.worth, standing.bound)
    if worth.unplaced == bound.unplaced {
      if worth.cost == bound.cost { return .optimal }
      if Double(worth.cost - bound.cost) <= options.gap * Double(max(worth.cost, 1)) { return .gap }
    }
    return solution.idleCycles > options.patience ? .stalled : nil
  }
}
