import Drills

extension EventMaker {
  /// Nothing for what has no time, is called off, or is not for this edition.
  func event(of activity: Activity, in edition: Publication.Edition) -> Event? {
    let requirement = source.agenda.requirement(of: activity)
    let completion = source.completions[activity.id]
    let telling = source.telling(
      of: activity.id, announced: requirement.announcement, in: edition)
    guard telling != .nothing, completion != nil || source.cancelled[activity.id] == nil,
      let when = time(of: activity, requirement, completion)
    else { return nil }
    let placement = source.plan[activity.id]
    let host = host(of: activity)
    let venue = (placement?.venue).flatMap { program.venues[$0] } ?? venue(of: activity)
    let community = activity.host.community.map { program.communities[$0] }
    // Partners hold it too: it stands in their feeds as what they attend.
    let attendees = (activity.partners + source.agenda.attendees(of: activity))
      .map { program.communities[$0] }

    var event = Event(
      kind: .activity,
      state: completion != nil ? .done : source.isDraft ? .draft : .confirmed,
      language: words.language.rawValue, name: requirement.name, when: when, host: host.party,
      organizer: organizer)
    event.minutes = minutesToSecondEnd(of: activity, requirement, when)
    event.isDrill = requirement.isDrill
    event.isBusy = requirement.isBlocking
    event.attendees = attendees.map { Event.Party(id: $0.id, name: $0.name) }
    event.feeds = Set(host.feeds + attendees.flatMap { EventHost($0).feeds }).sorted()
    event.venue = venue?.id
    event.teams = teams(of: placement)
    event.place = place(venue, community, requirement.channel)
    if let position = venue?.position ?? (venue == nil ? community?.position : nil) {
      event.position = [position.latitude, position.longitude]
    }
    event.url = address(requirement.url)
    event.categories =
      [words.name(of: requirement.kind)] + (requirement.scenario.map { [words.name(of: $0)] } ?? [])
    event.details = details(of: activity, requirement)
    let overrides = overrides(of: activity, on: when.days, in: edition)
    if !overrides.isEmpty {
      event.overrides = HardRule.allCases.filter(overrides.contains).map(\.rawValue)
    }
    event.follows = predecessors(of: activity, requirement, on: when.days, in: edition)
    if let completion {
      event.planned = planned(activity, requirement).flatMap { $0.isMoved(from: when) ? $0 : nil }
      if edition == .private { event.outcome = [words.tookPart(completion.people)] }
    }
    event.seal = seal(of: activity, requirement, in: edition)
    if telling == .date { event = event.withheld }
    if edition == .private {
      addPrivateParts(to: &event, of: activity, requirement, venue, placement)
    } else if requirement.announcement != .public {
      event.restriction = requirement.announcement.rawValue
    }
    return event
  }

  func host(of activity: Activity) -> EventHost {
    activity.host.community.map { EventHost(program.communities[$0]) } ?? organizerHost
  }

  private func venue(of activity: Activity) -> Venue? {
    activity.venue.map { program.venues[$0] }
  }

  /// When it was held, as far as the record says; else when it is planned.
  private func time(of activity: Activity, _ requirement: Requirement, _ completion: Completion?)
    -> When?
  {
    let planned = planned(activity, requirement)
    guard let completion else { return planned }
    return When(held: completion, planned: planned, length: requirement.length)
  }

  private func planned(_ activity: Activity, _ requirement: Requirement) -> When? {
    source.plan[activity.id].map { placement in
      requirement.isAllDay
        ? .days(placement.day...placement.day)
        : .hours(
          start: placement.moment,
          end: program.zone.moment(requirement.length, after: placement.moment))
    }
  }

  /// How long it is planned to last, if clocks show the time of its end before it as well.
  private func minutesToSecondEnd(
    of activity: Activity, _ requirement: Requirement, _ when: When
  ) -> Minute? {
    guard case .hours(let start, let end) = when, source.completions[activity.id] == nil else {
      return nil
    }
    let last = program.zone.instant(of: start).adding(minutes: requirement.length)
    return program.zone.instant(of: end) == last ? nil : requirement.length
  }

  private func teams(of placement: Placement?) -> [Event.Party] {
    (placement?.teams ?? [:]).sorted { $0.key < $1.key }.map { _, id in
      Event.Party(id: id, name: program.teams[id]?.name ?? id)
    }
  }

  private func place(_ venue: Venue?, _ community: Community?, _ channel: Requirement.Channel?)
    -> String
  {
    var parts = venue.map { [$0.name, $0.address] } ?? []
    if venue == nil, channel != .online, let community { parts = [community.name] }
    if channel == .online || channel == .both { parts.append(words.online) }
    return parts.filter { !$0.isEmpty }.joined(separator: words.comma)
  }

  private func details(of activity: Activity, _ requirement: Requirement) -> [String] {
    var lines: [String] = []
    func add(_ label: String, _ text: String) {
      if !text.isEmpty { lines.append(words.line(label, text)) }
    }
    add(words.scenario, requirement.scenario.map(words.name) ?? "")
    add(words.mode, requirement.mode.map(words.name) ?? "")
    add(words.phase, requirement.phase)
    add(words.responsible, requirement.responsible)
    add(words.takesPart, requirement.takesPart)
    add(words.expected, activity.participants > 0 ? "\(activity.participants)" : "")
    add(words.note, requirement.note)
    add(words.basis, requirement.basis)
    return lines
  }

  /// What is told in this edition and must come before.
  ///
  /// Its own host's occurrences, else the organizer's. That the organizer's must follow every
  /// community's would be a line for each of them, and is left out. So is what tells a hidden hour:
  /// that of two on one day the one whose hour is told comes before or after the other.
  private func predecessors(
    of activity: Activity, _ requirement: Requirement, on days: ClosedRange<Day>,
    in edition: Publication.Edition
  ) -> [EventID] {
    let telling = source.telling(of: activity.id, announced: requirement.announcement, in: edition)
    return requirement.predecessors.flatMap { predecessor -> [EventID] in
      guard let row = program.requirements.row(of: predecessor.requirement) else { return [] }
      let earlier = program.requirements[row]
      let host = hosts[row, default: []].contains(activity.host) ? activity.host : .organizer
      let found = byHost[HostRequirement(host: host, requirement: row), default: []]
        .filter { source.plan[$0.id] != nil && source.cancelled[$0.id] == nil }
        .filter { candidate in
          let other = source.telling(
            of: candidate.id, announced: earlier.announcement, in: edition)
          if other == .nothing { return false }
          if telling == .everything, other == .everything { return true }
          let when = time(of: candidate, earlier, source.completions[candidate.id])
          return when.map { !$0.days.overlaps(days) } ?? false
        }
      guard let span = activity.span else { return found.map { EventID($0.id) } }
      return found.filter { $0.span.map { $0.days.overlaps(span.days) } ?? true }
        .map { EventID($0.id) }
    }
  }

  /// What hides the hour of a date-only activity from the public, and opens it afterwards.
  private func seal(
    of activity: Activity, _ requirement: Requirement, in edition: Publication.Edition
  ) -> Event.Seal? {
    guard edition == .public, requirement.announcement == .dateOnly,
      let salt = source.salts[activity.id], let placement = source.plan[activity.id]
    else { return nil }
    let commitment = Commitment(
      activity: activity.id, start: placement.moment, salt: salt, in: program.zone)
    return Event.Seal(commitment: commitment.hash, opening: commitment.opening)
  }
}
