/// Places what does not fit by moving what is in its way, and what is in the way of that.
///
/// Source: Glover, "Ejection chains, reference structures and alternating path methods", 1996.
struct EjectionChain {
  /// How many activities deep.
  let depth: Int
  /// Slots that are tried for each activity.
  let breadth: Int

  /// - Returns: Whether `activity` and all that it pushed out are placed; if not, nothing changed.
  func place(
    _ activity: ActivityID, on working: inout WorkingSchedule, in problem: Problem,
    _ random: inout SplitMix64
  ) -> Bool {
    var locked: [ActivityID] = []
    return place(
      activity, on: &working, in: problem, &random, depthLeft: depth, locked: &locked)
  }

  private func place(
    _ activity: ActivityID, on working: inout WorkingSchedule, in problem: Problem,
    _ random: inout SplitMix64, depthLeft: Int, locked: inout [ActivityID]
  ) -> Bool {
    if let best = working.bestSlot(of: activity, in: problem, &random) {
      working.place(activity, at: best.slot, in: problem)
      return true
    }
    guard depthLeft > 0 else { return false }
    locked.append(activity)
    defer { locked.removeLast() }
    for (slot, blockers) in options(for: activity, on: working, in: problem, &random, locked) {
      let mark = working.mark
      for blocker in blockers { working.remove(blocker, in: problem) }
      working.place(activity, at: slot, in: problem)
      let isDone = blockers.allSatisfy {
        place(
          $0, on: &working, in: problem, &random, depthLeft: depthLeft - 1, locked: &locked)
      }
      if isDone { return true }
      working.rollBack(to: mark, in: problem)
    }
    return false
  }

  /// Slots with what is in their way, the least in the way first.
  private func options(
    for activity: ActivityID, on working: WorkingSchedule, in problem: Problem,
    _ random: inout SplitMix64, _ locked: [ActivityID]
  ) -> [(SlotID, [ActivityID])] {
    var options: [(slot: SlotID, blockers: [ActivityID], tie: UInt64)] = []
    for slot in problem.slotRange(of: activity) {
      guard
        let blockers = working.rules.blockers(
          of: slot, of: activity, on: working.schedule, in: problem),
        blockers.count <= 3, !blockers.contains(where: locked.contains)
      else { continue }
      options.append((slot, blockers, random.next()))
    }
    return options.sorted {
      ($0.blockers.count, $0.tie) < ($1.blockers.count, $1.tie)
    }.prefix(breadth).map { ($0.slot, $0.blockers) }
  }
}
