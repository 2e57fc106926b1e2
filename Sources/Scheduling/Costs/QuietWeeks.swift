/// Weeks in which a community could have had something and has nothing.
struct QuietWeeks: Cost {
  func cost(of schedule: Schedule, in problem: Problem) -> Int {
    var quiet = 0
    for host in problem.hosts {
      let weeks = Set(
        problem.served[host].filter(schedule.isPlaced).map {
          problem.weekOfDay[Int(problem.slots[schedule[$0]].day)]
        })
      quiet += (0..<problem.weekCount).count {
        problem.canBeQuiet[host, $0] && !weeks.contains(Int32($0))
      }
    }
    return Int(problem.weights.quietWeek) * quiet
  }

  func added(
    by slot: SlotID, of activity: ActivityID, to schedule: Schedule, in problem: Problem
  ) -> Int {
    let compiled = problem.activities[activity]
    let week = Int(problem.weekOfDay[Int(problem.slots[slot].day)])
    guard week >= 0, compiled.traits.contains(.local) else { return 0 }
    var filled = isQuiet(compiled.host, week, schedule, problem) ? 1 : 0
    if compiled.traits.contains(.joint) {
      for partner in problem.partners[activity]
      where isQuiet(partner, week, schedule, problem) {
        filled += 1
      }
    }
    return -Int(problem.weights.quietWeek) * filled
  }

  private func isQuiet(
    _ host: HostID, _ week: Int, _ schedule: Schedule, _ problem: Problem
  ) -> Bool {
    problem.canBeQuiet[host, week] && schedule.placedInWeek[host, week] == 0
  }
}
