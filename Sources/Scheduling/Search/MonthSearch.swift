/// Improves a schedule a few months at a time, by the operators that it is given.
struct MonthSearch: Sendable {
  private var incumbent: Incumbent
  private var rearranging: Rearranging
  private var settling: Settling
  private var random: SplitMix64
  private let hasChoice: Bool

  init(
    from start: Schedule, _ rearranging: Rearranging, _ settling: Settling, in problem: Problem,
    _ random: SplitMix64
  ) {
    incumbent = Incumbent(start, in: problem)
    self.rearranging = rearranging
    self.settling = settling
    self.random = random
    hasChoice = problem.activities.values.contains { !$0.isFixed && !$0.slots.isEmpty }
  }

  var bestWorth: Worth { incumbent.bestWorth }

  /// Placements whose change in cost was worked out so far.
  var evaluated: Int { rearranging.tally.evaluated + settling.tally.evaluated }

  /// The best schedule so far.
  func best(in problem: Problem) -> Schedule { incumbent.best(in: problem) }

  /// Gives every host its best month, in random order, scarce things at their prices.
  mutating func construct(_ prices: Prices, in problem: Problem) {
    rearranging.construct(&incumbent.working, at: prices, &random, in: problem)
    incumbent.keep()
  }

  /// Makes moves that are about so many months' work.
  ///
  /// Months are only settled anew if the prices are `good`.
  mutating func run(
    work: Int, keeping annealing: Annealing, _ prices: Prices, areGood: Bool,
    in problem: Problem, until criterion: StoppingCriterion
  ) {
    guard hasChoice else { return }
    let (rearranged, settled) = (rearranging.tally.work, settling.tally.work)
    var move = 0
    while rearranging.tally.work - rearranged + settling.tally.work - settled < work {
      move += 1
      if move % 16 == 15, criterion.reason() != nil { return }
      let before = incumbent.working.worth
      if areGood, settling.tally.work - settled <= rearranging.tally.work - rearranged {
        settling.apply(
          to: &incumbent.working, move: move, at: prices, &random, in: problem, until: criterion)
      } else {
        rearranging.apply(
          to: &incumbent.working, move: move, at: prices, &random, in: problem, until: criterion)
      }
      if annealing.accepts(incumbent.working.worth, after: before, &random) {
        incumbent.keep()
      } else {
        incumbent.takeBack(in: problem)
      }
    }
  }
}
