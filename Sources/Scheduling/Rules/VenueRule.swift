/// At no moment more than `concurrent` activities in a venue, turnaround included.
struct VenueRule: Rule {
  func violations(of schedule: Schedule, in problem: Problem) -> Int {
    var occupancy = PlainOccupancy()
    for activity in problem.activities.ids where schedule.isPlaced(activity) {
      let slot = problem.slots[schedule[activity]]
      guard let (ticks, amount) = use(activity, slot, in: problem) else { continue }
      occupancy.add(
        problem.resource(ofVenue: slot.venue), ticks, amount: amount,
        isFixed: problem.activities[activity].isFixed)
    }
    return occupancy.overuse(in: problem)
  }

  func admits(
    _ slotID: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> Bool {
    let slot = problem.slots[slotID]
    guard let (ticks, amount) = use(activity, slot, in: problem) else { return true }
    return schedule.has(amount, of: problem.resource(ofVenue: slot.venue), in: ticks, problem)
  }

  func findBlockers(
    of slotID: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem,
    into blockers: inout [ActivityID]
  ) -> Bool {
    let slot = problem.slots[slotID]
    guard let (ticks, amount) = use(activity, slot, in: problem) else { return true }
    return schedule.findBlockers(
      of: amount, of: problem.resource(ofVenue: slot.venue), in: ticks, problem, into: &blockers
    ) { other, otherSlot in
      otherSlot.venue == slot.venue ? use(other, otherSlot, in: problem) : nil
    }
  }

  func occupants(
    of slotID: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> [ActivityID] {
    let slot = problem.slots[slotID]
    guard let (ticks, amount) = use(activity, slot, in: problem) else { return [] }
    return schedule.occupants(
      of: amount, of: problem.resource(ofVenue: slot.venue), in: ticks, problem
    ) { other, otherSlot in
      otherSlot.venue == slot.venue ? use(other, otherSlot, in: problem) : nil
    }
  }

  private func use(
    _ activity: ActivityID, _ slot: Slot, in problem: Problem
  ) -> (Range<Int32>, Int32)? {
    let compiled = problem.activities[activity]
    guard slot.venue >= 0, compiled.traits.contains(.usesVenue) else { return nil }
    return (problem.venueTicks(slot, length: compiled.length), 1)
  }
}
