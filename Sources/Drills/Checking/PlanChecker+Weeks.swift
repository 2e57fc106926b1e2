extension PlanChecker {
  /// The weeks that are quiet if a community has nothing in them: those in which it has an activity,
  /// cancelled ones aside, with an allowed placement.
  ///
  /// Asked of one placement after the other, by what judges plans and not by what lists candidates
  /// for the search, until one is found.
  func weeksWithChoice() -> Set<CommunityWeek> {
    var weeks: Set<CommunityWeek> = []
    let choices = PlacementChoices(agenda.program)
    for activity in agenda.activities.elements
    where !circumstances.cancelled.contains(activity.id) {
      for week in agenda.weeks.indices {
        let own = activity.communities.map { CommunityWeek(community: $0, week: week) }
        guard !weeks.isSuperset(of: own) else { continue }
        if hasPlacement(activity, in: week, choices) { weeks.formUnion(own) }
      }
    }
    return weeks
  }

  private func hasPlacement(
    _ activity: Activity, in week: Int, _ choices: PlacementChoices
  ) -> Bool {
    // What counts as published is allowed at times at which nothing else is.
    let published = [
      circumstances.base[activity.id], circumstances.earlier[activity.id]?.placement,
    ].compactMap(\.self)
    let mayReturn = published.contains {
      agenda.week(of: $0.day) == week && check.isManned($0, for: activity)
        && check.failures(of: $0, for: activity).isEmpty
    }
    if mayReturn { return true }
    let requirement = agenda.requirement(of: activity)
    let (venues, teams) = choices.of(activity, requirement)
    let ofTime: [Filter] = [.dates, .days, .holidays, .hours, .now, .notice]
    return agenda.weeks[week].days.contains { day in
      choices.starts(of: requirement).contains { start in
        let bare = Placement(day: day, start: start)
        guard ofTime.allSatisfy({ check.passes($0, bare, activity) }) else { return false }
        return venues.contains { venue in
          teams.contains { teams in
            let placement = Placement(day: day, start: start, venue: venue, teams: teams)
            return check.isManned(placement, for: activity)
              && check.failures(of: placement, for: activity).isEmpty
          }
        }
      }
    }
  }
}

struct CommunityWeek: Hashable {
  let community: Row<Community>
  let week: Int
}

/// What placements could be made of, whether they are allowed or not.
private struct PlacementChoices {
  private let program: Program
  private let teams: [String: [Team]]
  private let venues: [String: [Venue]]

  private static let shared = ""

  init(_ program: Program) {
    self.program = program
    teams = Dictionary(grouping: program.teams.elements, by: \.role)
    venues = Dictionary(grouping: program.venues.elements) { $0.owner ?? PlacementChoices.shared }
  }

  func starts(of requirement: Requirement) -> [Minute] {
    if requirement.isAllDay { return [0] }
    return requirement.start.map { [$0] } ?? Array(stride(from: 0, to: 1440, by: program.grid))
  }

  func of(
    _ activity: Activity, _ requirement: Requirement
  ) -> (venues: [String?], teams: [[String: String]]) {
    let owners = activity.communities.map { program.communities[$0].id }
    let reachable = (owners + [PlacementChoices.shared]).flatMap { venues[$0] ?? [] }
    var choices: [[String: String]] = [[:]]
    for need in requirement.crews {
      choices = choices.flatMap { choice in
        (teams[need.role] ?? []).map { choice.merging([need.role: $0.id]) { $1 } }
      }
    }
    return (
      requirement.venueTypes.isEmpty
        ? [nil]
        : reachable.filter { !$0.types.isDisjoint(with: requirement.venueTypes) }.map(\.id),
      choices
    )
  }
}
