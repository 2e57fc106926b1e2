/// What slots cost by themselves: preferences missed, distance, lateness, and having been moved.
struct PlacementCost: Cost {
  func cost(of schedule: Schedule, in problem: Problem) -> Int {
    problem.activities.ids.reduce(0) { sum, activity in
      schedule.isPlaced(activity) ? sum + Int(problem.slots[schedule[activity]].cost) : sum
    }
  }

  func added(
    by slot: SlotID, of activity: ActivityID, to schedule: Schedule, in problem: Problem
  ) -> Int {
    Int(problem.slots[slot].cost)
  }
}
