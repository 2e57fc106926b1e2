/// What was really done: the record of one activity held.
package struct Completion: Hashable, Sendable {
  /// An activity's id.
  package var activity: String
  package var day: Day
  package var people: Int
  package var start: Minute?
  package var minutes: Minute?
  package var residents: Int?
  /// People who need help to leave.
  package var assisted: Int?
  package var evacuationSeconds: Int?
  package var headcountSeconds: Int?
  package var mode: Requirement.Mode?
  package var weather = ""
  package var observers = ""
  /// By counter, `unit` or `line.unit`.
  package var counts: [String: Int] = [:]
  package var note = ""
  /// A person insisted on numbers that Muster had questioned.
  package var isConfirmed = false
  /// Recorded more than the grace days after the day.
  package var isLate = false
  package var recordedBy: String
  /// Seconds since 1970.
  package var recordedAt: Int

  package init(activity: String, day: Day, people: Int, recordedBy: String, recordedAt: Int) {
    self.activity = activity
    self.day = day
    self.people = people
    self.recordedBy = recordedBy
    self.recordedAt = recordedAt
  }
}
