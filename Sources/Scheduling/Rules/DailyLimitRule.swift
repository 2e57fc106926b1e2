/// No more than its daily limit of a community's own blocking activities start on one day.
struct DailyLimitRule: Rule {
  func violations(of schedule: Schedule, in problem: Problem) -> Int {
    var count = 0
    for host in problem.hosts {
      let own = problem.held[host].filter {
        schedule.isPlaced($0) && problem.activities[$0].traits.contains(.countsDaily)
      }
      let byDay = Dictionary(grouping: own) { problem.slots[schedule[$0]].day }
      count += byDay.values.count { starting in
        starting.count > Int(problem.dailyLimits[host])
          && starting.contains { !problem.activities[$0].isFixed }
      }
    }
    return count
  }

  func admits(
    _ slot: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> Bool {
    let compiled = problem.activities[activity]
    guard compiled.traits.contains(.countsDaily) else { return true }
    return schedule.starts[compiled.host, Int(problem.slots[slot].day)]
      < problem.dailyLimits[compiled.host]
  }

  func findBlockers(
    of slot: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem,
    into blockers: inout [ActivityID]
  ) -> Bool {
    let compiled = problem.activities[activity]
    guard compiled.traits.contains(.countsDaily) else { return true }
    let limit = problem.dailyLimits[compiled.host]
    let day = problem.slots[slot].day
    func isOnDay(_ other: ActivityID) -> Bool {
      schedule.isPlaced(other) && problem.slots[schedule[other]].day == day
        && problem.activities[other].traits.contains(.countsDaily)
    }
    var count = schedule.starts[compiled.host, Int(day)]
    count -= Int32(
      blockers.count { problem.activities[$0].host == compiled.host && isOnDay($0) })
    for other in problem.held[compiled.host] where count >= limit && isOnDay(other) {
      guard !problem.activities[other].isFixed, !blockers.contains(other) else { continue }
      blockers.append(other)
      count -= 1
    }
    return count < limit
  }
}
