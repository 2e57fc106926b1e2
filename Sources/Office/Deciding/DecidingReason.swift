package import Drills

/// Why a decision is not taken.
package enum DecidingReason: Hashable, Sendable {
  /// No reason code was given.
  case noReason
  /// `other` says nothing by itself.
  case reasonNeedsWords
  /// The published plan has it, the workspace asks for it no more.
  case noLongerAsked(DutyID)
  case notAnActivity(DutyID)
  case isDone(DutyID)
  case isCancelled(DutyID)
  case isCancelledAlready(DutyID)
  case isNotCancelled(DutyID)
  case isNotPlaced(DutyID)
  case isNotPinned(DutyID)
  /// What a move would break of the rules that it does not override.
  case breaks(DutyID, at: Moment, [Breach])
  case blockIsOver(Day, today: Day)
  case noSuchDecision(Int)
  case isUndoneAlready(Int)
  /// It wishes for a time that is over.
  case wishIsOver(Moment, now: Moment)
  case noSuchWish(Int)
  case wishIsAnswered(Int, by: String)

  package var kind: Refusal.Kind {
    switch self {
    case .noReason, .reasonNeedsWords, .notAnActivity, .blockIsOver, .wishIsOver: .usage
    case .noSuchWish: .noInput
    case .noLongerAsked, .isDone, .isCancelled, .isCancelledAlready, .isNotCancelled, .isNotPlaced,
      .isNotPinned, .breaks, .noSuchDecision, .isUndoneAlready, .wishIsAnswered:
      .no
    }
  }
}

/// A broken rule with what people call the venue, team or owner that it is about.
package struct Breach: Hashable, Sendable {
  package let violation: Violation
  /// Nothing where it is about none.
  package let name: String?

  package init(_ violation: Violation, name: String?) {
    self.violation = violation
    self.name = name
  }
}
