package import Drills

/// A decision with what the next plan makes of it, as other programs read it.
package struct DecisionDocument: Encodable {
  private let id: String
  private let events: [HistoryEntryDocument]
  private let next: ChangeReport.ChangeDocumentRoot
  /// Whether the search for `next` was cut short, so that the plan may find better.
  private let cut: Bool

  package init(
    _ decision: HistoryEvent, next: ChangeReport, isCut: Bool, in program: Program
  ) {
    id = program.id
    events = [HistoryEntryDocument(decision, in: program.zone)]
    self.next = ChangeReport.ChangeDocumentRoot(next)
    cut = isCut
  }
}
