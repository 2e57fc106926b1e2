/// Lists the allowed placements of activities.
///
/// What depends on the requirement alone (days, starts, what preferences cost) and what depends on
/// the community alone (its venues, the teams that cover it) is worked out once; one activity then
/// costs only as much as it has candidates. `PlacementCheck` says the same of a single placement in
/// the plainest words, and a test holds the two against each other.
package struct CandidateSource: Sendable {
  let agenda: Agenda
  private let circumstances: Circumstances
  /// The last filter that is applied; the later ones are taken as passed.
  private let last: Filter
  private let slots: [RequirementSlots]
  private let owned: [[Row<Venue>]]
  /// By requirement, the venues of its types that belong to nobody: in a large workspace too many
  /// to be looked through for each activity.
  private let shared: [[Row<Venue>]]
  /// By role, the teams that cover each community, then the organizer.
  private let covering: [String: [[Row<Team>]]]
  private let published: [Row<Activity>: Candidate.Published]
  /// Where each stood before a decision that was taken back.
  private let earlier: [Row<Activity>: Candidate.Published]

  package init(_ agenda: Agenda, in circumstances: Circumstances, through last: Filter = .notice) {
    let program = agenda.program
    self.agenda = agenda
    self.circumstances = circumstances
    self.last = last
    slots = program.requirements.elements.map {
      RequirementSlots($0, in: agenda, through: last)
    }
    var owned: [[Row<Venue>]] = Array(repeating: [], count: program.communities.count)
    var shared: [Row<Venue>] = []
    for row in program.venues.rows {
      if let owner = program.venues[row].owner {
        if let community = program.communities.row(of: owner) {
          owned[Int(community.index)].append(row)
        }
      } else {
        shared.append(row)
      }
    }
    self.owned = owned
    self.shared = program.requirements.elements.map { requirement in
      shared.filter { !program.venues[$0].types.isDisjoint(with: requirement.venueTypes) }
    }
    covering = program.teamsByRole()
    func inRows(_ placements: [DutyID: Placement]) -> [Row<Activity>: Candidate.Published] {
      Dictionary(
        placements.compactMap { id, placement in
          agenda.activities.row(of: id).map { ($0, Candidate.Published(placement, in: program)) }
        }, uniquingKeysWith: { $1 })
    }
    published = inRows(circumstances.base)
    earlier = inRows(circumstances.earlier.compactMapValues(\.placement))
  }

  package func candidates(of row: Row<Activity>) -> CandidateList {
    let program = agenda.program
    let activity = agenda.activities[row]
    let requirement = agenda.requirement(of: activity)
    let slots = slots[Int(activity.requirement.index)]
    let venues = self.venues(of: activity, requirement, seated: last >= .capacity)
    let isOverridden = circumstances.overrides[activity.id]?.contains(.team) ?? false
    let choices = teamChoices(of: activity, requirement, manned: !isOverridden)
    var list = CandidateList(teamChoices: choices)
    guard !venues.isEmpty, !choices.isEmpty else { return list }

    let closures = StandingClosures(of: activity, requirement, in: agenda, circumstances, last)
    let spanDays = activity.span?.days
    let timing = TimeBar(requirement, in: program, circumstances, last)
    let (published, earlier) = (published[row], earlier[row])
    let distances = venues.map { distance(from: activity, to: $0) }
    let away = ownsSeats(for: activity, requirement) ? Int32(program.weights.away) : 0
    let trips = zip(venues, distances).map { venue, distance in
      distance + (venue.map { program.venues[$0].owner == nil } ?? false ? away : 0)
    }
    let isAllDay = requirement.isAllDay

    for (dayIndex, day) in slots.days.enumerated() where spanDays?.contains(day) ?? true {
      let open = venues.map { last < .opening || isOpen($0, on: day) }
      let onDuty = choices.map { teams in
        last < .duty || teams.allSatisfy { program.teams[$0].isOnDuty(day, program.dayKinds) }
      }
      let closed = closures.on(day)
      let dayBarred = timing.bars(day)
      for (startIndex, start) in slots.starts.enumerated() {
        guard let held = slots.held(day: dayIndex, start: startIndex) else { continue }
        let isPast = timing.bars(Moment(day: day, minute: start))
        let isBarred = dayBarred || isPast
        // What is published may stay; what was taken back is barred by the past alone.
        let exempt = [published, isPast ? nil : earlier].compactMap(\.self)
          .filter { $0.day == day && $0.start == start }
        if isBarred, exempt.isEmpty { continue }
        if closed.contains(where: { $0.bars(held, allDay: isAllDay, venue: nil, teams: []) }) {
          continue
        }
        let penalty = slots.penalty(day: dayIndex, start: startIndex)
        for (venueIndex, venue) in venues.enumerated() where open[venueIndex] {
          if let venue, last >= .opening, !isAllDay,
            !program.venues[venue].opening.hours.admit(held)
          {
            continue
          }
          for (choice, teams) in choices.enumerated() where onDuty[choice] {
            if last >= .duty, !isAllDay,
              !teams.allSatisfy({ program.teams[$0].duty.hours.admit(held) })
            {
              continue
            }
            if closed.contains(where: {
              $0.bars(held, allDay: isAllDay, venue: venue, teams: teams)
            }) {
              continue
            }
            if isBarred, !exempt.contains(where: { $0.venue == venue && $0.teams == Set(teams) }) {
              continue
            }
            list.candidates.append(
              Candidate(
                day: day, start: Int16(start), teams: Int16(choice),
                venueIndex: venue?.index ?? -1, cost: penalty + trips[venueIndex]))
          }
        }
      }
    }
    return list
  }

  /// The filter that leaves an activity without any placement; nothing if it has one.
  package static func emptyingFilter(
    of row: Row<Activity>, in agenda: Agenda, _ circumstances: Circumstances
  ) -> Filter? {
    Filter.allCases.first { filter in
      CandidateSource(agenda, in: circumstances, through: filter)
        .candidates(of: row).candidates.isEmpty
    }
  }

  /// Every venue of the right kind and every choice of teams, whatever their time, seats and crews.
  package func resources(of row: Row<Activity>) -> (venues: [Row<Venue>?], teams: [[Row<Team>]]) {
    let activity = agenda.activities[row]
    let requirement = agenda.requirement(of: activity)
    return (
      venues(of: activity, requirement, seated: false),
      teamChoices(of: activity, requirement, manned: false)
    )
  }

  // MARK: Venues and teams

  /// The teams of a role that serve an activity's communities, whatever their crews.
  func teams(of role: String, covering activity: Activity) -> [Row<Team>] {
    let indices =
      activity.host == .organizer
      ? [agenda.program.communities.count] : activity.communities.map { Int($0.index) }
    let covering = covering[role]
    // Each must be covered by the same team.
    return (covering?[indices[0]] ?? []).filter { team in
      indices.dropFirst().allSatisfy { covering?[$0].contains(team) ?? false }
    }
  }

  /// Where it could be held, `seated`: with seats for all; a single nil if it needs no venue.
  private func venues(
    of activity: Activity, _ requirement: Requirement, seated: Bool
  ) -> [Row<Venue>?] {
    let program = agenda.program
    guard !requirement.venueTypes.isEmpty, last >= .venue else { return [nil] }
    let own = activity.venue.map { [$0] } ?? activity.communities.flatMap { owned[Int($0.index)] }
    var eligible = own.filter {
      !program.venues[$0].types.isDisjoint(with: requirement.venueTypes)
    }
    if activity.venue == nil {
      eligible = (eligible + shared[Int(activity.requirement.index)]).sorted()
    }
    guard seated else { return eligible }
    return eligible.filter { row in
      program.venues[row].capacity.map { $0 >= activity.participants } ?? true
    }
  }

  /// Whether one of its communities owns a venue of the types that seats the participants.
  private func ownsSeats(for activity: Activity, _ requirement: Requirement) -> Bool {
    let program = agenda.program
    return activity.communities.flatMap { owned[Int($0.index)] }.contains { row in
      let venue = program.venues[row]
      return !venue.types.isDisjoint(with: requirement.venueTypes)
        && venue.capacity.map { $0 >= activity.participants } ?? true
    }
  }

  private func isOpen(_ venue: Row<Venue>?, on day: Day) -> Bool {
    let program = agenda.program
    return venue.map {
      program.dayKinds.day(day, passes: program.venues[$0].opening.days)
    } ?? true
  }

  /// Teams that cover it, `manned`: each with all the crews that its role takes.
  private func teamChoices(
    of activity: Activity, _ requirement: Requirement, manned: Bool
  ) -> [[Row<Team>]] {
    guard last >= .team else { return [[]] }
    var choices: [[Row<Team>]] = [[]]
    for need in requirement.crews {
      let teams = teams(of: need.role, covering: activity).filter {
        !manned || agenda.program.teams[$0].crews >= need.crews
      }
      choices = choices.flatMap { choice in teams.map { choice + [$0] } }
    }
    return choices
  }

  private func distance(from activity: Activity, to venue: Row<Venue>?) -> Int32 {
    let program = agenda.program
    guard let community = activity.host.community, let venue,
      let home = program.communities[community].position,
      let there = program.venues[venue].position
    else { return 0 }
    return Int32(program.weights.distance * Int(home.kilometres(to: there)))
  }
}

