internal import Drills

/// Where one activity may go.
struct Domain {
  /// What the rules that concern the activity alone leave, moving costs included.
  var list: CandidateList
  /// A placement that is in no list: where a fixed activity stays, or what a person insists on.
  var explicit: Placement?
  var explicitCost: Int32 = 0
  var isFixed = false
  /// Frozen, but free to go back to where it was: it must not be left out.
  var mustStay = false
  /// The days of allowed placements, pins and freeze not asked.
  var allowedDays: Set<Day>

  /// Takes from what is frozen that it may go back to where it was.
  mutating func stay() {
    list.candidates = []
    isFixed = true
    mustStay = false
  }
}

/// Applies what circumstances ask of single placements: fixings, the freeze and make-up windows.
///
/// Where a person overrode `placement` for an activity, its domain is what its pin leaves of the
/// allowed placements, and the pinned placement itself.
struct Domains {
  private let agenda: Agenda
  private let circumstances: Circumstances
  let source: CandidateSource
  private let check: PlacementCheck

  init(_ agenda: Agenda, in circumstances: Circumstances) {
    self.agenda = agenda
    self.circumstances = circumstances
    source = CandidateSource(agenda, in: circumstances)
    check = PlacementCheck(agenda, in: circumstances)
  }

  func domain(of row: Row<Activity>) -> Domain {
    let activity = agenda.activities[row]
    var list = source.candidates(of: row)
    var domain = Domain(list: list, allowedDays: Set(list.candidates.lazy.map(\.day)))
    let fixing = circumstances.fixed[activity.id]
    if let fixing, fixing.reason != .pinned {
      domain.list.candidates = takenBack(list, of: activity, fixing)
      domain.isFixed = domain.list.candidates.isEmpty
      domain.mustStay = !domain.isFixed
      insist(on: fixing.placement, for: activity, in: &domain)
      return domain
    }
    filter(&list, of: activity, fixing)
    addMovedCosts(to: &list, of: activity)
    domain.list = list
    let overridden = circumstances.overrides[activity.id] ?? []
    if let fixing, overridden.contains(.placement),
      window(of: activity).admits(fixing.placement.moment),
      !list.candidates.contains(where: {
        agenda.placement($0, in: list, of: activity) == fixing.placement
      })
    {
      insist(on: fixing.placement, for: activity, in: &domain)
    }
    return domain
  }

  /// Where a frozen activity may go back to, if that is still allowed.
  private func takenBack(
    _ list: CandidateList, of activity: Activity, _ fixing: Fixing
  ) -> [Candidate] {
    guard fixing.reason == .frozen, circumstances.earlier[activity.id] != nil else { return [] }
    return list.candidates.filter {
      let placement = agenda.placement($0, in: list, of: activity)
      return placement != fixing.placement
        && circumstances.isEarlier(placement, of: activity.id)
    }
  }

  private func insist(on placement: Placement, for activity: Activity, in domain: inout Domain) {
    domain.explicit = placement
    domain.explicitCost = Int32(
      clamping: check.cost(of: placement, for: activity)
        + MovedCost.of(
          placement, activity.id, circumstances, agenda.program.weights))
  }

  private func filter(_ list: inout CandidateList, of activity: Activity, _ fixing: Fixing?) {
    let window = window(of: activity)
    let every = list
    list.candidates.removeAll { candidate in
      guard !window.admits(candidate.moment) else { return false }
      let placement = agenda.placement(candidate, in: every, of: activity)
      let isPublished =
        placement == circumstances.base[activity.id]
        || circumstances.isEarlier(placement, of: activity.id)
      return window.isLate(candidate.moment) || !isPublished
    }
    if let fixing {
      let whole = list
      list.candidates.removeAll { !fixing.admits(agenda.placement($0, in: whole, of: activity)) }
    }
  }

  /// What the freeze and the make-up deadline leave of the time.
  struct Window {
    /// Before it is frozen.
    let earliest: Moment?
    /// The last day on which an activity that a block displaced can be made up for.
    let last: Day?

    func admits(_ moment: Moment) -> Bool { !isFrozen(moment) && !isLate(moment) }
    func isFrozen(_ moment: Moment) -> Bool { earliest.map { moment < $0 } ?? false }
    func isLate(_ moment: Moment) -> Bool { last.map { moment.day > $0 } ?? false }
  }

  func window(of activity: Activity) -> Window {
    let overridden = circumstances.overrides[activity.id] ?? []
    return Window(
      earliest: overridden.contains(.fixed)
        ? nil : circumstances.earliestMove(of: activity.id, agenda),
      last: overridden.contains(.makeUp)
        ? nil : displacedDay(of: activity).map(agenda.program.lastMakeUpDay))
  }

  private func displacedDay(of activity: Activity) -> Day? {
    let earlier = circumstances.displaced[activity.id]
    guard let published = circumstances.base[activity.id],
      circumstances.blocks.contains(where: { displaces($0, published, activity) })
    else { return earlier }
    return min(published.day, earlier ?? published.day)
  }

  /// Whether a block applies to an activity where it is published.
  private func displaces(
    _ block: Closure, _ published: Placement, _ activity: Activity
  ) -> Bool {
    let requirement = agenda.requirement(of: activity)
    let held = agenda.hours(of: published, for: requirement)
    return block.fits(agenda.communities(of: activity))
      && (block.requirements.isEmpty || block.requirements.contains(requirement.id))
      && (block.venues.isEmpty || published.venue.map(block.venues.contains) ?? false)
      && (block.teams.isEmpty || published.teams.values.contains(where: block.teams.contains))
      && block.closes(held, on: published.day, allDay: requirement.isAllDay)
  }

  private func addMovedCosts(to list: inout CandidateList, of activity: Activity) {
    guard circumstances.base[activity.id] != nil else { return }
    let weights = agenda.program.weights
    for index in list.candidates.indices {
      let placement = agenda.placement(list.candidates[index], in: list, of: activity)
      list.candidates[index].cost += Int32(
        clamping: MovedCost.of(placement, activity.id, circumstances, weights))
    }
  }
}
