package import Drills

/// The best plan found, and how good it is known to be.
package struct Outcome: Sendable {
  package var plan: Plan
  package var score: Score
  package var bound: Bound
  package var stopped: StopReason
  /// The dearest hours of teams and shared venues, the dearest first; none if nothing was proven.
  package var scarcest: [Scarcity]

  /// All levels of the score meet their bounds.
  package var isOptimal: Bool { bound.isMet(by: score) }

  package init(
    plan: Plan, score: Score, bound: Bound, stopped: StopReason, scarcest: [Scarcity] = []
  ) {
    self.plan = plan
    self.score = score
    self.bound = bound
    self.stopped = stopped
    self.scarcest = scarcest
  }
}

/// Why a search ended.
package enum StopReason: String, Sendable {
  /// Nothing better exists.
  case optimal
  /// The gap asked for is reached.
  case gap
  /// Nothing better was found for long.
  case stalled
  case timeLimit
  /// The caller asked for it.
  case cancelled
}

/// How far a search is.
package struct SearchProgress: Hashable, Sendable {
  /// Since the search began.
  package var seconds: Double
  package var unplaced: Int
  package var unplacedBound: Int
  package var cost: Int
  package var bound: Int
  /// Placements that the search has worked out the change in cost of.
  package var evaluated: Int

  package init(
    seconds: Double, unplaced: Int, unplacedBound: Int, cost: Int, bound: Int, evaluated: Int = 0
  ) {
    self.seconds = seconds
    self.unplaced = unplaced
    self.unplacedBound = unplacedBound
    self.cost = cost
    self.bound = bound
    self.evaluated = evaluated
  }

  /// One line, for programs that watch.
  package var json: String {
    let thousandths = (seconds * 1000).rounded() / 1000
    return "{\"seconds\":\(thousandths),\"unplaced\":\(unplaced),"
      + "\"unplacedBound\":\(unplacedBound),\"cost\":\(cost),\"bound\":\(bound),"
      + "\"evaluated\":\(evaluated)}"
  }

  /// (cost − bound) / cost.
  package var gap: Double { Double(cost - bound) / Double(max(cost, 1)) }
}
