/// Several activities of one community that are left out: where all cannot be placed, the shortage is
/// shared.
struct Unevenness: Cost {
  func cost(of schedule: Schedule, in problem: Problem) -> Int {
    problem.hosts.reduce(0) { sum, host in
      let count = problem.served[host].count {
        problem.activities[$0].traits.contains(.local) && !schedule.isPlaced($0)
      }
      return sum + Int(problem.weights.unevenness) * count * (count - 1) / 2
    }
  }

  func added(
    by slot: SlotID, of activity: ActivityID, to schedule: Schedule, in problem: Problem
  ) -> Int {
    let compiled = problem.activities[activity]
    guard compiled.traits.contains(.local) else { return 0 }
    var others = Int(schedule.leftOut[compiled.host] - 1)
    if compiled.traits.contains(.joint) {
      for partner in problem.partners[activity] { others += Int(schedule.leftOut[partner] - 1) }
    }
    return -Int(problem.weights.unevenness) * others
  }
}
