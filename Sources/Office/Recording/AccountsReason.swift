package import Documents
package import Drills
package import Reports

/// Why nothing is recorded of a problem, a work or a hidden hour, or taken back by its number.
package enum AccountsReason: Hashable, Sendable {
  case isBackwards(Day, Day)
  case noSuchProblem(Int)
  case isEmptyProblem
  case mendedBeforeFound(found: Day, mended: Day)
  case isMendedAlready(Int, Day)
  case notInContest(owner: OwnerID, campaign: String)
  case madeTooEarly(Day, since: Day)
  case noSuchWork(Int)
  /// With the stage that decides next; nothing after the last.
  case stageOutOfOrder(Int, String, next: String?)
  case nothingToRetract(Retractable, Int)
  case hasNoHiddenHour(DutyID)
  /// Cancelled or unplaced.
  case hasNoHourToOpen(DutyID)
  case isNotOver(DutyID, until: Moment)
  /// A file that is no document whose blanks can be filled.
  case document(String, DocumentFault)
  /// A form and a document whose blanks are not the same.
  case formDiffers(form: String, path: String, [FormPairing.Difference])
  /// Words that are no longer those that the planner agreed to; none: now, or then.
  case mapDiffers(form: String, then: AgreedPair?, now: AgreedPair?)
  /// A blank of a form that names no counter.
  case brokenForm(Form.Mistake)

  package var kind: Refusal.Kind {
    switch self {
    case .isBackwards, .isEmptyProblem, .mendedBeforeFound, .notInContest, .madeTooEarly,
      .stageOutOfOrder, .hasNoHiddenHour:
      .usage
    case .noSuchProblem, .noSuchWork: .noInput
    case .brokenForm, .document, .formDiffers, .mapDiffers: .badData
    case .isMendedAlready, .nothingToRetract, .hasNoHourToOpen, .isNotOver: .no
    }
  }
}
