/// Puts one activity somewhere, and what is in its way elsewhere.
///
/// What must give way goes to its own cheapest free slot, one after the other, and forces nobody
/// else.
struct Insertion: Sendable {
  private let rules = RuleSet()
  private let costs = CostSet()

  /// Places an activity, and what is in its way elsewhere or nowhere.
  ///
  /// - Returns: What was in its way; nothing, with the schedule as it may be, if that cannot go or
  ///   goes in vain.
  func put(
    _ target: ActivityID, at slot: SlotID, on working: inout WorkingSchedule, in problem: Problem
  ) -> [ActivityID]? {
    let way = rules.blockers(of: slot, of: target, on: working.schedule, in: problem)
    guard let way else { return nil }
    for other in way { working.remove(other, in: problem) }
    guard rules.admits(slot, of: target, on: working.schedule, in: problem) else { return nil }
    working.place(target, at: slot, in: problem)
    for other in problem.hardestFirst(way) {
      if let slot = cheapestSlot(of: other, on: working.schedule, in: problem) {
        working.place(other, at: slot, in: problem)
      }
    }
    return way.sorted()
  }

  /// Of the slots that need nobody to make way the cheapest; of equals that where it was before a
  /// decision that was taken back, else the first.
  func cheapestSlot(
    of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> SlotID? {
    func isEarlier(_ slot: SlotID) -> Bool { problem.earlier[activity] == .at(slot) }
    var best: (slot: SlotID, cost: Int)?
    for slot in problem.slotRange(of: activity) {
      let cost = costs.added(by: slot, of: activity, to: schedule, in: problem)
      if let best, cost > best.cost || (cost == best.cost && !isEarlier(slot)) { continue }
      if rules.admits(slot, of: activity, on: schedule, in: problem) { best = (slot, cost) }
    }
    return best?.slot
  }

  /// Places an unplaced activity where the whole is worth most, others making way where that pays.
  ///
  /// - Returns: Whether anything changed.
  @discardableResult
  func settle(
    _ target: ActivityID, on working: inout WorkingSchedule, in problem: Problem,
    until shouldStop: () -> Bool
  ) -> Bool {
    let mark = working.mark
    let before = working.worth
    var best: (slot: SlotID, worth: Worth)?
    for slot in problem.slotRange(of: target) {
      if shouldStop() { break }
      if put(target, at: slot, on: &working, in: problem) != nil,
        working.worth < best?.worth ?? before
      {
        best = (slot, working.worth)
      }
      working.rollBack(to: mark, in: problem)
    }
    guard let best else { return false }
    _ = put(target, at: best.slot, on: &working, in: problem)
    return true
  }
}
