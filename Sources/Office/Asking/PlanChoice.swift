import Drills
package import Record

/// Which plan is asked for.
package enum PlanChoice: Hashable, Sendable {
  case published
  /// The one that waits to be published.
  case draft
}

extension Standing {
  /// The plan that is asked for, with the record that has it.
  ///
  /// - Throws: `Refusal` while there is none.
  package func saved(_ choice: PlanChoice) throws(Refusal) -> (plan: SavedPlan, record: Record) {
    switch choice {
    case .published: return try published()
    case .draft:
      guard let draft, let record else { throw .planning(.noDraft) }
      return (draft, record)
    }
  }

  /// What is to be known beside it.
  package func cautions(showing choice: PlanChoice) -> [Warning] {
    guard choice == .draft, let draft else { return cautions }
    return [.isDraft(draft.revision.number, draftObstacles)]
  }
}
