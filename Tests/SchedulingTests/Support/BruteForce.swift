import Drills

/// Tries every plan, judged by the plan checker alone.
struct BruteForce {
  /// What is unplaced: of what a person pinned, and of all.
  struct Shortage: Hashable, Comparable {
    var pinned: Int
    var all: Int

    static func < (lhs: Shortage, rhs: Shortage) -> Bool {
      (lhs.pinned, lhs.all) < (rhs.pinned, rhs.all)
    }
  }

  private let checker: PlanChecker
  private let circumstances: Circumstances
  private let ids: [DutyID]
  private let options: [[Placement]]
  private var plan = Plan()
  /// The least cost by what is unplaced.
  private(set) var costs: [Shortage: Int] = [:]
  /// Of the plans that cost so little, how few leave where something was before a decision that was
  /// taken back.
  private(set) var astray: [Shortage: Int] = [:]

  /// Nothing if there are too many plans to try.
  init?(_ agenda: Agenda, in circumstances: Circumstances) {
    checker = PlanChecker(agenda, in: circumstances)
    self.circumstances = circumstances
    let source = CandidateSource(agenda, in: circumstances)
    let rows = agenda.activities.rows.filter {
      !circumstances.cancelled.contains(agenda.activities[$0].id)
    }
    ids = rows.map { agenda.activities[$0].id }
    options = rows.map { row in
      let activity = agenda.activities[row]
      let list = source.candidates(of: row)
      let fixing = circumstances.fixed[activity.id]
      let allowed = list.candidates.map { agenda.placement($0, in: list, of: activity) }
      if let fixing, fixing.reason != .pinned {
        // What is frozen may go back, if that is allowed.
        let back = allowed.filter {
          fixing.reason == .frozen && circumstances.isEarlier($0, of: activity.id)
        }
        return [fixing.placement] + back.filter { $0 != fixing.placement }
      }
      return allowed.filter { fixing?.admits($0) ?? true }
    }
    guard options.reduce(1.0, { $0 * Double($1.count + 1) }) < 20_000 else { return nil }
    search(from: 0)
  }

  /// The least that can be left out, of what a person pinned first; nothing if no plan is valid.
  var leastShortage: Shortage? { costs.keys.min() }

  /// The least that can be left out beside so much of what a person pinned.
  func leastUnplaced(besidePinned pinned: Int) -> Int? {
    costs.keys.filter { $0.pinned == pinned }.map(\.all).min()
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
    let astray = circumstances.astray(in: plan)
    let known = (costs[shortage] ?? .max, self.astray[shortage] ?? .max)
    if (score.cost, astray) < known {
      (costs[shortage], self.astray[shortage]) = (score.cost, astray)
    }
  }
}

extension Circumstances {
  /// How many activities are not where they were before a decision that was taken back.
  func astray(in plan: Plan) -> Int {
    earlier.count { id, earlier in
      !cancelled.contains(id) && plan[id] != earlier.placement
    }
  }
}
