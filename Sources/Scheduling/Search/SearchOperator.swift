/// A way to change a schedule.
///
/// One operator, one file. It changes the schedule that it is lent and counts what it does; whether
/// the change is kept is not its business.
protocol SearchOperator: Sendable {
  var tally: Tally { get }

  /// Changes a schedule, `move` times after the first.
  mutating func apply(
    to working: inout WorkingSchedule, move: Int, at prices: Prices, _ random: inout SplitMix64,
    in problem: Problem, until criterion: StoppingCriterion)
}

/// What an operator did so far.
struct Tally: Hashable, Sendable {
  /// Changes that it made.
  var applied = 0
  /// Placements whose change in cost it worked out.
  var evaluated = 0
  /// About as many months as a bound would have solved meanwhile.
  var work = 0
}
