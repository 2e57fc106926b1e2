/// The activities that a program's requirements make.
///
/// In the order of requirements, then of communities (the organizer first; of a joint one its host),
/// then of venues, spans and occurrences.
package struct Agenda: Sendable {
  package private(set) var program: Program
  /// The reporting weeks of the period.
  package let weeks: [ReportingWeek]
  /// Of the days on which anything could be held.
  package let clock: PlanClock
  package let activities: Table<Activity>
  /// One list for each requirement: the communities that its organizer's activity calls in.
  private let attendees: [[Row<Community>]]

  /// `published`: ids of activities that are, so that a joint one keeps its host; `formerly`: of those
  /// that once were.
  package init(
    _ program: Program, published: some Collection<DutyID> = [],
    formerly: some Collection<DutyID> = []
  ) {
    self.program = program
    weeks = ReportingWeek.covering(program.period, endingOn: program.reportingDay)
    clock = PlanClock(program.zone, over: program.heldDays)
    attendees = program.requirements.elements.map { requirement in
      guard !requirement.attends.isEmpty else { return [] }
      return program.communities.rows.filter { row in
        requirement.attends.contains { $0.fits(program.communities[row]) }
      }
    }
    var maker = ActivityMaker(program, published: published, formerly: formerly)
    for row in program.requirements.rows { maker.makeActivities(of: row) }
    activities = Table(maker.activities)
  }

  /// Whether any activity could be held by several communities together.
  package var hasJoint: Bool {
    program.requirements.elements.contains { $0.together != nil }
  }

  /// The same activities, with who and what left the program.
  package func remembering(_ departed: Departed) -> Agenda {
    var agenda = self
    agenda.program.departed = departed
    return agenda
  }

  /// With the hosts under which a plan has joint activities or, where it has no place for one, an
  /// earlier plan had it.
  package func keepingHosts(
    of plan: Plan, else formerly: () throws -> Set<DutyID> = { [] }
  ) rethrows -> Agenda {
    hasJoint
      ? Agenda(program, published: plan.placements.keys, formerly: try formerly()) : self
  }

  package func requirement(of activity: Activity) -> Requirement {
    program.requirements[activity.requirement]
  }

  package func attendees(of activity: Activity) -> [Row<Community>] {
    activity.host == .organizer ? attendees[Int(activity.requirement.index)] : []
  }

  /// The communities that an activity serves, the host's first; none: it is the organizer's.
  package func communities(of activity: Activity) -> [Community] {
    activity.communities.map { program.communities[$0] }
  }

  /// Who holds it.
  package func owner(of activity: Activity) -> OwnerID { program.owner(activity.host) }

  /// The index of the week that `day` lies in; nothing outside the period.
  package func week(of day: Day) -> Int? {
    guard program.period.contains(day), let first = weeks.first else { return nil }
    return day <= first.days.upperBound ? 0 : (day - first.end + 6) / 7
  }
}

/// Walks through one requirement after the other.
private struct ActivityMaker {
  let program: Program
  var activities: [Activity] = []
  private let owned: [String: [Row<Venue>]]
  private let weeks: [Span]
  /// By requirement, the hosts of published joint activities.
  private let publishedHosts: [String: Set<OwnerID>]
  /// The same of what once was.
  private let formerHosts: [String: Set<OwnerID>]

  init(
    _ program: Program, published: some Collection<DutyID>, formerly: some Collection<DutyID>
  ) {
    self.program = program
    owned = Dictionary(
      grouping: program.venues.rows.filter { program.venues[$0].owner != nil },
      by: { program.venues[$0].owner ?? "" })
    weeks = Span.weeks(of: program.period, endingOn: program.reportingDay)
    let isJoint = program.requirements.elements.contains { $0.together != nil }
    publishedHosts = isJoint ? ActivityMaker.hosts(of: published) : [:]
    formerHosts = isJoint ? ActivityMaker.hosts(of: formerly) : [:]
  }

