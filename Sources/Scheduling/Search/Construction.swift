/// A first schedule: hardest activity first, each at its best slot.
struct Construction {
  /// How hard each activity is to place: the lower, the harder.
  ///
  /// The room that its slots leave it: each slot counts as much as the activities that want the
  /// same venue and teams leave of it on average.
  private let room: Column<ActivityID, Double>

  init(_ problem: Problem) {
    var wanted = Array(repeating: 0.0, count: problem.capacities.count)
    for activity in problem.activities.ids {
      let range = problem.slotRange(of: activity)
      for slot in range {
        for use in problem.teamSets[problem.slots[slot].teams] {
          wanted[use.team.index] += Double(use.crews) / Double(range.count)
        }
      }
    }
    room = Column(
      problem.activities.ids.map { activity in
        problem.slotRange(of: activity).reduce(0) { sum, slot in
          let contention = problem.teamSets[problem.slots[slot].teams].reduce(1.0) {
            $0 + wanted[$1.team.index] / Double(problem.capacities[$1.team])
          }
          return sum + 1 / contention
        }
      })
  }

  /// Places all that it can; what does not fit at once pushes others aside.
  func fill(
    _ working: inout WorkingSchedule, in problem: Problem, _ random: inout SplitMix64
  ) {
    let order = problem.activities.ids.filter { !working.schedule.isPlaced($0) }.sorted {
      let priorities = (problem.activities[$0].priority, problem.activities[$1].priority)
      return (-priorities.0, room[$0], $0.row) < (-priorities.1, room[$1], $1.row)
    }
    let chain = EjectionChain(depth: 3, breadth: 8)
    for activity in order {
      if let best = working.bestSlot(of: activity, in: problem, &random) {
        working.place(activity, at: best.slot, in: problem)
      } else {
        _ = chain.place(activity, on: &working, in: problem, &random)
      }
      working.commit()
    }
  }
}
