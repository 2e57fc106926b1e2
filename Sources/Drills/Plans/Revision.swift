/// A plan as it was saved.
package struct Revision: Sendable {
  /// Counted from 1.
  package var number: Int
  /// The revision whose placements were the published ones; nothing for a first plan.
  package var base: Int?
  package var savedAt: Instant
  package var savedBy: String
  package var seed: UInt64
  /// The `now` that it was planned for.
  package var now: Instant
  package var score: Score
  package var bound: Bound
  package var plan: Plan
  package var cancelled: Set<DutyID>
  /// What could not change when it was planned.
  package var fixed: [DutyID: Fixing]
  /// The newest decision that it was planned with; 0: none had been made.
  package var decisions: Int
  /// What was published once and had no place any more when it was planned.
  package var leftOut: Set<DutyID> = []
  /// Where each stood before a decision that was taken back.
  package var earlier: [DutyID: Earlier] = [:]
  /// What became of it, if it was saved as a draft; nothing: it was published at once.
  package var draft: Draft?

  package init(
    number: Int, base: Int?, savedAt: Instant, savedBy: String, seed: UInt64, now: Instant,
    score: Score, bound: Bound, plan: Plan, cancelled: Set<DutyID> = [],
    fixed: [DutyID: Fixing] = [:], decisions: Int = 0
  ) {
    self.number = number
    self.base = base
    self.savedAt = savedAt
    self.savedBy = savedBy
    self.seed = seed
    self.now = now
    self.score = score
    self.bound = bound
    self.plan = plan
    self.cancelled = cancelled
    self.fixed = fixed
    self.decisions = decisions
  }

  /// Whether subscribers were ever told of it.
  package var isPublished: Bool {
    switch draft {
    case nil, .published: true
    case .waiting, .discarded: false
    }
  }

  /// When it became, or would become, the published plan.
  package var publishedAt: Instant {
    if case .published(let instant) = draft { instant } else { savedAt }
  }

  /// All levels of the score meet their bounds.
  package var isOptimal: Bool { bound.isMet(by: score) }
}
