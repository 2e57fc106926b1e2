/// What a date-only activity's hidden hour is committed to.
package struct Seal: Hashable, Sendable {
  package var activity: DutyID
  /// The start that it was made for; another start needs another.
  package var start: Moment
  /// 32 hex digits; told when the hour is.
  package var salt: String

  package init(activity: DutyID, start: Moment, salt: String) {
    self.activity = activity
    self.start = start
    self.salt = salt
  }
}
