internal import Drills

extension Problem {
  /// Compiles the agenda and what it is planned in the face of.
  init(_ agenda: Agenda, in circumstances: Circumstances) {
    var builder = ProblemBuilder(agenda, in: circumstances)
    builder.compileActivities()
    let problem = builder.problem()
    let clashing = problem.clashingStays
    guard !clashing.isEmpty else {
      self = problem
      return
    }
    builder = ProblemBuilder(agenda, in: circumstances)
    builder.staying = Set(clashing.map { problem.agendaRows[$0] })
    builder.compileActivities()
    self = builder.problem()
  }

  /// What must stay where something else that is fixed is too: rules broken among such are not
  /// counted, so it stays for good.
  private var clashingStays: [ActivityID] {
    var schedule = Schedule(self)
    let rules = RuleSet()
    return activities.ids.filter { activity in
      guard activities[activity].mustStay, let slot = slotRange(of: activity).last else {
        return false
      }
      let isAdmitted = rules.admits(slot, of: activity, on: schedule, in: self)
      schedule.place(activity, at: slot, in: self)
      return !isAdmitted
    }
  }

  /// Compiles a few activities with what is given of each, everything else where a plan has it.
  init(
    of few: [Row<Activity>: Domain], beside plan: Plan, _ agenda: Agenda,
    in circumstances: Circumstances
  ) {
    var builder = ProblemBuilder(agenda, in: circumstances, beside: plan)
    builder.compile(few, beside: plan)
    self = builder.problem()
  }
}

/// Walks through the activities and gathers columns.
private struct ProblemBuilder {
  let agenda: Agenda
  let circumstances: Circumstances
  let axis: TimeAxis
  let domains: Domains
  var activities = Column<ActivityID, CompiledActivity>()
  var agendaRows = Column<ActivityID, Row<Activity>>()
  var slots = Column<SlotID, Slot>()
  var explicitPlacements: [SlotID: Placement] = [:]
  var earlier: [EarlierPlace] = []
  var teamSets = TeamSetTable()
  var attendees = Lists<ActivityID, ResourceID>()
  var partners = Lists<ActivityID, HostID>()
  var canBeQuiet: Grid<HostID, Bool>
  /// What has no choice although it may go back to where it was.
  var staying: Set<Row<Activity>> = []

  private var program: Program { agenda.program }

  init(_ agenda: Agenda, in circumstances: Circumstances, beside plan: Plan = Plan()) {
    self.agenda = agenda
    self.circumstances = circumstances
    axis = TimeAxis(agenda, in: circumstances, beside: plan)
    domains = Domains(agenda, in: circumstances)
    canBeQuiet = Grid(
      repeating: false, rows: agenda.program.communities.count + 1, width: agenda.weeks.count)
  }

  mutating func compileActivities() {
    for row in agenda.activities.rows {
      let activity = agenda.activities[row]
      guard !circumstances.cancelled.contains(activity.id) else { continue }
      var domain = domains.domain(of: row)
      if staying.contains(row) { domain.stay() }
      noteWeeks(of: activity, domain.allowedDays)
      append(activity, row, domain)
    }
  }

  mutating func compile(_ few: [Row<Activity>: Domain], beside plan: Plan) {
    let hosts = Set(few.keys.flatMap { agenda.activities[$0].hosts })
    for row in agenda.activities.rows {
      let activity = agenda.activities[row]
      guard !circumstances.cancelled.contains(activity.id) else { continue }
      // Only the weeks of those that these serve can become quiet.
      let days =
        hosts.isDisjoint(with: activity.hosts) ? [] : domains.domain(of: row).allowedDays
      noteWeeks(of: activity, days)
      var domain = few[row] ?? Domain(list: CandidateList(), allowedDays: [])
      domain.allowedDays = days
      if few[row] == nil { domain.explicit = plan[activity.id] }
      append(activity, row, domain)
    }
  }

  private mutating func noteWeeks(of activity: Activity, _ days: Set<Day>) {
    for day in days {
      guard let week = agenda.week(of: day) else { continue }
      for community in activity.communities {
        canBeQuiet[HostID(row: community.index), week] = true
      }
    }
  }

