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
  /// `community/requirement[/venue][/week][/n]`; never changes while the requirement does not.
  package let id: String
  package let requirement: Row<Requirement>
  package let host: Host
  /// The venue of a per-venue activity.
  package let venue: Row<Venue>?
  /// The index, in the agenda's weeks, of the week that a weekly activity belongs to.
  package let week: Int?
  /// People expected.
  package let participants: Int
}
