/// Drills of one area on one day beyond what is comfortable, the second worse than the first.
struct Crowding: Cost {
  func cost(of schedule: Schedule, in problem: Problem) -> Int {
    var counts: [AreaID: [Int32: Int]] = [:]
    for activity in problem.activities.ids where schedule.isPlaced(activity) {
      let compiled = problem.activities[activity]
      guard compiled.traits.contains(.drill) else { continue }
      let day = problem.slots[schedule[activity]].day
      counts[problem.areas[compiled.host], default: [:]][day, default: 0] += 1
    }
    return counts.values.joined().reduce(0) { sum, entry in
      let excess = max(0, entry.value - Int(problem.comfortableDrills))
      return sum + Int(problem.weights.crowding) * excess * (excess + 1) / 2
    }
  }

  func added(
    by slot: SlotID, of activity: ActivityID, to schedule: Schedule, in problem: Problem
  ) -> Int {
    let compiled = problem.activities[activity]
    guard compiled.traits.contains(.drill) else { return 0 }
    let day = Int(problem.slots[slot].day)
    let excess =
      Int(schedule.areaDrills[problem.areas[compiled.host], day]) + 1
      - Int(problem.comfortableDrills)
    return excess > 0 ? Int(problem.weights.crowding) * excess : 0
  }
}
