/// At no moment more than `crews` crews of a team out, turnaround included.
struct TeamRule: Rule {
  func violations(of schedule: Schedule, in problem: Problem) -> Int {
    var occupancy = PlainOccupancy()
    for activity in problem.activities.ids where schedule.isPlaced(activity) {
      let slot = problem.slots[schedule[activity]]
      for use in problem.teamSets[slot.teams] {
        occupancy.add(
          use.team, ticks(of: activity, slot, use, in: problem), amount: use.crews,
          isFixed: problem.activities[activity].isFixed)
      }
    }
    return occupancy.overuse(in: problem)
  }

  func admits(
    _ slotID: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> Bool {
    let slot = problem.slots[slotID]
    for index in problem.teamSets.range(of: slot.teams) {
      let use = problem.teamSets.elements[index]
      guard use.crews > 0 else { continue }
      let ticks = ticks(of: activity, slot, use, in: problem)
      if !schedule.has(use.crews, of: use.team, in: ticks, problem) { return false }
    }
    return true
  }

  func findBlockers(
    of slotID: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem,
    into blockers: inout [ActivityID]
  ) -> Bool {
    let slot = problem.slots[slotID]
    return problem.teamSets[slot.teams].allSatisfy { use in
      guard use.crews > 0 else { return true }
      return schedule.findBlockers(
        of: use.crews, of: use.team, in: ticks(of: activity, slot, use, in: problem), problem,
        into: &blockers
      ) { self.use(of: use.team, by: $0, $1, in: problem) }
    }
  }

  func occupants(
    of slotID: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> [ActivityID] {
    let slot = problem.slots[slotID]
    return problem.teamSets[slot.teams].filter { $0.crews > 0 }.flatMap { use in
      schedule.occupants(
        of: use.crews, of: use.team, in: ticks(of: activity, slot, use, in: problem), problem
      ) { self.use(of: use.team, by: $0, $1, in: problem) }
    }
  }

  private func use(
    of team: ResourceID, by activity: ActivityID, _ slot: Slot, in problem: Problem
  ) -> (Range<Int32>, Int32)? {
    problem.teamSets[slot.teams].first { $0.team == team && $0.crews > 0 }
      .map { (ticks(of: activity, slot, $0, in: problem), $0.crews) }
  }

  private func ticks(
    of activity: ActivityID, _ slot: Slot, _ use: CrewUse, in problem: Problem
  ) -> Range<Int32> {
    slot.start..<slot.start + problem.activities[activity].length + use.turnaround
  }
}
