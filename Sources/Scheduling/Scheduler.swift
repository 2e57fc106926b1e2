package import Drills

/// Finds the best plan that it can within the hard rules, and proves how good it is.
///
/// The agenda and its circumstances are compiled once into a `Problem`, columns by typed row. A
/// first schedule is built hardest activity first, and improved by local search.
package struct Scheduler {
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
    progress: (SearchProgress) -> Void = { _ in }, shouldStop: @escaping () -> Bool = { false }
  ) -> Outcome {
    let criterion = StoppingCriterion(
      timeLimitSeconds: options.timeLimitSeconds, shouldStop: shouldStop)
    var random = SplitMix64(seed: options.seed)
    var working = WorkingSchedule(Schedule(problem), in: problem)
    Construction(problem).fill(&working, in: problem, &random)
    let bounds = CheapestPlacements(problem)
    var search = LocalSearch(working, in: problem, random)
    var idle = 0
    var reason: StopReason?
    while reason == nil {
      idle = search.runRound(in: problem) ? 0 : idle + 1
      let worth = search.bestWorth
      let bound = bounds.bound(besides: worth.unplaced)
      progress(
        SearchProgress(
          seconds: criterion.seconds, unplaced: worth.unplaced, unplacedBound: bound.unplaced,
          cost: worth.cost, bound: bound.cost))
      reason = self.reason(worth, bound, idle: idle) ?? criterion.reason()
    }
    return outcome(
      search.best, bounds.bound(besides: search.bestWorth.unplaced), reason ?? .stalled)
  }

  private func reason(_ worth: Worth, _ bound: Bound, idle: Int) -> StopReason? {
    if worth.unplaced == bound.unplaced {
      if worth.cost == bound.cost { return .optimal }
      if Double(worth.cost - bound.cost) <= options.gap * Double(max(worth.cost, 1)) { return .gap }
    }
    return idle > options.patience ? .stalled : nil
  }

  private func outcome(_ schedule: Schedule, _ bound: Bound, _ reason: StopReason) -> Outcome {
    Outcome(
      plan: problem.plan(schedule, of: agenda),
      score: problem.score(of: schedule, agenda, circumstances), bound: bound, stopped: reason)
  }
}