  private mutating func append(_ activity: Activity, _ row: Row<Activity>, _ domain: Domain) {
    let requirement = agenda.requirement(of: activity)
    let overridden = circumstances.overrides[activity.id] ?? []
    let firstSlot = Int32(slots.count)
    let sets = domain.list.teamChoices.map { teams in
      teamSets.id(
        of: zip(teams, requirement.crews).map { team, need in
          crewUse(team, crews: overridden.contains(.team) ? 0 : need.crews)
        })
    }
    for candidate in domain.list.candidates {
      slots.append(
        Slot(
          day: axis.day(candidate.day), start: axis.tick(candidate.moment),
          venue: candidate.venueIndex, teams: sets[Int(candidate.teams)], cost: candidate.cost))
    }
    if let placement = domain.explicit {
      explicitPlacements[SlotID(slots.count)] = placement
      slots.append(slot(of: placement, requirement, overridden, cost: domain.explicitCost))
    }
    let host = HostID(row: activity.host.community?.index ?? Int32(program.communities.count))
    agendaRows.append(row)
    activities.append(
      CompiledActivity(
        slots: RowRange(from: firstSlot, to: Int32(slots.count)), host: host,
        length: Int32(length(of: requirement, on: domain.allowedDays) / axis.tickMinutes),
        priority: domain.mustStay
          ? CompiledActivity.priorityOfStaying : Int32(clamping: requirement.priority),
        traits: traits(of: activity, requirement, overridden, domain)))
    attendees.append(
      requirement.isBlocking && !overridden.contains(.community)
        ? (activity.partners + agenda.attendees(of: activity)).map { hostResource($0.index) } : [])
    earlier.append(earlierPlace(of: activity, firstSlot, domain))
    partners.append(activity.partners.map { HostID(row: $0.index) })
  }

  private func earlierPlace(
    of activity: Activity, _ firstSlot: Int32, _ domain: Domain
  ) -> EarlierPlace {
    switch circumstances.earlier[activity.id] {
    case nil: return .nowhere
    case .unplaced: return .at(.none)
    case .at(let placement):
      let list = domain.list
      if let index = list.candidates.firstIndex(where: {
        agenda.placement($0, in: list, of: activity) == placement
      }) {
        return .at(SlotID(row: firstSlot + Int32(index)))
      }
      return domain.explicit == placement
        ? .at(SlotID(row: firstSlot + Int32(list.candidates.count))) : .nowhere
    }
  }

  /// Minutes; of an all-day activity its longest day's, where one of its days has more of them.
  private func length(of requirement: Requirement, on days: Set<Day>) -> Minute {
    guard requirement.isAllDay else { return requirement.length }
    return days.filter { !agenda.clock.isEven($0) }.reduce(requirement.length) { longest, day in
      let midnight = Placement(day: day, start: 0)
      return max(
        longest,
        agenda.end(of: midnight, for: requirement) - agenda.clock.minutes(of: midnight.moment))
    }
  }

  private func traits(
    of activity: Activity, _ requirement: Requirement, _ overridden: Set<HardRule>,
    _ domain: Domain
  ) -> CompiledActivity.Traits {
    var traits: CompiledActivity.Traits = []
    let isLocal = activity.host != .organizer
    let blocks = requirement.isBlocking && !overridden.contains(.community)
    if domain.isFixed { traits.insert(.fixed) }
    if !overridden.contains(.venue) { traits.insert(.usesVenue) }
    if blocks { traits.insert(.blocks) }
    if blocks, isLocal { traits.insert(.countsDaily) }
    if requirement.isDrill, isLocal { traits.insert(.drill) }
    if isLocal { traits.insert(.local) }
    if activity.isJoint { traits.insert(.joint) }
    if domain.mustStay || circumstances.fixed[activity.id]?.reason == .pinned {
      traits.insert(.pinned)
    }
    if circumstances.isDropped(whenUnplaced: activity.id) { traits.insert(.published) }
    return traits
  }

  /// A placement in columns; what has left the tables is not in use.
  private mutating func slot(
    of placement: Placement, _ requirement: Requirement, _ overridden: Set<HardRule>, cost: Int32
  ) -> Slot {
    let uses = requirement.crews.compactMap { need -> CrewUse? in
      guard let id = placement.teams[need.role], let team = program.teams.row(of: id) else {
        return nil
      }
      return crewUse(team, crews: overridden.contains(.team) ? 0 : need.crews)
    }
    return Slot(
      day: axis.day(placement.day), start: axis.tick(placement.moment),
      venue: placement.venue.flatMap { program.venues.row(of: $0)?.index } ?? -1,
      teams: teamSets.id(of: uses), cost: cost)
  }

  private func crewUse(_ team: Row<Team>, crews: Int) -> CrewUse {
    CrewUse(
      team: ResourceID(row: team.index), crews: Int32(clamping: crews),
      turnaround: Int32(program.teams[team].turnaround / axis.tickMinutes))
  }

  private func hostResource(_ host: Int32) -> ResourceID {
    ResourceID(row: Int32(program.teams.count + program.venues.count) + host)
  }

