/// The schedule that is worked on, and the best that it has been.
struct Incumbent: Sendable {
  var working: WorkingSchedule
  /// Where the best schedule has everything, but for what is behind.
  private var bestSlots: Column<ActivityID, SlotID>
  private(set) var bestWorth: Worth
  /// What was moved since the best schedule was found, which a copy of the whole for each would be
  /// too slow for.
  private var behind: [ActivityID] = []
  private var isBehind: Column<ActivityID, Bool>

  init(_ start: Schedule, in problem: Problem) {
    working = WorkingSchedule(start, in: problem)
    bestSlots = working.schedule.slots
    bestWorth = working.worth
    isBehind = Column(repeating: false, count: problem.activities.count)
  }

  /// The best schedule so far.
  func best(in problem: Problem) -> Schedule { Schedule(bestSlots, in: problem) }

  /// Keeps what was changed since the last time.
  mutating func keep() {
    for activity in working.moved where !isBehind[activity] {
      isBehind[activity] = true
      behind.append(activity)
    }
    working.commit()
    guard working.worth < bestWorth else { return }
    bestWorth = working.worth
    for activity in behind {
      bestSlots[activity] = working.schedule[activity]
      isBehind[activity] = false
    }
    behind.removeAll(keepingCapacity: true)
  }

  /// Takes back what was changed since the last time.
  mutating func takeBack(in problem: Problem) { working.rollBack(to: 0, in: problem) }
}
