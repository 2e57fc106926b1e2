import Drills

/// What each edition may tell of an activity.
enum Telling: Hashable {
  case nothing
  /// The date, but neither hour nor teams.
  case date
  case everything
}

extension FeedSource {
  /// Nothing of an internal activity before it is done, no hour of a date-only one before it is
  /// done or opened; the private edition has all.
  func telling(
    of id: DutyID, announced announcement: Requirement.Announcement,
    in edition: Publication.Edition
  ) -> Telling {
    guard edition == .public, completions[id] == nil else { return .everything }
    switch announcement {
    case .public: return .everything
    case .dateOnly: return revealed.contains(id) ? .everything : .date
    case .internal: return .nothing
    }
  }

  /// A reason in the words that an edition may carry.
  func words(for reason: Reason?, in edition: Publication.Edition) -> String {
    guard let reason else { return "" }
    guard edition == .private else { return reason.kind }
    return [reason.kind, reason.words].filter { !$0.isEmpty }
      .joined(separator: Words(program.language).colon)
  }
}
