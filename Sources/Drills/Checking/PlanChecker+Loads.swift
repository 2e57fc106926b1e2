extension PlanChecker {
  /// At no moment more than `concurrent` activities in a venue, turnaround included.
  func overloadedVenues(_ placed: [PlacedActivity]) -> [Violation] {
    let program = agenda.program
    var uses: [String: [Use]] = [:]
    for item in participants(in: .venue, of: placed) {
      guard let venue = item.placement.venue else { continue }
      let turnaround = program.venues[venue]?.turnaround ?? 0
      uses[venue, default: []].append(Use(item, until: item.end + turnaround))
    }
    return uses.keys.sorted().flatMap { venue in
      overloads(uses[venue] ?? [], capacity: program.venues[venue]?.concurrent ?? 1)
        .map { Violation(.venue, $0, about: .venue(venue)) }
    }
  }

  /// At no moment more than `crews` crews of a team out, turnaround included.
  func overloadedTeams(_ placed: [PlacedActivity]) -> [Violation] {
    let program = agenda.program
    var uses: [String: [Use]] = [:]
    for item in participants(in: .team, of: placed) {
      for need in item.requirement.crews {
        guard let id = item.placement.teams[need.role], let team = program.teams[id] else {
          continue
        }
        uses[id, default: []].append(
          Use(item, until: item.end + team.turnaround, amount: need.crews))
      }
    }
    return uses.keys.sorted().flatMap { team in
      overloads(uses[team] ?? [], capacity: program.teams[team]?.crews ?? 1)
        .map { Violation(.team, $0, about: .team(team)) }
    }
  }

  /// A community's blocking activities, those that it is a partner of, and the organizer's that it
  /// attends, never overlap.
  func overlapsInCommunities(_ placed: [PlacedActivity]) -> [Violation] {
    var uses: [OwnerID: [Use]] = [:]
    for item in participants(in: .community, of: placed) where item.requirement.isBlocking {
      let use = Use(item, until: item.end)
      if item.activity.host == .organizer { uses[.organizer, default: []].append(use) }
      for community in item.activity.communities + agenda.attendees(of: item.activity) {
        uses[agenda.program.communities[community].ownerID, default: []].append(use)
      }
    }
    return uses.keys.sorted().flatMap { owner in
      overloads(uses[owner] ?? [], capacity: 1)
        .map { Violation(.community, $0, about: .owner(owner)) }
    }
  }

  /// No more than its daily limit of a community's own blocking activities start on one day.
  func crowdedCommunityDays(_ placed: [PlacedActivity]) -> [Violation] {
    let program = agenda.program
    var ids: [Row<Community>: [Day: [DutyID]]] = [:]
    for item in participants(in: .community, of: placed) where item.requirement.isBlocking {
      for community in item.activity.communities {
        ids[community, default: [:]][item.placement.day, default: []].append(item.activity.id)
      }
    }
    return ids.keys.sorted().flatMap { row -> [Violation] in
      let community = program.communities[row]
      guard let limit = community.maximumPerDay ?? program.limits.perCommunityPerDay else {
        return []
      }
      return (ids[row] ?? [:]).sorted { $0.key < $1.key }.filter { $0.value.count > limit }
        .map { Violation(.community, $0.value, about: .day($0.key, of: community.ownerID)) }
    }
  }

  /// The sets of activities that are too many at one moment: one set for each start that overloads.
  private func overloads(_ uses: [Use], capacity: Int) -> [[DutyID]] {
    var sets: [[DutyID]] = []
    var active: [Use] = []
    for use in uses.sorted(by: { ($0.start, $0.id) < ($1.start, $1.id) }) {
      active.removeAll { $0.end <= use.start }
      active.append(use)
      if active.reduce(0, { $0 + $1.amount }) > capacity { sets.append(active.map(\.id)) }
    }
    return sets
  }
}

/// What an activity takes of something, and until when.
private struct Use {
  let id: DutyID
  let start: Int
  let end: Int
  let amount: Int

  init(_ item: PlacedActivity, until end: Int, amount: Int = 1) {
    id = item.activity.id
    start = item.start
    self.end = end
    self.amount = amount
  }
}
