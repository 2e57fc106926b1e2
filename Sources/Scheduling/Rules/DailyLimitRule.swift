/// No more than its daily limit of a community's own blocking activities start on one day.
struct DailyLimitRule: Rule {
  func violations(of schedule: Schedule, in problem: Problem) -> Int {
    var count = 0
    for host in problem.hosts {
      let own = problem.served[host].filter {
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
    let day = Int(problem.slots[slot].day)
    guard schedule.starts[compiled.host, day] < problem.dailyLimits[compiled.host] else {
      return false
    }
    return !compiled.traits.contains(.joint)
      || problem.partners[activity].allSatisfy {
        schedule.starts[$0, day] < problem.dailyLimits[$0]
      }
  }

  func findBlockers(
    of slot: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem,
    into blockers: inout [ActivityID]
  ) -> Bool {
    let compiled = problem.activities[activity]
    guard compiled.traits.contains(.countsDaily) else { return true }
    let day = problem.slots[slot].day
    return ([compiled.host] + problem.partners[activity]).allSatisfy {
      findBlockers(of: $0, on: day, schedule, problem, into: &blockers)
    }
  }

  func occupants(
    of slot: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> [ActivityID] {
    let compiled = problem.activities[activity]
    guard compiled.traits.contains(.countsDaily) else { return [] }
    let day = problem.slots[slot].day
    return ([compiled.host] + problem.partners[activity])
      .filter { schedule.starts[$0, Int(day)] >= problem.dailyLimits[$0] }
      .flatMap { problem.served[$0] }
      .filter { other in
        schedule.isPlaced(other) && problem.slots[schedule[other]].day == day
          && problem.activities[other].traits.contains(.countsDaily)
      }
  }

  private func findBlockers(
    of host: HostID, on day: Int32, _ schedule: Schedule, _ problem: Problem,
    into blockers: inout [ActivityID]
  ) -> Bool {
    let limit = problem.dailyLimits[host]
    func isOnDay(_ other: ActivityID) -> Bool {
      schedule.isPlaced(other) && problem.slots[schedule[other]].day == day
        && problem.activities[other].traits.contains(.countsDaily)
    }
    var count = schedule.starts[host, Int(day)]
    count -= Int32(blockers.count { problem.serves($0, host) && isOnDay($0) })
    for other in problem.served[host] where count >= limit && isOnDay(other) {
      guard !problem.activities[other].isFixed, !blockers.contains(other) else { continue }
      blockers.append(other)
      count -= 1
    }
    return count < limit
  }
}
