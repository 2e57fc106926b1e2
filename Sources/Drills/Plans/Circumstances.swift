/// What a plan is made in the face of: the time, what is published, and what people decided.
package struct Circumstances: Sendable {
  /// Local time; nothing depends on it once it is after the period.
  package var now: Moment?
  /// The published placement of each activity that has one.
  package var base: [DutyID: Placement] = [:]
  /// Ids of what was published and the newest plan had to leave out.
  package var leftOut: Set<DutyID> = []
  /// Where each stood before a decision that was taken back; both this and ``base`` count as published.
  package var earlier: [DutyID: Earlier] = [:]
  /// What may not change.
  package var fixed: [DutyID: Fixing] = [:]
  /// Neither placed nor unplaced.
  package var cancelled: Set<DutyID> = []
  /// The standing decisions that something is out.
  package var blocks: [Closure] = []
  /// The first published day of what a standing block displaced, also where it has moved since.
  package var displaced: [DutyID: Day] = [:]
  /// Ids of activities whose pins a later block made impossible; nothing is pinned there any more.
  package var lapsedPins: Set<DutyID> = []
  /// Rules that a person overrode for an activity.
  package var overrides: [DutyID: Set<HardRule>] = [:]

  package init() {}

  /// Whether it was published, where it is now or before.
  package func wasPublished(_ id: DutyID) -> Bool { base[id] != nil || leftOut.contains(id) }

  /// Whether a placement is where an activity stood before a decision that was taken back.
  package func isEarlier(_ placement: Placement, of id: DutyID) -> Bool {
    earlier[id] == .at(placement)
  }

  /// What leaving an activity out costs beside its priority: something published is given up, unless it
  /// is taken back to have no place, or from having none.
  package func isDropped(whenUnplaced id: DutyID) -> Bool {
    guard wasPublished(id) else { return false }
    return switch earlier[id] {
    case nil: true
    case .unplaced: false
    case .at: base[id] != nil
    }
  }

  /// Before when an activity may not be put; nothing where that is not asked.
  ///
  /// What is published and not frozen stays out of the freeze.
  package func earliestMove(of id: DutyID, _ agenda: Agenda) -> Moment? {
    guard let now, now.day <= agenda.program.period.upperBound, wasPublished(id)
    else { return nil }
    return agenda.freezeEnd(from: now)
  }
}

extension Agenda {
  /// Before when nothing published moves.
  func freezeEnd(from now: Moment) -> Moment {
    clock.moment(atMinutes: clock.minutes(of: now) + program.freeze)
  }
}

/// Where an activity stood before a decision that was taken back.
package enum Earlier: Hashable, Sendable {
  case unplaced
  case at(Placement)

  package var placement: Placement? {
    if case .at(let placement) = self { placement } else { nil }
  }
}

/// Why an activity, or some fields of it, may not change.
package struct Fixing: Hashable, Sendable {
  package enum Reason: String, Sendable {
    case done, frozen, pinned
  }
  package enum Field: String, CaseIterable, Sendable {
    case day, start, venue, teams
  }

  package var reason: Reason
  package var fields: Set<Field>
  /// Where it stays; only `fields` of it bind.
  package var placement: Placement

  package init(reason: Reason, fields: Set<Field>, placement: Placement) {
    self.reason = reason
    self.fields = fields
    self.placement = placement
  }

  package func admits(_ other: Placement) -> Bool {
    (!fields.contains(.day) || other.day == placement.day)
      && (!fields.contains(.start) || other.start == placement.start)
      && (!fields.contains(.venue) || other.venue == placement.venue)
      && (!fields.contains(.teams) || other.teams == placement.teams)
  }
}

/// The rules that no plan may break.
package enum HardRule: String, CaseIterable, Sendable {
  case placement, venue, team, community, order, apart
  case makeUp = "make-up"
  case fixed
}

extension Program {
  /// The last day on which what a block displaced from `day` can be made up for.
  package func lastMakeUpDay(for day: Day) -> Day {
    var last = day
    var passed = 0
    // A long row of holidays ends somewhere; a year of them is beyond any period.
    for _ in 0..<(makeUpWithin * 3 + 400) {
      let next = last + 1
      if dayKinds.isWorkday(next) { passed += 1 }
      if passed > makeUpWithin { break }
      last = next
    }
    return last
  }
}
