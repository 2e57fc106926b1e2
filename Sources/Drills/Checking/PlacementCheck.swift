/// Says of one placement which filters it fails and what it costs.
///
/// Written straight from the model, one sentence after the other, with no tables prepared: this is
/// what ``CandidateSource`` is held against, and what judges whole plans.
package struct PlacementCheck: Sendable {
  let agenda: Agenda
  let circumstances: Circumstances
  private var program: Program { agenda.program }

  package init(_ agenda: Agenda, in circumstances: Circumstances) {
    self.agenda = agenda
    self.circumstances = circumstances
  }

  /// The filters that `placement` fails, in their order; none if it is allowed.
  package func failures(of placement: Placement, for activity: Activity) -> [Filter] {
    Filter.allCases.filter { !passes($0, placement, activity) }
  }

  func isAllowed(_ placement: Placement, for activity: Activity) -> Bool {
    Filter.allCases.allSatisfy { passes($0, placement, activity) }
  }

  /// Whether it would be allowed at any time: without the filters that ask what time it is now.
  package func isAllowedUndated(_ placement: Placement, for activity: Activity) -> Bool {
    Filter.allCases.allSatisfy { $0 >= .now || passes($0, placement, activity) }
  }

  /// Whether each team has the crews that its role takes, whoever is out.
  func isManned(_ placement: Placement, for activity: Activity) -> Bool {
    if circumstances.overrides[activity.id]?.contains(.team) ?? false { return true }
    return agenda.requirement(of: activity).crews.allSatisfy { need in
      placement.teams[need.role].flatMap { program.teams[$0] }.map { $0.crews >= need.crews }
        ?? true
    }
  }

  package func cost(of placement: Placement, for activity: Activity) -> Int {
    let requirement = agenda.requirement(of: activity)
    let held = agenda.hours(of: placement, for: requirement)
    var cost = 0
    for preference in requirement.preferences {
      let isMet =
        (preference.dates?.contains(placement.day) ?? true)
        && program.dayKinds.day(placement.day, passes: preference.days)
        && preference.hours.admit(held)
      if !isMet { cost += preference.weight }
    }
    if let community = activity.host.community, let home = program.communities[community].position,
      let venue = placement.venue, let there = program.venues[venue]?.position
    {
      cost += program.weights.distance * Int(home.kilometres(to: there))
    }
    if isAway(placement, activity, requirement) { cost += program.weights.away }
    if let aim = requirement.aimBy {
      cost += program.weights.lateness * max(0, placement.day - aim)
    }
    return cost
  }

  /// Whether it is held at a shared venue although one of its communities owns one that seats all.
  private func isAway(
    _ placement: Placement, _ activity: Activity, _ requirement: Requirement
  ) -> Bool {
    guard let venue = placement.venue.flatMap({ program.venues[$0] }), venue.owner == nil
    else { return false }
    let owners = Set(agenda.communities(of: activity).map(\.id))
    return program.venues.elements.contains { own in
      own.owner.map(owners.contains) ?? false
        && !own.types.isDisjoint(with: requirement.venueTypes)
        && own.capacity.map { $0 >= activity.participants } ?? true
    }
  }

  func passes(_ filter: Filter, _ placement: Placement, _ activity: Activity) -> Bool {
    let requirement = agenda.requirement(of: activity)
    let day = placement.day
    switch filter {
    case .dates:
      return (requirement.dates ?? DaySet(program.period)).contains(day)
        && (activity.span.map { $0.days.contains(day) } ?? true)
    case .days:
      return program.dayKinds.day(day, passes: requirement.days)
    case .holidays:
      return requirement.onHolidays || !program.dayKinds.isHoliday(day)
    case .hours:
      if requirement.isAllDay { return placement.start == 0 }
      let held = agenda.hours(of: placement, for: requirement)
      let isOnTime =
        requirement.start.map { $0 == placement.start }
        ?? placement.start.isMultiple(of: program.grid)
      return isOnTime && agenda.clock.shows(placement.moment) && held.end <= 1440
        && requirement.hours.admit(held)
    case .venue:
      return passesVenue(placement, activity, requirement)
    case .capacity:
      return placement.venue.flatMap { program.venues[$0]?.capacity }
        .map { $0 >= activity.participants } ?? true
    case .opening:
      return placement.venue.flatMap { program.venues[$0] }
        .map { isOpen($0.opening, for: placement, requirement) } ?? true
    case .team:
      return passesTeams(placement, activity, requirement)
    case .duty:
      return placement.teams.values.compactMap { program.teams[$0] }
        .allSatisfy { isOpen($0.duty, for: placement, requirement) }
    case .closure:
      return !(program.closures + circumstances.blocks)
        .contains { closes($0, placement, activity, requirement) }
    case .now:
      guard let now = circumstances.now, now.day <= program.period.upperBound,
        circumstances.base[activity.id] != placement
      else { return true }
      return placement.moment >= now
    case .notice:
      guard let now = circumstances.now, now.day <= program.period.upperBound,
        circumstances.base[activity.id] != placement,
        !circumstances.isEarlier(placement, of: activity.id)
      else { return true }
      return requirement.notices.allSatisfy {
        program.dayKinds.workdays(strictlyBetween: now.day, and: day) >= $0.workdays
      }
    }
  }

  private func passesVenue(
    _ placement: Placement, _ activity: Activity, _ requirement: Requirement
  ) -> Bool {
    guard !requirement.venueTypes.isEmpty else { return placement.venue == nil }
    guard let id = placement.venue, let venue = program.venues[id],
      !venue.types.isDisjoint(with: requirement.venueTypes)
    else { return false }
    if let own = activity.venue { return program.venues[own].id == id }
    guard let owner = venue.owner else { return true }
    return agenda.communities(of: activity).contains { $0.id == owner }
  }

  private func passesTeams(
    _ placement: Placement, _ activity: Activity, _ requirement: Requirement
  ) -> Bool {
    guard Set(placement.teams.keys) == Set(requirement.crews.map(\.role)) else { return false }
    return placement.teams.allSatisfy { role, id in
      guard let team = program.teams[id], team.role == role else { return false }
      return agenda.communities(of: activity).allSatisfy { team.covers($0) }
    }
  }

  private func isOpen(
    _ opening: Opening, for placement: Placement, _ requirement: Requirement
  ) -> Bool {
    program.dayKinds.day(placement.day, passes: opening.days)
      && (requirement.isAllDay
        || opening.hours.admit(agenda.hours(of: placement, for: requirement)))
  }

  /// Whether a closure bars a placement of an activity.
  package func isClosed(
    _ placement: Placement, of activity: Activity, by closure: Closure
  ) -> Bool {
    closes(closure, placement, activity, agenda.requirement(of: activity))
  }

  /// Whether a closure applies to the activity and overlaps it.
  func closes(
    _ closure: Closure, _ placement: Placement, _ activity: Activity, _ requirement: Requirement
  ) -> Bool {
    closure.fits(agenda.communities(of: activity))
      && closure.fits(requirement)
      && (closure.venues.isEmpty || placement.venue.map(closure.venues.contains) ?? false)
      && (closure.teams.isEmpty || placement.teams.values.contains(where: closure.teams.contains))
      && closure.closes(
        agenda.hours(of: placement, for: requirement), on: placement.day,
        allDay: requirement.isAllDay)
  }
}
