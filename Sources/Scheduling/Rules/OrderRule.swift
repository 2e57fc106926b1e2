/// What comes after something keeps its distance from it, where both are placed.
struct OrderRule: Rule {
  func violations(of schedule: Schedule, in problem: Problem) -> Int {
    problem.activities.ids.reduce(0) { count, activity in
      guard schedule.isPlaced(activity) else { return count }
      return count
        + problem.links[activity].count { link in
          link.kind == .after && schedule.isPlaced(link.other)
            && !holds(
              link, for: activity, at: problem.slots[schedule[activity]], on: schedule, in: problem)
        }
    }
  }

  func admits(
    _ slotID: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> Bool {
    let slot = problem.slots[slotID]
    for index in problem.links.range(of: activity)
    where !holds(problem.links.elements[index], for: activity, at: slot, on: schedule, in: problem)
    {
      return false
    }
    return true
  }

  func findBlockers(
    of slotID: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem,
    into blockers: inout [ActivityID]
  ) -> Bool {
    let slot = problem.slots[slotID]
    for link in problem.links[activity]
    where !holds(link, for: activity, at: slot, on: schedule, in: problem) {
      if problem.activities[link.other].isFixed { return false }
      if !blockers.contains(link.other) { blockers.append(link.other) }
    }
    return true
  }

  func occupants(
    of slotID: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> [ActivityID] {
    let slot = problem.slots[slotID]
    return problem.links[activity].filter {
      !holds($0, for: activity, at: slot, on: schedule, in: problem)
    }.map(\.other)
  }

  private func holds(
    _ link: Link, for activity: ActivityID, at slot: Slot, on schedule: Schedule,
    in problem: Problem
  ) -> Bool {
    guard link.kind != .apart else { return true }
    let otherID = schedule[link.other]
    if otherID.isNone { return true }
    return link.allows(
      slot, lasting: problem.activities[activity].length, beside: problem.slots[otherID],
      lasting: problem.activities[link.other].length)
  }
}
