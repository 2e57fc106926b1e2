/// The activities that a program's requirements make.
///
/// In the order of requirements, then of communities (the organizer first), then of venues, weeks
/// and occurrences.
package struct Agenda: Sendable {
  package let program: Program
  /// The reporting weeks of the period.
  package let weeks: [ReportingWeek]
  /// Of the days on which anything could be held.
  package let clock: PlanClock
  package let activities: Table<Activity>
  /// One list for each requirement: the communities that its organizer's activity calls in.
  private let attendees: [[Row<Community>]]

  package init(_ program: Program) {
    self.program = program
    weeks = ReportingWeek.covering(program.period, endingOn: program.reportingDay)
    clock = PlanClock(program.zone, over: program.heldDays)
    attendees = program.requirements.elements.map { requirement in
      guard !requirement.attends.isEmpty else { return [] }
      return program.communities.rows.filter { row in
        requirement.attends.contains { $0.fits(program.communities[row]) }
      }
    }
    var maker = ActivityMaker(program: program, weeks: weeks)
    for row in program.requirements.rows { maker.makeActivities(of: row) }
    activities = Table(maker.activities)
  }

  package func requirement(of activity: Activity) -> Requirement {
    program.requirements[activity.requirement]
  }

  package func attendees(of activity: Activity) -> [Row<Community>] {
    activity.host == .organizer ? attendees[Int(activity.requirement.index)] : []
  }

  /// `organizer` or the community's id.
  package func hostID(of activity: Activity) -> String {
    activity.host.community.map { program.communities[$0].id } ?? Organizer.id
  }

  /// The index of the week that `day` lies in; nothing outside the period.
  package func week(of day: Day) -> Int? {
    guard program.period.contains(day), let first = weeks.first else { return nil }
    return day <= first.days.upperBound ? 0 : (day - first.end + 6) / 7
  }
}

/// Walks through one requirement after the other.
private struct ActivityMaker {
  let program: Program
  let weeks: [ReportingWeek]
  var activities: [Activity] = []
  private let owned: [String: [Row<Venue>]]

  init(program: Program, weeks: [ReportingWeek]) {
    self.program = program
    self.weeks = weeks
    owned = Dictionary(
      grouping: program.venues.rows.filter { program.venues[$0].owner != nil },
      by: { program.venues[$0].owner ?? "" })
  }

  mutating func makeActivities(of row: Row<Requirement>) {
    let requirement = program.requirements[row]
    let weeks: [Int?] = requirement.isWeekly ? possibleWeeks(of: requirement) : [nil]
    if requirement.audience.organizer {
      append(row, requirement, host: .organizer, venues: [nil], weeks: weeks)
    }
    for community in program.communities.rows
    where requirement.audience.includes(program.communities[community]) {
      let venues: [Row<Venue>?] =
        requirement.isPerVenue
        ? owned[program.communities[community].id, default: []]
          .filter { !program.venues[$0].types.isDisjoint(with: requirement.venueTypes) }
        : [nil]
      append(row, requirement, host: .community(community), venues: venues, weeks: weeks)
    }
  }

  private mutating func append(
    _ row: Row<Requirement>, _ requirement: Requirement, host: Host, venues: [Row<Venue>?],
    weeks: [Int?]
  ) {
    let hostID = host.community.map { program.communities[$0].id } ?? Organizer.id
    let population = host.community.map { program.communities[$0].population } ?? 0
    let participants = requirement.participants(from: population)
    for venue in venues {
      for week in weeks {
        for occurrence in 1...requirement.count {
          var id = "\(hostID)/\(requirement.id)"
          if let venue { id += "/\(program.venues[venue].id)" }
          if let week { id += "/\(self.weeks[week].end)" }
          if requirement.count > 1 { id += "/\(occurrence)" }
          activities.append(
            Activity(
              id: id, requirement: row, host: host, venue: venue, week: week,
              participants: participants))
        }
      }
    }
  }

  /// The weeks that hold a day of `dates` that passes `days`.
  private func possibleWeeks(of requirement: Requirement) -> [Int] {
    let dates = requirement.dates ?? DaySet(program.period)
    return weeks.indices.filter { week in
      weeks[week].days.contains {
        dates.contains($0) && program.dayKinds.day($0, passes: requirement.days)
      }
    }
  }
}