extension Candidate {
  /// A published placement in rows; parts that no longer exist match nothing.
  struct Published {
    let day: Day
    let start: Minute
    let venue: Row<Venue>?
    let teams: Set<Row<Team>>

    init(_ placement: Placement, in program: Program) {
      day = placement.day
      start = placement.start
      venue = placement.venue.map { program.venues.row(of: $0) ?? Row(Int(Int32.max)) }
      teams = Set(placement.teams.values.map { program.teams.row(of: $0) ?? Row(-1) })
    }
  }
}

extension Team {
  func isOnDuty(_ day: Day, _ kinds: DayKinds) -> Bool {
    kinds.day(day, passes: duty.days)
  }
}

extension Program {
  /// By role, the teams that cover each community, in file order, then those that cover the organizer.
  fileprivate func teamsByRole() -> [String: [[Row<Team>]]] {
    var members: [String: [Row<Community>]] = [:]
    for row in communities.rows {
      members[communities[row].id, default: []].append(row)
      members[communities[row].area, default: []].append(row)
    }
    var result: [String: [[Row<Team>]]] = [:]
    for row in teams.rows {
      let team = teams[row]
      let covered =
        team.covers.isEmpty
        ? Set(communities.rows) : Set(team.covers.flatMap { members[$0, default: []] })
      var lists =
        result[team.role] ?? Array(repeating: [], count: communities.count + 1)
      for community in covered { lists[Int(community.index)].append(row) }
      lists[communities.count].append(row)
      result[team.role] = lists
    }
    return result
  }
}
