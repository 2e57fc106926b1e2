/// Who holds an activity.
package enum Host: Hashable, Sendable {
  case organizer
  case community(Row<Community>)

  package var community: Row<Community>? {
    if case .community(let row) = self { row } else { nil }
  }
}

/// One thing to be held, at one time and place.
package struct Activity: Identified {
  /// Never changes while the requirement does not.
  package let id: DutyID
  package let requirement: Row<Requirement>
  package let host: Host
  /// The venue of a per-venue activity.
  package let venue: Row<Venue>?
  /// The week, month or quarter that a recurring activity belongs to.
  package let span: Span?
  /// Counted from 1, where the requirement has several of them.
  package let occurrence: Int?
  /// People expected, of all that take part.
  package let participants: Int
  /// The communities that a joint activity serves beside its host's.
  package var partners: [Row<Community>] = []

  package var isJoint: Bool { !partners.isEmpty }

  /// The communities that it serves, the host's first; none: it is the organizer's.
  package var communities: [Row<Community>] {
    host.community.map { [$0] + partners } ?? []
  }

  /// Host and partners, each as if it held the activity alone.
  package var hosts: [Host] { [host] + partners.map(Host.community) }
}
