/// A schedule within all hard rules, its cost kept beside it, and moves that can be taken back.
struct WorkingSchedule: Sendable {
  private(set) var schedule: Schedule
  private(set) var cost: Int
  let rules = RuleSet()
  let costs = CostSet()
  private var journal: [Change] = []

  /// What was done to one activity; undone by doing the opposite.
  private struct Change {
    let activity: ActivityID
    /// Where it was; none if it was placed from nowhere.
    let before: SlotID
  }

  init(_ schedule: Schedule, in problem: Problem) {
    self.schedule = schedule
    cost = costs.cost(of: schedule, in: problem)
  }

  /// Lets others be asked first to make way.
  mutating func turn(to turn: Int) { schedule.turn = turn }

  var worth: Worth {
    Worth(
      pinnedUnplaced: schedule.pinnedUnplaced, unplaced: schedule.unplaced, cost: cost,
      astray: schedule.astray)
  }

  mutating func place(_ activity: ActivityID, at slot: SlotID, in problem: Problem) {
    journal.append(Change(activity: activity, before: .none))
    put(activity, at: slot, in: problem)
  }

  mutating func remove(_ activity: ActivityID, in problem: Problem) {
    journal.append(Change(activity: activity, before: schedule[activity]))
    take(activity, in: problem)
  }

  // MARK: Taking back

  /// A point to go back to.
  var mark: Int { journal.count }

  mutating func rollBack(to mark: Int, in problem: Problem) {
    while journal.count > mark, let change = journal.popLast() {
      if change.before.isNone {
        take(change.activity, in: problem)
      } else {
        put(change.activity, at: change.before, in: problem)
      }
    }
  }

  /// What could be taken back, an activity as often as it was moved.
  var moved: some Sequence<ActivityID> { journal.lazy.map(\.activity) }

  /// Forgets how to take anything back.
  mutating func commit() { journal.removeAll(keepingCapacity: true) }

  private mutating func put(_ activity: ActivityID, at slot: SlotID, in problem: Problem) {
    cost += costs.added(by: slot, of: activity, to: schedule, in: problem)
    schedule.place(activity, at: slot, in: problem)
  }

  private mutating func take(_ activity: ActivityID, in problem: Problem) {
    let slot = schedule[activity]
    schedule.remove(activity, in: problem)
    cost -= costs.added(by: slot, of: activity, to: schedule, in: problem)
  }
}

extension WorkingSchedule {
  /// The cheapest slot that an unplaced activity can have as things stand, ties going to `random`.
  func bestSlot(
    of activity: ActivityID, in problem: Problem, _ random: inout SplitMix64
  ) -> (slot: SlotID, added: Int)? {
    var best: (slot: SlotID, added: Int)?
    var ties = 0
    for slot in problem.slotRange(of: activity) {
      let added = costs.added(by: slot, of: activity, to: schedule, in: problem)
      if let best, added > best.added { continue }
      guard rules.admits(slot, of: activity, on: schedule, in: problem) else { continue }
      // Where it was before a decision that was taken back, no tie is left to chance.
      if problem.earlier[activity] == .at(slot) {
        best = (slot, added)
        ties = .min
        continue
      }
      ties = best?.added == added ? ties + 1 : 1
      if ties < 0 { continue }
      if ties == 1 || random.below(ties) == 0 { best = (slot, added) }
    }
    return best
  }
}
