package import Drills

/// Something is out: it displaces what is published there.
package struct Block: DecisionRequest {
  package var days: DaySet
  /// Empty: the whole day.
  package var hours: [HourRange] = []
  package var communities: [String] = []
  package var areas: [String] = []
  package var kinds: Set<Community.Kind> = []
  package var venues: [String] = []
  package var teams: [String] = []
  package var requirements: [String] = []

  package init(_ days: DaySet) { self.days = days }

  package func ruling(at standing: Standing, on grounds: Grounds) throws(Refusal) -> Ruling {
    _ = try standing.basis()
    var closure = try closure(in: standing.program)
    closure.reason = grounds.reason?.rawValue ?? ""
    if let last = days.bounds?.upperBound, last < standing.now.day {
      throw .deciding(.blockIsOver(last, today: standing.now.day))
    }
    let displaced = displaced(by: closure, standing)
    let lapsed = lapsed(by: .block(closure, displaced: displaced), standing)
    return Ruling(
      .block(closure, displaced: displaced),
      notes: [.displaces(displaced.keys.sorted(), workdays: standing.program.makeUpWithin)]
        + (lapsed.isEmpty ? [] : [.unpins(lapsed)]))
  }

  /// Ids of what stops being pinned.
  private func lapsed(by block: Decision.What, _ standing: Standing) -> [DutyID] {
    let decision = Decision(block, reason: nil, decidedBy: "", decidedAt: standing.instant)
    return standing.trying(decision).circumstances.lapsedPins
      .subtracting(standing.circumstances.lapsedPins).sorted()
  }

  private func closure(in program: Program) throws(Refusal) -> Closure {
    var closure = Closure()
    closure.dates = days
    closure.hours = hours
    for text in communities {
      closure.communities.insert(
        OwnerID(text) == .organizer
          ? .organizer : .member(try program.known(text, as: .community, in: \.communities)))
    }
    for text in areas { closure.areas.insert(try program.knownArea(text)) }
    for text in venues {
      closure.venues.insert(try program.known(text, as: .venue, in: \.venues))
    }
    for text in teams { closure.teams.insert(try program.known(text, as: .team, in: \.teams)) }
    for text in requirements {
      closure.requirements.insert(
        try program.known(text, as: .requirement, in: \.requirements))
    }
    closure.kinds = kinds
    return closure
  }

  /// What is still to come where it is closed, and not called off, by its published day.
  private func displaced(by closure: Closure, _ standing: Standing) -> [DutyID: Day] {
    let check = PlacementCheck(standing.agenda, in: Circumstances())
    let cancelled = standing.standingDecisions.cancelled
    let done = standing.done
    var displaced: [DutyID: Day] = [:]
    for (id, placement) in standing.newest?.revision.plan.placements ?? [:] {
      guard let activity = standing.agenda.activities[id], placement.moment >= standing.now,
        done[id] == nil, cancelled[id] == nil,
        check.isClosed(placement, of: activity, by: closure)
      else { continue }
      displaced[id] = placement.day
    }
    return displaced
  }
}
