import Drills

/// Tries every plan, judged by the plan checker alone.
struct BruteForce {
  private let checker: PlanChecker
  private let ids: [String]
  private let options: [[Placement]]
  private var plan = Plan()
  /// What is unplaced, of what a person pinned and of all.
  struct Shortage: Hashable {
    var pinned: Int
    var all: Int
  }

  /// The least unplaced, of what a person pinned first, and the least cost beside it.
  private(set) var best: (pinned: Int, unplaced: Int, cost: Int) = (.max, .max, .max)
  /// The least cost by what is unplaced.
  private(set) var costs: [Int: Int] = [:]
  private(set) var costsOfShortages: [Shortage: Int] = [:]

  /// Nothing if there are too many plans to try.
  init?(_ agenda: Agenda, in circumstances: Circumstances) {
    checker = PlanChecker(agenda, in: circumstances)
    let source = CandidateSource(agenda, in: circumstances)
    let rows = agenda.activities.rows.filter {
      !circumstances.cancelled.contains(agenda.activities[$0].id)
    }
    ids = rows.map { agenda.activities[$0].id }
    options = rows.map { row in
      let activity = agenda.activities[row]
      let list = source.candidates(of: row)
      let fixing = circumstances.fixed[activity.id]
      if let fixing, fixing.reason != .pinned { return [fixing.placement] }
      return list.candidates.map { agenda.placement($0, in: list, of: activity) }
        .filter { fixing?.admits($0) ?? true }
    }
    guard options.reduce(1.0, { $0 * Double($1.count + 1) }) < 20_000 else { return nil }
    search(from: 0)
  }

  private mutating func search(from index: Int) {
    let verdict = checker.check(plan)
    // Only a fixed activity that is not placed yet can still be mended.
    guard verdict.violations.allSatisfy({ $0.rule == .fixed && plan[$0.activities[0]] == nil })
    else { return }
    guard index < ids.count else {
      if verdict.isValid { note(verdict.score) }
      return
    }
    for placement in options[index] {
      plan[ids[index]] = placement
      search(from: index + 1)
    }
    plan[ids[index]] = nil
    search(from: index + 1)
  }

  private mutating func note(_ score: Score) {
    let shortage = Shortage(pinned: score.pinnedUnplaced, all: score.unplaced)
    costs[score.unplaced] = min(costs[score.unplaced] ?? .max, score.cost)
    costsOfShortages[shortage] = min(costsOfShortages[shortage] ?? .max, score.cost)
    let levels = (score.pinnedUnplaced, score.unplaced, score.cost)
    if levels < best { best = levels }
  }
}
