/// Drills of one community on days that are near each other.
struct Closeness: Cost {
  func cost(of schedule: Schedule, in problem: Problem) -> Int {
    var cost = 0
    for host in problem.hosts {
      let days = problem.served[host].filter {
        schedule.isPlaced($0) && problem.activities[$0].traits.contains(.drill)
      }.map { Int(problem.slots[schedule[$0]].day) }
      for (index, day) in days.enumerated() {
        for other in days[(index + 1)...] {
          cost += Int(problem.weights.closeness) * max(0, problem.comfortableGap - abs(day - other))
        }
      }
    }
    return cost
  }

  func added(
    by slot: SlotID, of activity: ActivityID, to schedule: Schedule, in problem: Problem
  ) -> Int {
    let compiled = problem.activities[activity]
    let gap = problem.comfortableGap
    guard gap > 0, compiled.traits.contains(.drill) else { return 0 }
    let day = Int(problem.slots[slot].day)
    var missing = missing(of: compiled.host, on: day, schedule, problem)
    if compiled.traits.contains(.joint) {
      for partner in problem.partners[activity] {
        missing += self.missing(of: partner, on: day, schedule, problem)
      }
    }
    return missing * Int(problem.weights.closeness)
  }

  /// Days that a host's drills are nearer than is comfortable to one on `day`.
  private func missing(
    of host: HostID, on day: Int, _ schedule: Schedule, _ problem: Problem
  ) -> Int {
    let gap = problem.comfortableGap
    var missing = 0
    for other in max(0, day - gap + 1)..<min(problem.dayCount, day + gap) {
      missing += Int(schedule.hostDrills[host, other]) * (gap - abs(day - other))
    }
    return missing
  }
}
