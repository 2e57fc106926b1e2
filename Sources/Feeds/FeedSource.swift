package import Drills

/// All that the feeds are made from.
package struct FeedSource: Sendable {
  package var agenda: Agenda
  /// Where everything is now.
  package var plan: Plan
  /// Why the newest revision moved an activity, by id; a move without a reason needs no entry.
  package var moved: [DutyID: Reason] = [:]
  /// What was called off, an activity, a campaign or a task, by id.
  package var cancelled: [DutyID: Reason] = [:]
  /// Rules that a person overrode, by the activity's id.
  package var overrides: [DutyID: Set<HardRule>] = [:]
  /// The standing completions of activities and tasks, by id.
  package var completions: [DutyID: Completion] = [:]
  /// The salt of each date-only activity's commitment, 32 hex digits; new only with a new start.
  package var salts: [DutyID: String] = [:]
  /// The date-only activities whose hour was opened.
  package var revealed: Set<DutyID> = []
  /// The clock on which the last plan's hours were, if this plan's is another.
  package var formerZone: Zone?
  /// Of a draft nothing but private events is made, all tentative.
  package var isDraft = false
  package var now: Instant

  package init(agenda: Agenda, plan: Plan, now: Instant) {
    self.agenda = agenda
    self.plan = plan
    self.now = now
  }

  var program: Program { agenda.program }
  var today: Day { program.zone.moment(at: now + -59).day }
}

/// Why something moved or was called off.
package struct Reason: Hashable, Sendable {
  /// A fixed word for its kind, fit for the public, such as 天气; may be empty.
  package var kind: String
  /// What a person wrote; leaves through private feeds only.
  package var words: String

  package init(kind: String = "", words: String = "") {
    self.kind = kind
    self.words = words
  }
}
