internal import Drills

/// The simplest proof: each activity costs at least as much as its cheapest slot.
struct CheapestPlacements {
  /// What cannot be placed at all.
  let unplaced: Int
  private let sum: Int
  /// Each priority, and what the activities of it that have slots cost at least.
  private let costs: [(priority: Int, cost: Int)]

  init(_ problem: Problem) {
    var unplaced = 0
    var costs: [(priority: Int, cost: Int)] = []
    for activity in problem.activities.ids {
      let compiled = problem.activities[activity]
      if let least = compiled.slots.lazy.map({ problem.slots[$0].cost }).min() {
        if !compiled.isFixed { costs.append((Int(compiled.priority), Int(least))) }
      } else {
        unplaced += Int(compiled.priority)
      }
    }
    self.unplaced = unplaced
    self.costs = costs
    sum = problem.activities.ids.reduce(0) { sum, activity in
      let compiled = problem.activities[activity]
      return sum + Int(compiled.slots.lazy.map { problem.slots[$0].cost }.min() ?? 0)
    }
  }

  /// The least cost of a schedule that leaves `unplaced` unplaced.
  func cost(besides unplaced: Int) -> Int {
    var spare = unplaced - self.unplaced
    guard spare > 0 else { return sum }
    // The dearest for each point of priority may be the ones left out; a part of one counts whole.
    var cost = sum
    for entry in costs.sorted(by: { $0.cost * $1.priority > $1.cost * $0.priority }) {
      guard spare > 0 else { break }
      cost -= entry.cost
      spare -= entry.priority
    }
    return cost
  }

  func bound(besides unplaced: Int) -> Bound {
    Bound(unplaced: self.unplaced, cost: cost(besides: unplaced))
  }
}
