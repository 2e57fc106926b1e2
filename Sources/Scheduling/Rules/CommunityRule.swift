/// A host's blocking activities, and those of the organizer that it attends, never overlap.
struct CommunityRule: Rule {
  func violations(of schedule: Schedule, in problem: Problem) -> Int {
    var occupancy = PlainOccupancy()
    for activity in problem.activities.ids where schedule.isPlaced(activity) {
      let compiled = problem.activities[activity]
      guard compiled.traits.contains(.blocks) else { continue }
      let ticks = ticks(of: activity, problem.slots[schedule[activity]], in: problem)
      for host in [problem.resource(of: compiled.host)] + problem.attendees[activity] {
        occupancy.add(host, ticks, amount: 1, isFixed: compiled.isFixed)
      }
    }
    return occupancy.overuse(in: problem)
  }

  func admits(
    _ slot: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> Bool {
    let compiled = problem.activities[activity]
    guard compiled.traits.contains(.blocks) else { return true }
    let ticks = ticks(of: activity, problem.slots[slot], in: problem)
    guard schedule.has(1, of: problem.resource(of: compiled.host), in: ticks, problem) else {
      return false
    }
    for index in problem.attendees.range(of: activity)
    where !schedule.has(1, of: problem.attendees.elements[index], in: ticks, problem) {
      return false
    }
    return true
  }

  func findBlockers(
    of slot: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem,
    into blockers: inout [ActivityID]
  ) -> Bool {
    let compiled = problem.activities[activity]
    guard compiled.traits.contains(.blocks) else { return true }
    let ticks = ticks(of: activity, problem.slots[slot], in: problem)
    return ([problem.resource(of: compiled.host)] + problem.attendees[activity]).allSatisfy {
      host in
      schedule.findBlockers(of: 1, of: host, in: ticks, problem, into: &blockers) { other, slot in
        uses(other, host, in: problem) ? (self.ticks(of: other, slot, in: problem), 1) : nil
      }
    }
  }

  func occupants(
    of slot: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> [ActivityID] {
    let compiled = problem.activities[activity]
    guard compiled.traits.contains(.blocks) else { return [] }
    let ticks = ticks(of: activity, problem.slots[slot], in: problem)
    return ([problem.resource(of: compiled.host)] + problem.attendees[activity]).flatMap { host in
      schedule.occupants(of: 1, of: host, in: ticks, problem) { other, slot in
        uses(other, host, in: problem) ? (self.ticks(of: other, slot, in: problem), 1) : nil
      }
    }
  }

  private func uses(_ activity: ActivityID, _ host: ResourceID, in problem: Problem) -> Bool {
    let compiled = problem.activities[activity]
    return compiled.traits.contains(.blocks)
      && (problem.resource(of: compiled.host) == host
        || problem.attendees[activity].contains(host))
  }

  private func ticks(of activity: ActivityID, _ slot: Slot, in problem: Problem) -> Range<Int32> {
    slot.start..<slot.start + problem.activities[activity].length
  }
}
