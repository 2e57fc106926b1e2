internal import Drills

/// Placements of an activity that are worth asking about, allowed or not.
///
/// Of a placed one: what is allowed, and at every start of every day its own venue and teams. Of an
/// unplaced one: every start, venue and choice of teams.
struct Universe {
  private(set) var list: CandidateList
  /// By candidate.
  private(set) var failures: [Failures] = []
  /// Where it is now, if that is none of the candidates, with its cost and what it fails.
  private(set) var standing: (placement: Placement, cost: Int32, failures: Failures)?

  private struct Key: Hashable {
    let day: Day
    let start: Int16
    let venue: Int32
    let teams: Int16
  }

  init(
    of row: Row<Activity>, now: Placement?, at moment: Moment?, _ agenda: Agenda,
    _ circumstances: Circumstances
  ) {
    let activity = agenda.activities[row]
    let requirement = agenda.requirement(of: activity)
    let domains = Domains(agenda, in: circumstances)
    let single = SinglePlacement(activity, agenda, circumstances, domains.window(of: activity))
    let (venues, teams) = domains.source.resources(of: row)
    list = CandidateList(teamChoices: teams)
    let allowed = Universe.allowed(domains.domain(of: row).list, teams)
    let starts = Universe.starts(requirement, agenda.program)
    var isNowListed = false
    for day in Universe.days(requirement, agenda.program) {
      for start in starts {
        let isAsked = moment == Moment(day: day, minute: start) || now == nil
        let isNow = now?.moment == Moment(day: day, minute: start)
        for venue in venues {
          for choice in teams.indices {
            let key = Key(
              day: day, start: Int16(start), venue: venue?.index ?? -1, teams: Int16(choice))
            let candidate = Candidate(
              day: day, start: key.start, teams: key.teams, venueIndex: key.venue, cost: 0)
            let cost = allowed[key]
            guard cost == nil || isNow else {
              append(candidate, cost ?? 0, Failures())
              continue
            }
            let placement = agenda.placement(candidate, in: list, of: activity)
            isNowListed = isNowListed || placement == now
            guard
              cost != nil || isAsked
                || (placement.venue == now?.venue && placement.teams == now?.teams)
            else { continue }
            append(
              candidate, cost ?? single.cost(of: placement),
              cost == nil ? single.failures(of: placement) : Failures())
          }
        }
      }
    }
    if let now, !isNowListed {
      standing = (now, single.cost(of: now), single.failures(of: now))
    }
  }

  private mutating func append(_ candidate: Candidate, _ cost: Int32, _ failed: Failures) {
    var candidate = candidate
    candidate.cost = cost
    list.candidates.append(candidate)
    failures.append(failed)
  }

  /// The period and the requirement's own dates.
  private static func days(_ requirement: Requirement, _ program: Program) -> [Day] {
    let bounds = requirement.dates?.bounds
    let first = min(program.period.lowerBound, bounds?.lowerBound ?? program.period.lowerBound)
    let last = max(program.period.upperBound, bounds?.upperBound ?? program.period.upperBound)
    return (0...(last - first)).map { first + $0 }
  }

  /// Early enough to end by midnight.
  private static func starts(_ requirement: Requirement, _ program: Program) -> [Minute] {
    if requirement.isAllDay { return [0] }
    let latest = 1440 - requirement.length
    return requirement.start.map { [$0] }
      ?? Array(stride(from: 0, through: latest, by: program.grid))
  }

  /// What each allowed placement costs, moving included.
  private static func allowed(
    _ list: CandidateList, _ teams: [[Row<Team>]]
  ) -> [Key: Int32] {
    let positions = list.teamChoices.map { teams.firstIndex(of: $0) }
    var allowed: [Key: Int32] = [:]
    for candidate in list.candidates {
      guard let choice = positions[Int(candidate.teams)] else { continue }
      allowed[
        Key(
          day: candidate.day, start: candidate.start, venue: candidate.venueIndex,
          teams: Int16(choice))] = candidate.cost
    }
    return allowed
  }
}

/// What one placement of an activity fails and costs, whatever else is in the plan.
private struct SinglePlacement {
  private let activity: Activity
  private let circumstances: Circumstances
  private let check: PlacementCheck
  private let window: Domains.Window
  private let weights: Weights

  init(
    _ activity: Activity, _ agenda: Agenda, _ circumstances: Circumstances,
    _ window: Domains.Window
  ) {
    self.activity = activity
    self.circumstances = circumstances
    self.window = window
    check = PlacementCheck(agenda, in: circumstances)
    weights = agenda.program.weights
  }

  func cost(of placement: Placement) -> Int32 {
    Int32(
      clamping: check.cost(of: placement, for: activity)
        + MovedCost.of(placement, activity.id, circumstances, weights))
  }

  func failures(of placement: Placement) -> Failures {
    let fixing = circumstances.fixed[activity.id]
    // What is done or frozen is exempt where it is.
    if let fixing, fixing.reason != .pinned, placement == fixing.placement { return Failures() }
    var failed = Failures(check.failures(of: placement, for: activity))
    if fixing.map({ holds($0, from: placement) }) ?? false || window.isFrozen(placement.moment) {
      failed.insert(HardRule.fixed)
    }
    if window.isLate(placement.moment) { failed.insert(HardRule.makeUp) }
    return failed
  }

  /// Whether a fixing keeps it from a placement.
  ///
  /// What is frozen may go back to where it was before a decision that was taken back.
  private func holds(_ fixing: Fixing, from placement: Placement) -> Bool {
    !fixing.admits(placement)
      && (fixing.reason != .frozen || !circumstances.isEarlier(placement, of: activity.id))
  }
}
