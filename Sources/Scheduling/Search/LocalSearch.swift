/// Moves activities one, two or a few at a time, and accepts what is no worse than a while ago.
///
/// Source: Burke and Bykov, "The late acceptance hill-climbing heuristic", 2017.
struct LocalSearch {
  private(set) var working: WorkingSchedule
  private(set) var best: Schedule
  private(set) var bestWorth: Worth
  private var random: SplitMix64
  private var history: [Worth]
  private var moves = 0
  private let movable: [ActivityID]

  init(_ working: WorkingSchedule, in problem: Problem, _ random: SplitMix64) {
    self.working = working
    self.random = random
    best = working.schedule
    bestWorth = working.worth
    history = Array(repeating: working.worth, count: 500)
    movable = problem.activities.ids.filter {
      !problem.activities[$0].isFixed && !problem.slotRange(of: $0).isEmpty
    }
  }

  /// Tries as many moves as befits the size of the problem.
  ///
  /// - Returns: Whether a better schedule than ever was found.
  mutating func runRound(in problem: Problem) -> Bool {
    guard !movable.isEmpty else { return false }
    let before = bestWorth
    for _ in 0..<min(20 * movable.count, 4000) { step(in: problem) }
    return bestWorth < before
  }

  private mutating func step(in problem: Problem) {
    let activity = movable[random.below(movable.count)]
    let before = working.worth
    if random.below(4) == 0 {
      push(activity, in: problem)
    } else {
      relocate(activity, in: problem)
    }
    let after = working.worth
    let index = moves % history.count
    moves += 1
    if after <= before || after <= history[index] {
      working.commit()
      if after < bestWorth {
        bestWorth = after
        best = working.schedule
      }
    } else {
      working.rollBack(to: 0, in: problem)
    }
    history[index] = min(history[index], working.worth)
  }

  /// To the best slot or to any slot that is free.
  private mutating func relocate(_ activity: ActivityID, in problem: Problem) {
    if working.schedule.isPlaced(activity) { working.remove(activity, in: problem) }
    let range = problem.slotRange(of: activity)
    for _ in 0..<3 {
      let slot = range[range.startIndex + random.below(range.count)]
      if working.rules.admits(slot, of: activity, on: working.schedule, in: problem) {
        working.place(activity, at: slot, in: problem)
        return
      }
    }
    if let best = working.bestSlot(of: activity, in: problem, &random) {
      working.place(activity, at: best.slot, in: problem)
    }
  }

  /// To any slot; what is in the way goes to its own best slot.
  private mutating func push(_ activity: ActivityID, in problem: Problem) {
    if working.schedule.isPlaced(activity) { working.remove(activity, in: problem) }
    let range = problem.slotRange(of: activity)
    let slot = range[range.startIndex + random.below(range.count)]
    guard
      let blockers = working.rules.blockers(
        of: slot, of: activity, on: working.schedule, in: problem)
    else { return }
    for blocker in blockers { working.remove(blocker, in: problem) }
    working.place(activity, at: slot, in: problem)
    for blocker in blockers {
      if let best = working.bestSlot(of: blocker, in: problem, &random) {
        working.place(blocker, at: best.slot, in: problem)
      }
    }
  }
}
