/// A part of what is minimised once as little as possible is unplaced.
///
/// One cost, one file, one test file.
protocol Cost: Sendable {
  /// The cost of a whole schedule.
  ///
  /// Slow, short and plainly right: this is what ``added(by:of:to:in:)`` is checked against.
  func cost(of schedule: Schedule, in problem: Problem) -> Int

  /// How much placing `activity`, which is unplaced, at `slot` would add; less than 0 if it saves.
  func added(
    by slot: SlotID, of activity: ActivityID, to schedule: Schedule, in problem: Problem
  ) -> Int
}

/// Every cost; a new one is one more line in each function.
struct CostSet: Sendable {
  let placement = PlacementCost()
  let crowding = Crowding()
  let quietWeeks = QuietWeeks()
  let closeness = Closeness()
  let dropped = Dropped()
  let unevenness = Unevenness()

  var all: [any Cost] { [placement, crowding, quietWeeks, closeness, dropped, unevenness] }

  func cost(of schedule: Schedule, in problem: Problem) -> Int {
    all.reduce(0) { $0 + $1.cost(of: schedule, in: problem) }
  }

  func added(
    by slot: SlotID, of activity: ActivityID, to schedule: Schedule, in problem: Problem
  ) -> Int {
    placement.added(by: slot, of: activity, to: schedule, in: problem)
      + crowding.added(by: slot, of: activity, to: schedule, in: problem)
      + quietWeeks.added(by: slot, of: activity, to: schedule, in: problem)
      + closeness.added(by: slot, of: activity, to: schedule, in: problem)
      + dropped.added(by: slot, of: activity, to: schedule, in: problem)
      + unevenness.added(by: slot, of: activity, to: schedule, in: problem)
  }
}
