package import Drills

/// What a revision changed against the one before it.
package struct PlanStep: Sendable {
  package let number: Int
  /// Local time.
  package let moment: Moment
  package let author: String
  package let added: Int
  /// Ids of what was placed before and is placed otherwise.
  package let moved: [DutyID]
  package let removed: [DutyID]

  package init(_ revision: Revision, after previous: Revision?, in zone: Zone) {
    number = revision.number
    moment = zone.moment(at: revision.savedAt)
    author = revision.savedBy
    let before = previous?.plan.placements ?? [:]
    let after = revision.plan.placements
    added = after.keys.count { before[$0] == nil }
    moved = before.keys.filter { after[$0] != nil && after[$0] != before[$0] }.sorted()
    removed = before.keys.filter { after[$0] == nil }.sorted()
  }
}
