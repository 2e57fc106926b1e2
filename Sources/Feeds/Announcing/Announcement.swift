package import Drills

/// All that everybody may see of an activity or campaign, as the public feeds tell it.
///
/// It is made of what the record holds of the public edition and of nothing else, so that a page cannot
/// tell what the feeds do not: no hour or team of a date-only drill, nothing of an internal one.
package struct Announcement: Sendable {
  package enum State: Hashable, Sendable {
    case planned, done, cancelled
  }
  package struct Party: Hashable, Sendable {
    package let id: String
    package let name: String
  }
  package struct Hours: Hashable, Sendable {
    package let start: Moment
    package let end: Moment
  }
  package struct Moved: Hashable, Sendable {
    package let days: ClosedRange<Day>
    /// Nothing where the hour was never told.
    package let hours: Hours?
    /// A fixed word for its kind; may be empty.
    package let why: String
  }
  /// Binds the office to an hour that is not told yet.
  package struct Commitment: Hashable, Sendable {
    package let hash: String
    /// What was committed to, once it may be told.
    package let opening: String?
  }

  /// The UID, without its domain.
  package let id: EventID
  /// Whose it is: a plan of another year may have the same id.
  package let plan: String
  package let isCampaign: Bool
  package let state: State
  /// Empty where it is no longer announced.
  package let name: String
  package let isDrill: Bool
  package let days: ClosedRange<Day>
  /// Nothing for whole days, and while the hour is kept back.
  package let hours: Hours?
  /// Whether there is an hour that is not told.
  package let isHourHidden: Bool
  package let host: Party
  package let attendees: [Party]
  package let teams: [Party]
  /// Ids of the areas in whose feeds it stands.
  package let areas: [String]
  /// Venue and address; may be empty.
  package let place: String
  package let url: String
  package let categories: [String]
  /// What else is told of it, a line each, in the plan's language.
  package let details: [String]
  package let moved: Moved?
  /// Why it was called off; empty where nothing is told.
  package let cancelledWhy: String
  /// The rules that a person overrode for it, in words; may be empty.
  package let overrides: Set<HardRule>
  package let commitment: Commitment?
  package let sequence: Int
  package let lastModified: Instant
  package let created: Instant

  /// For order; whole days start at midnight.
  package var start: Moment { hours?.start ?? Moment(day: days.lowerBound, minute: 0) }
}

extension Announcement {
  /// What the public feeds of a plan show on a day, in order of start, then id.
  package static func all(
    of newest: some Collection<Publication>, in plan: String, on today: Day
  ) -> [Announcement] {
    newest.compactMap { row in
      guard row.key.edition == .public, let event = Event(content: row.content),
        event.isShown(on: today), event.kind == .activity || event.kind == .campaign
      else { return nil }
      return Announcement(event, row, of: plan)
    }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  private init(_ event: Event, _ row: Publication, of plan: String) {
    id = row.key.event
    self.plan = plan
    isCampaign = event.kind == .campaign
    state =
      switch event.state {
      case .draft, .confirmed: .planned
      case .done: .done
      case .cancelled: .cancelled
      }
    name = event.name
    isDrill = event.isDrill
    days = event.when.days
    hours = Hours(event.when)
    isHourHidden = event.isWithheld && !event.name.isEmpty
    host = Party(event.host)
    attendees = event.attendees.map(Party.init)
    teams = event.teams.map(Party.init)
    areas = event.feeds.filter { $0.kind == .areas }.map(\.id)
    place = event.place
    url = event.url
    categories = event.categories
    details = event.details
    moved = event.moved.map { move in
      Moved(days: move.from.days, hours: Hours(move.from), why: move.why)
    }
    cancelledWhy = event.cancelled?.why ?? ""
    overrides = Set((event.overrides ?? []).compactMap(HardRule.init(rawValue:)))
    commitment = event.seal.map { Commitment(hash: $0.commitment, opening: $0.opening) }
    sequence = row.sequence
    lastModified = row.lastModified
    created = row.created
  }
}

extension Announcement.Hours {
  init?(_ when: When) {
    guard case .hours(let start, let end) = when else { return nil }
    self.init(start: start, end: end)
  }
}

extension Announcement.Party {
  init(_ party: Event.Party) { self.init(id: party.id, name: party.name) }
}
