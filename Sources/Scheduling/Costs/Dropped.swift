/// Something published that is left out: nothing is swapped for what nobody was told of, for nothing.
struct Dropped: Cost {
  func cost(of schedule: Schedule, in problem: Problem) -> Int {
    let count = problem.activities.ids.count {
      problem.activities[$0].traits.contains(.published) && !schedule.isPlaced($0)
    }
    return count * Int(problem.weights.dropped)
  }

  func added(
    by slot: SlotID, of activity: ActivityID, to schedule: Schedule, in problem: Problem
  ) -> Int {
    problem.activities[activity].traits.contains(.published) ? -Int(problem.weights.dropped) : 0
  }
}
