/// That the hidden hour of a date-only activity was opened to the public.
package struct Reveal: Hashable, Sendable {
  package var activity: DutyID
  /// The start that was opened; one that replaces it stays sealed.
  package var start: Moment
  package var revealedBy: String
  package var revealedAt: Instant

  package init(activity: DutyID, start: Moment, revealedBy: String, revealedAt: Instant) {
    self.activity = activity
    self.start = start
    self.revealedBy = revealedBy
    self.revealedAt = revealedAt
  }
}