  /// By requirement.
  private static func hosts(of ids: some Collection<DutyID>) -> [String: Set<OwnerID>] {
    var hosts: [String: Set<OwnerID>] = [:]
    for id in ids {
      if let rule = id.rule { hosts[rule, default: []].insert(id.owner) }
    }
    return hosts
  }

  mutating func makeActivities(of row: Row<Requirement>) {
    let requirement = program.requirements[row]
    let spans: [Span?] = requirement.every.map { possibleSpans(of: requirement, $0) } ?? [nil]
    if requirement.audience.organizer {
      append(row, requirement, host: .organizer, venues: [nil], spans: spans)
    }
    let selected = program.communities.rows.filter {
      requirement.audience.includes(program.communities[$0])
    }
    for (community, partners) in groups(of: selected, requirement) {
      let venues: [Row<Venue>?] =
        requirement.isPerVenue
        ? owned[program.communities[community].id, default: []]
          .filter { !program.venues[$0].types.isDisjoint(with: requirement.venueTypes) }
        : [nil]
      append(
        row, requirement, host: .community(community), partners: partners, venues: venues,
        spans: spans)
    }
  }

  /// Hosts with their partners, in the order of the communities table by host.
  private func groups(
    of selected: [Row<Community>], _ requirement: Requirement
  ) -> [(host: Row<Community>, partners: [Row<Community>])] {
    guard let together = requirement.together else { return selected.map { ($0, []) } }
    let groups: [[Row<Community>]]
    switch together {
    case .areas:
      let byArea = Dictionary(grouping: selected) { program.communities[$0].area }
      groups = byArea.values.map { $0 }
    case .groups(let lists):
      let chosen = Set(selected)
      let listed = lists.map { $0.compactMap(program.communities.row).filter(chosen.contains) }
      let alone = chosen.subtracting(listed.joined())
      groups = listed.filter { !$0.isEmpty } + alone.map { [$0] }
    }
    let published = publishedHosts[requirement.id] ?? []
    let former = formerHosts[requirement.id] ?? []
    return groups.map { group -> (host: Row<Community>, partners: [Row<Community>]) in
      let kept =
        group.first { published.contains(program.communities[$0].ownerID) }
        ?? group.first { former.contains(program.communities[$0].ownerID) }
      let host = kept ?? group[0]
      return (host, group.filter { $0 != host })
    }.sorted { $0.host < $1.host }
  }

  private mutating func append(
    _ row: Row<Requirement>, _ requirement: Requirement, host: Host,
    partners: [Row<Community>] = [], venues: [Row<Venue>?], spans: [Span?]
  ) {
    let owner = program.owner(host)
    let communities = host.community.map { [$0] + partners } ?? []
    let population = communities.reduce(0) { $0 + program.communities[$1].population }
    let participants = requirement.participants(from: population)
    for venue in venues {
      for span in spans {
        for number in 1...requirement.count {
          let occurrence = requirement.count > 1 ? number : nil
          let id = DutyID(
            owner: owner, rule: requirement.id, venue: venue.map { program.venues[$0].id },
            span: span?.id, occurrence: occurrence)
          activities.append(
            Activity(
              id: id, requirement: row, host: host, venue: venue, span: span,
              occurrence: occurrence, participants: participants, partners: partners))
        }
      }
    }
  }

  /// The spans that hold a day of `dates` that passes `days`.
  private func possibleSpans(of requirement: Requirement, _ kind: Span.Kind) -> [Span] {
    let dates = requirement.dates ?? DaySet(program.period)
    let bounds = dates.bounds ?? program.period
    let spans =
      switch kind {
      case .week: weeks
      case .month: Span.months(of: bounds)
      case .quarter: Span.quarters(of: bounds)
      }
    return spans.filter { span in
      span.days.contains {
        dates.contains($0) && program.dayKinds.day($0, passes: requirement.days)
      }
    }
  }
}
