internal import Drills

/// Placements of an activity that are worth asking about, allowed or not.
///
/// Of a placed one: what is allowed, and at every start of every day its own venue and teams. Of an
/// unplaced one: every start, venue and choice of teams.
struct Universe {
  private(set) var list: CandidateList
  /// By candidate.
  private(set) var failures: [Failures] = []

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
    let check = PlacementCheck(agenda, in: circumstances)
    let domains = Domains(agenda, in: circumstances)
    let window = domains.window(of: activity)
    let pin = circumstances.fixed[activity.id]
    let (venues, teams) = domains.source.resources(of: row)
    list = CandidateList(teamChoices: teams)
    let allowed = Universe.allowed(domains.domain(of: row).list, teams)
    let program = agenda.program
    let latest = 1440 - (requirement.isAllDay ? 1440 : requirement.length)
    let starts =
      requirement.isAllDay
      ? [0]
      : requirement.start.map { [$0] } ?? Array(stride(from: 0, through: latest, by: program.grid))
    for day in Universe.days(requirement, program) {
      for start in starts {
        let isAsked = moment == Moment(day: day, minute: start) || now == nil
        for venue in venues {
          for choice in teams.indices {
            let key = Key(
              day: day, start: Int16(start), venue: venue?.index ?? -1, teams: Int16(choice))
            let cost = allowed[key]
            let candidate = Candidate(
              day: day, start: key.start, teams: key.teams, venueIndex: key.venue, cost: cost ?? 0)
            if let cost {
              append(candidate, cost, Failures())
              continue
            }
            let placement = agenda.placement(candidate, in: list, of: activity)
            guard isAsked || (placement.venue == now?.venue && placement.teams == now?.teams) else {
              continue
            }
            var failed = Failures(check.failures(of: placement, for: activity))
            let isPinnedElsewhere = pin.map { !$0.admits(placement) } ?? false
            if isPinnedElsewhere || window.isFrozen(placement.moment) {
              failed.insert(HardRule.fixed)
            }
            if window.isLate(placement.moment) { failed.insert(HardRule.makeUp) }
            let moved = MovedCost.of(
              placement, activity.id, circumstances, program.weights)
            append(
              candidate, Int32(clamping: check.cost(of: placement, for: activity) + moved), failed)
          }
        }
      }
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
