/// Why there is no plan, or none to look at.
package enum PlanningReason: Hashable, Sendable {
  case noPlanYet(folder: String)
  case noSuchRevision(Int)
  /// Nothing is published yet; the number of the draft that waits.
  case isOnlyDraft(Int)
  case noDraft
  /// The number of the draft, and what keeps it from being published.
  case draftIsStale(Int, [DraftObstacle])
  /// There is none beside what it once made.
  case recordIsLost(beside: [String])
  /// It knows less than a feed that was written by it.
  case recordIsOlder(than: String)
  /// The workspace that the record keeps of a revision says nothing.
  case unreadableSnapshot
  /// A bug: what the search found is no plan.
  case brokenPlan([Breach])

  package var kind: Refusal.Kind {
    switch self {
    case .noPlanYet, .noSuchRevision, .isOnlyDraft, .noDraft: .noInput
    case .draftIsStale: .no
    case .unreadableSnapshot, .recordIsLost, .recordIsOlder: .badData
    case .brokenPlan: .bug
    }
  }
}
