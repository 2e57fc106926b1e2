/// A rule of the plan that makes activities.
package struct Requirement: Identified {
  package enum Kind: String, CaseIterable, Sendable {
    case drill, event, meeting, campaign
  }
  package enum Duration: Hashable, Sendable {
    /// Less than 24 hours.
    case minutes(Minute)
    case allDay
  }
  package enum Participants: Hashable, Sendable {
    case number(Int)
    /// Of the population, rounded up: `numerator / denominator`.
    case share(numerator: Int, denominator: Int)
  }
  package enum Announcement: String, CaseIterable, Sendable {
    case `public`
    case dateOnly = "date-only"
    case `internal`
  }
  package enum Channel: String, CaseIterable, Sendable {
    case onSite = "on-site"
    case online
    case both
  }
  /// Communities that have one activity together.
  package enum Together: Hashable, Sendable {
    /// Ids of each group's, the host's first; who is in none has an activity of its own.
    case groups([[String]])
    /// Those of an area.
    case areas
  }
  package enum Mode: String, CaseIterable, Sendable {
    case fullScale = "full-scale"
    case tabletop
  }

  package let id: String
  package var name: String
  package var kind = Kind.drill
  package var scenario: Scenario?
  package var audience = Audience.everyCommunity
  /// Communities that the organizer's activity calls in; nothing: none.
  package var attends: [CommunityFilter] = []
  /// Venue types, any of which serves; empty: the activity needs no venue.
  package var venueTypes: Set<String> = []
  /// One activity for each venue of the types that the community owns, held there.
  package var isPerVenue = false
  package var duration: Duration
  /// Nothing: the period.
  package var dates: DaySet?
  package var days = DayRule.any
  /// Empty: any hour.
  package var hours: [HourRange] = []
  /// The only start, in minutes since midnight; nothing: any on the grid.
  package var start: Minute?
  package var onHolidays = false
  /// Nothing: it does not come back.
  package var every: Span.Kind?
  /// Nothing: each community has its own.
  package var together: Together?
  /// Occurrences for each community, or in each span; at least 1.
  package var count = 1
  /// Days between two occurrences in one community.
  package var apart = 0
  package var crews: [CrewNeed] = []
  package var participants = Participants.number(0)
  package var predecessors: [Predecessor] = []
  package var aimBy: Day?
  package var preferences: [Preference] = []
  package var announcement = Announcement.public
  package var notices: [NoticeRule] = []
  /// Cost of leaving one unplaced.
  package var priority = 100
  package var mode: Mode?
  /// Whether it occupies its community; as written, see ``isBlocking``.
  package var blocking = true
  package var channel: Channel?
  package var url = ""
  package var basis = ""
  package var note = ""
  /// Who answers for it, in words.
  package var responsible = ""
  /// Who takes part, in words.
  package var takesPart = ""
  /// The heading under which schedules list it.
  package var phase = ""
  /// Lines of the official forms that a completion adds to.
  package var countsAs: [String] = []

  package init(id: String, name: String, duration: Duration) {
    self.id = id
    self.name = name
    self.duration = duration
  }

  package var isAllDay: Bool { duration == .allDay }

  /// Minutes; a whole day if all-day.
  package var length: Minute {
    switch duration {
    case .minutes(let minutes): minutes
    case .allDay: 1440
    }
  }

  package var isBlocking: Bool { blocking && !isAllDay }
  package var isDrill: Bool { kind == .drill }

  package func participants(from population: Int) -> Int {
    switch participants {
    case .number(let number): number
    case .share(let numerator, let denominator):
      (population * numerator + denominator - 1) / denominator
    }
  }
}

/// Crews of one role that an activity needs, all from one team.
package struct CrewNeed: Hashable, Sendable {
  package var role: String
  package var crews: Int

  package init(role: String, crews: Int) {
    self.role = role
    self.crews = crews
  }
}

/// What must come before, and how many days before; 0: it must have ended.
package struct Predecessor: Hashable, Sendable {
  package var requirement: String
  package var days: Int

  package init(requirement: String, days: Int = 1) {
    self.requirement = requirement
    self.days = days
  }
}

/// A wish: a placement that misses it costs `weight`.
///
/// It is met when all that it names hold.
package struct Preference: Hashable, Sendable {
  package var dates: DaySet?
  package var days = DayRule.any
  /// Empty: any hour.
  package var hours: [HourRange] = []
  package var weight = 1

  package init() {}
}

/// Who must hear of an activity, how many working days before.
package struct NoticeRule: Hashable, Sendable {
  package var to: String
  package var workdays: Int

  package init(to: String, workdays: Int) {
    self.to = to
    self.workdays = workdays
  }
}
