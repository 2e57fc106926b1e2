package import Drills

extension Inquiry {
  /// The fewest things that can be shown to leave no placement: drop any of them, and there is one.
  ///
  /// Where it could go if fewer activities are in the way, filters are preferred. Nothing if a
  /// placement can be had as things stand.
  package func blockingSet() -> [Explanation.Reason]? {
    let fails = (0..<Failures.end).filter { bit in
      problem.slotRange(of: target).contains { failures[$0].contains(bit) }
    }
    let others = inTheWay()
    let oracle = Oracle(self, others)
    let reasons = fails.map(Cause.failure) + others.map(Cause.activity)
    return minimalConflict(reasons, holds: oracle.allows)?.map(reason)
  }

  /// Whether a placement can be had if only these things hold; what a set is checked by.
  package func isPossible(if reasons: [Explanation.Reason]) -> Bool {
    let others = inTheWay()
    let causes = reasons.compactMap { reason -> Cause? in
      switch reason {
      case .filter(let filter): .failure(filter.rawValue)
      case .rule(let rule):
        (0..<Failures.end).first { self.reason(.failure($0)) == .rule(rule) }.map(Cause.failure)
      case .activity(let id): others.first { self.id($0) == id }.map(Cause.activity)
      }
    }
    return Oracle(self, others).allows(causes)
  }

  private enum Cause {
    case failure(Int)
    case activity(ActivityID)
  }

  private func reason(_ cause: Cause) -> Explanation.Reason {
    switch cause {
    case .activity(let activity): return .activity(id(activity))
    case .failure(let bit):
      if let filter = Filter(rawValue: bit) { return .filter(filter) }
      var single = Failures()
      single.insert(bit)
      return .rule(single.rules.first ?? .fixed)
    }
  }

  /// Activities that bar a placement which fails no more than one filter.
  private func inTheWay() -> [ActivityID] {
    var found: Set<ActivityID> = []
    for slot in problem.slotRange(of: target) where failures[slot].count <= 1 {
      guard !rules.admits(slot, of: target, on: schedule, in: problem) else { continue }
      for (rule, _) in named {
        var blockers: [ActivityID] = []
        _ = rule.findBlockers(of: slot, of: target, on: schedule, in: problem, into: &blockers)
        found.formUnion(blockers)
      }
    }
    return found.sorted()
  }

  /// Says whether there is a placement while some things hold.
  private struct Oracle {
    private let inquiry: Inquiry
    private let bare: Schedule

    init(_ inquiry: Inquiry, _ others: [ActivityID]) {
      self.inquiry = inquiry
      var bare = inquiry.schedule
      for other in others { bare.remove(other, in: inquiry.problem) }
      self.bare = bare
    }

    func allows(_ causes: [Cause]) -> Bool {
      var failing = Failures()
      var schedule = bare
      for cause in causes {
        switch cause {
        case .failure(let bit): failing.insert(bit)
        case .activity(let other):
          schedule.place(other, at: inquiry.schedule[other], in: inquiry.problem)
        }
      }
      return inquiry.problem.slotRange(of: inquiry.target).contains { slot in
        inquiry.failures[slot].isDisjoint(with: failing)
          && inquiry.rules.admits(
            slot, of: inquiry.target, on: schedule, in: inquiry.problem)
      }
    }
  }
}
