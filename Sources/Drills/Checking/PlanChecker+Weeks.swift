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
      let open = agenda.weeks.indices.filter { week in
        activity.communities.contains {
          !weeks.contains(CommunityWeek(community: $0, week: week))
        }
      }
      guard !open.isEmpty else { continue }
      let (venues, teams) = choices.of(activity, by: check)
      for week in open where hasPlacement(activity, in: week, choices, venues, teams) {
        weeks.formUnion(
          activity.communities.map { CommunityWeek(community: $0, week: week) })
      }
    }
    return weeks
  }

  private func hasPlacement(
    _ activity: Activity, in week: Int, _ choices: PlacementChoices, _ venues: [String?],
    _ teams: [[String: String]]
  ) -> Bool {
    // What counts as published is allowed at times at which nothing else is.
    let published = [
      circumstances.base[activity.id], circumstances.earlier[activity.id]?.placement,
    ].compactMap(\.self)
    let mayReturn = published.contains {
      agenda.week(of: $0.day) == week && check.isManned($0, for: activity)
        && check.isAllowed($0, for: activity)
    }
    if mayReturn { return true }
    let requirement = agenda.requirement(of: activity)
    let ofTime: [Filter] = [.dates, .days, .holidays, .hours, .now, .notice]
    return agenda.weeks[week].days.contains { day in
      choices.starts(of: requirement).contains { start in
        let bare = Placement(day: day, start: start)
        guard ofTime.allSatisfy({ check.passes($0, bare, activity) }) else { return false }
        return venues.contains { venue in
          teams.contains { teams in
            let placement = Placement(day: day, start: start, venue: venue, teams: teams)
            return check.isAllowed(placement, for: activity)
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

  /// What cannot be on any day is left out before sets of teams are made: those of a city would be
  /// millions.
  func of(
    _ activity: Activity, by check: PlacementCheck
  ) -> (venues: [String?], teams: [[String: String]]) {
    let requirement = check.agenda.requirement(of: activity)
    let communities = activity.communities.map { program.communities[$0] }
    func onSomeDay(_ venue: String?, _ teams: [String: String] = [:]) -> Placement {
      Placement(day: program.period.lowerBound, start: 0, venue: venue, teams: teams)
    }
    let reachable = (communities.map(\.id) + [PlacementChoices.shared])
      .flatMap { venues[$0] ?? [] }.map(\.id)
    var choices: [[String: String]] = [[:]]
    for need in requirement.crews {
      let able = (teams[need.role] ?? []).filter { team in
        communities.allSatisfy(team.covers)
          && check.isManned(onSomeDay(nil, [need.role: team.id]), for: activity)
      }
      choices = choices.flatMap { choice in
        able.map { choice.merging([need.role: $0.id]) { $1 } }
      }
    }
    guard !requirement.venueTypes.isEmpty else { return ([nil], choices) }
    let fitting = reachable.filter { venue in
      [Filter.venue, .capacity].allSatisfy { check.passes($0, onSomeDay(venue), activity) }
    }
    return (fitting, choices)
  }
}