  func problem() -> Problem {
    let hostCount = program.communities.count + 1
    var areas = AreaTable()
    let areaColumn = Column<HostID, AreaID>(
      program.communities.elements.map { areas.id(of: $0.area) } + [
        areas.id(of: OwnerID.organizer.text)
      ])
    return Problem(
      firstDay: axis.firstDay, dayCount: axis.dayCount, tickMinutes: axis.tickMinutes,
      ticksPerDay: axis.ticksPerDay, tickCount: axis.tickCount,
      activities: activities, agendaRows: agendaRows, slots: slots,
      explicitPlacements: explicitPlacements, earlier: Column(earlier), teamSets: teamSets.lists,
      capacities: capacities(), teamCount: program.teams.count,
      venueCount: program.venues.count,
      venueTurnarounds: program.venues.elements.map { Int32($0.turnaround / axis.tickMinutes) },
      users: users(), attendees: attendees, partners: partners,
      hostCount: hostCount, held: held(hostCount: hostCount),
      served: served(hostCount: hostCount), dailyLimits: dailyLimits(),
      links: LinkBuilder(agenda, circumstances, activities, agendaRows).links(),
      areaCount: areas.count, areas: areaColumn,
      weekCount: agenda.weeks.count,
      weekOfDay: (0..<axis.dayCount).map {
        agenda.week(of: axis.firstDay + $0).map { Int32($0) } ?? -1
      },
      canBeQuiet: canBeQuiet,
      comfortableDrills: program.limits.comfortableDrillsPerDay.map { Int32(clamping: $0) } ?? .max,
      comfortableGap: program.limits.comfortableDaysBetweenDrills,
      weights: CompiledWeights(
        crowding: Int32(clamping: program.weights.crowding),
        quietWeek: Int32(clamping: program.weights.quietWeek),
        closeness: Int32(clamping: program.weights.closeness),
        dropped: Int32(clamping: program.weights.dropped),
        unevenness: Int32(clamping: program.weights.unevenness)))
  }

  private func capacities() -> Column<ResourceID, Int32> {
    Column(
      program.teams.elements.map { Int32(clamping: min($0.crews, 60_000)) }
        + program.venues.elements.map { Int32(clamping: min($0.concurrent, 60_000)) }
        + Array(repeating: 1, count: program.communities.count + 1))
  }

  private func dailyLimits() -> Column<HostID, Int32> {
    let common = program.limits.perCommunityPerDay
    return Column(
      program.communities.elements.map { ($0.maximumPerDay ?? common).map { Int32($0) } ?? .max }
        + [.max])
  }

  private func held(hostCount: Int) -> Lists<HostID, ActivityID> {
    var lists: [[ActivityID]] = Array(repeating: [], count: hostCount)
    for activity in activities.ids { lists[activities[activity].host.index].append(activity) }
    return Lists(lists)
  }

  private func served(hostCount: Int) -> Lists<HostID, ActivityID> {
    var lists: [[ActivityID]] = Array(repeating: [], count: hostCount)
    for activity in activities.ids {
      lists[activities[activity].host.index].append(activity)
      for partner in partners[activity] { lists[partner.index].append(activity) }
    }
    return Lists(lists)
  }

  private func users() -> Lists<ResourceID, ActivityID> {
    let count = program.teams.count + program.venues.count + program.communities.count + 1
    var lists: [[ActivityID]] = Array(repeating: [], count: count)
    func note(_ activity: ActivityID, _ resource: Int) {
      if lists[resource].last != activity { lists[resource].append(activity) }
    }
    for activity in activities.ids {
      let compiled = activities[activity]
      for slot in compiled.slots {
        for use in teamSets.lists[slots[slot].teams] { note(activity, use.team.index) }
        let venue = Int(slots[slot].venue)
        if venue >= 0 { note(activity, program.teams.count + venue) }
      }
      if compiled.traits.contains(.blocks) {
        note(activity, Int(hostResource(compiled.host.row).row))
        for attendee in attendees[activity] { note(activity, attendee.index) }
      }
    }
    return Lists(lists)
  }
}

/// Numbers sets of crews, each once.
private struct TeamSetTable {
  private(set) var lists = Lists<TeamSetID, CrewUse>()
  private var ids: [[CrewUse]: TeamSetID] = [:]

  mutating func id(of uses: [CrewUse]) -> TeamSetID {
    if let id = ids[uses] { return id }
    let id = TeamSetID(ids.count)
    ids[uses] = id
    lists.append(uses)
    return id
  }
}

/// Numbers areas in the order in which they come.
private struct AreaTable {
  private var ids: [String: AreaID] = [:]
  var count: Int { ids.count }

  mutating func id(of name: String) -> AreaID {
    if let id = ids[name] { return id }
    let id = AreaID(ids.count)
    ids[name] = id
    return id
  }
}
