/// Something that runs: shown and tracked, not scheduled.
package struct Campaign: Identified {
  package enum Rhythm: String, CaseIterable, Sendable {
    case day, week, month
  }

  package let id: String
  package var name: String
  package var audience = Audience.everyCommunity
  /// Nothing: the period.
  package var dates: DaySet?
  package var rhythm = Rhythm.week
  package var channel: Requirement.Channel?
  package var url = ""
  package var to = ""
  package var basis = ""
  package var note = ""
  package var countsAs: [String] = []
  /// A contest's stages, in order; empty: no contest.
  package var stages: [String] = []
  /// Works published earlier are refused.
  package var madeSince: Day?

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
