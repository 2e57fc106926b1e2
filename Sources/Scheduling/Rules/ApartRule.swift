/// Two occurrences of one requirement with one host are `apart` days apart.
struct ApartRule: Rule {
  func violations(of schedule: Schedule, in problem: Problem) -> Int {
    let twice = problem.activities.ids.reduce(0) { count, activity in
      guard schedule.isPlaced(activity) else { return count }
      let slot = problem.slots[schedule[activity]]
      return count
        + problem.links[activity].count { !holds($0, at: slot, on: schedule, in: problem) }
    }
    return twice / 2
  }

  func admits(
    _ slotID: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> Bool {
    let slot = problem.slots[slotID]
    for index in problem.links.range(of: activity)
    where !holds(problem.links.elements[index], at: slot, on: schedule, in: problem) {
      return false
    }
    return true
  }

  func findBlockers(
    of slotID: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem,
    into blockers: inout [ActivityID]
  ) -> Bool {
    let slot = problem.slots[slotID]
    for link in problem.links[activity] where !holds(link, at: slot, on: schedule, in: problem) {
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
      !holds($0, at: slot, on: schedule, in: problem)
    }.map(\.other)
  }

  private func holds(
    _ link: Link, at slot: Slot, on schedule: Schedule, in problem: Problem
  ) -> Bool {
    guard link.kind == .apart else { return true }
    let other = schedule[link.other]
    // The length of neither matters.
    return other.isNone || link.allows(slot, lasting: 0, beside: problem.slots[other], lasting: 0)
  }
}
