package import Drills

/// Why a question has no answer.
package enum AskingReason: Hashable, Sendable {
  /// It stays where it is, so nothing else is possible.
  case isFrozen(DutyID)
  /// Nothing starts then.
  case noSuchStart(Moment, grid: Minute)
  /// With the ids of those that are open.
  case noSuchNotice(String, open: [NoticeID])

  package var kind: Refusal.Kind {
    switch self {
    case .noSuchStart: .usage
    case .isFrozen, .noSuchNotice: .no
    }
  }
}
