/// When, where and with whom an activity is held.
package struct Placement: Hashable, Sendable {
  package var day: Day
  /// Minutes since midnight; 0 for an all-day activity.
  package var start: Minute
  /// A venue's id.
  package var venue: String?
  /// Team ids by role.
  package var teams: [String: String]

  package init(
    day: Day, start: Minute, venue: String? = nil, teams: [String: String] = [:]
  ) {
    self.day = day
    self.start = start
    self.venue = venue
    self.teams = teams
  }

  package var moment: Moment { Moment(day: day, minute: start) }
}
