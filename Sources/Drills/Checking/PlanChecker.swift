/// Judges a whole plan by the model: every hard rule broken, and the score recomputed.
///
/// It knows this module alone and shares nothing with the search, so that a mistake there cannot
/// hide here. Loads on venues, teams and communities are found by sweeping over starts and ends.
package struct PlanChecker: Sendable {
  let agenda: Agenda
  let circumstances: Circumstances
  let check: PlacementCheck
  /// Weeks that are quiet if nothing is in them; nothing where no score is asked for.
  private var possibleWeeks: Set<CommunityWeek> = []
  /// Who holds activities of each requirement.
  let hostsByRequirement: [Row<Requirement>: Set<Host>]

  /// `scores`: whether plans are priced too; asking for every quiet week takes long on a city.
  package init(
    _ agenda: Agenda, in circumstances: Circumstances = Circumstances(), scores: Bool = true
  ) {
    self.agenda = agenda
    self.circumstances = circumstances
    check = PlacementCheck(agenda, in: circumstances)
    var hosts: [Row<Requirement>: Set<Host>] = [:]
    for activity in agenda.activities.elements {
      hosts[activity.requirement, default: []].formUnion(activity.hosts)
    }
    hostsByRequirement = hosts
    if scores { possibleWeeks = weeksWithChoice() }
  }

  package func check(_ plan: Plan) -> Verdict {
    var verdict = Verdict()
    let (placed, strange) = placed(plan)
    verdict.violations = strange
    for violation in broken(placed, plan) {
      if violation.rule != .fixed, violation.activities.allSatisfy(isExempt) {
        verdict.reported.append(violation)
      } else {
        verdict.violations.append(violation)
      }
    }
    verdict.score = score(of: placed, in: plan)
    return verdict
  }

  /// What a plan places, and what it should not.
  func placed(_ plan: Plan) -> ([PlacedActivity], strange: [Violation]) {
    var placed: [PlacedActivity] = []
    var strange = plan.placements.keys.sorted().filter { agenda.activities[$0] == nil }
      .map { Violation(.placement, [$0], about: .noSuchActivity) }
    for activity in agenda.activities.elements {
      guard let placement = plan[activity.id] else { continue }
      if circumstances.cancelled.contains(activity.id) {
        strange.append(Violation(.placement, [activity.id], about: .cancelled))
        continue
      }
      let requirement = agenda.requirement(of: activity)
      placed.append(
        PlacedActivity(
          activity: activity, requirement: requirement, placement: placement,
          start: agenda.clock.minutes(of: placement.moment),
          end: agenda.end(of: placement, for: requirement)))
    }
    return (placed, strange)
  }

  /// Every rule that is broken.
  func broken(_ placed: [PlacedActivity], _ plan: Plan) -> [Violation] {
    brokenPlacements(placed) + overloadedVenues(placed) + overloadedTeams(placed)
      + overlapsInCommunities(placed) + crowdedCommunityDays(placed) + brokenOrder(placed)
      + brokenApart(placed) + brokenMakeUp(placed) + brokenFixings(plan)
  }

  /// Done and frozen activities stay whatever the rules say.
  private func isExempt(_ id: DutyID) -> Bool {
    circumstances.fixed[id].map { $0.reason != .pinned } ?? false
  }

  /// Those that take part in `rule`: all but the ones for which a person overrode it.
  func participants(
    in rule: HardRule, of placed: [PlacedActivity]
  ) -> [PlacedActivity] {
    placed.filter { !(circumstances.overrides[$0.activity.id]?.contains(rule) ?? false) }
  }

  // MARK: Cost

  private func score(of placed: [PlacedActivity], in plan: Plan) -> Score {
    var score = Score()
    for activity in agenda.activities.elements
    where isUnplaced(activity, in: plan) {
      let priority = agenda.requirement(of: activity).priority
      score.unplaced += priority
      if circumstances.fixed[activity.id]?.reason == .pinned { score.pinnedUnplaced += priority }
      score.dropped += costOfDropping(activity)
    }
    score.unevenness = unevenness(of: plan).values.reduce(0, +)
    for item in placed {
      score.placement += check.cost(of: item.placement, for: item.activity)
      score.moved += costOfMoving(item)
    }
    let drills = placed.filter { $0.requirement.isDrill && $0.activity.host != .organizer }
    score.crowding = crowding(of: drills)
    score.closeness = closeness(of: drills)
    score.quietWeek = quietWeeks(of: placed)
    return score
  }

  private func isUnplaced(_ activity: Activity, in plan: Plan) -> Bool {
    plan[activity.id] == nil && !circumstances.cancelled.contains(activity.id)
  }

  /// What is published and left out has its price.
  private func costOfDropping(_ activity: Activity) -> Int {
    circumstances.isDropped(whenUnplaced: activity.id) ? agenda.program.weights.dropped : 0
  }

  /// What leaving out published activities costs each host.
  func dropped(from plan: Plan) -> [OwnerID: Int] {
    var costs: [OwnerID: Int] = [:]
    for activity in agenda.activities.elements where isUnplaced(activity, in: plan) {
      costs[agenda.owner(of: activity), default: 0] += costOfDropping(activity)
    }
    return costs
  }

  /// What each community pays for being left without several of its activities.
  func unevenness(of plan: Plan) -> [OwnerID: Int] {
    var counts: [Row<Community>: Int] = [:]
    for activity in agenda.activities.elements where isUnplaced(activity, in: plan) {
      for community in activity.communities { counts[community, default: 0] += 1 }
    }
    return Dictionary(
      uniqueKeysWithValues: counts.map { community, count in
        let pairs = count * (count - 1) / 2
        return (
          agenda.program.communities[community].ownerID,
          agenda.program.weights.unevenness * pairs
        )
      })
  }

  /// The smaller of what it costs to come from where it is published and from where it was before a
  /// decision that was taken back; to come from nowhere costs nothing.
  func costOfMoving(_ item: PlacedActivity) -> Int {
    let id = item.activity.id
    guard circumstances.wasPublished(id) else { return 0 }
    var origins = [circumstances.base[id]]
    if let earlier = circumstances.earlier[id] { origins.append(earlier.placement) }
    return origins.map { origin in
      origin.map { cost(of: item.placement, movedFrom: $0) } ?? 0
    }.min() ?? 0
  }

  private func cost(of placement: Placement, movedFrom origin: Placement) -> Int {
    let weights = agenda.program.weights
    if origin.day != placement.day { return weights.movedDay }
    return origin.start != placement.start || origin.venue != placement.venue
      ? weights.movedTime : 0
  }

  func crowding(of drills: [PlacedActivity]) -> Int {
    guard let comfortable = agenda.program.limits.comfortableDrillsPerDay else { return 0 }
    var counts: [AreaDay: Int] = [:]
    for drill in drills {
      guard let community = drill.activity.host.community else { continue }
      let area = agenda.program.communities[community].area
      counts[AreaDay(area: area, day: drill.placement.day), default: 0] += 1
    }
    return counts.values.reduce(0) { sum, count in
      let excess = max(0, count - comfortable)
      return sum + agenda.program.weights.crowding * excess * (excess + 1) / 2
    }
  }

  func closeness(of drills: [PlacedActivity]) -> Int {
    closenessByHost(of: drills).values.reduce(0, +)
  }

  /// What drills that are near each other cost each community.
  func closenessByHost(of drills: [PlacedActivity]) -> [OwnerID: Int] {
    let comfortable = agenda.program.limits.comfortableDaysBetweenDrills
    var own: [Row<Community>: [PlacedActivity]] = [:]
    for drill in drills {
      for community in drill.activity.communities { own[community, default: []].append(drill) }
    }
    var costs: [OwnerID: Int] = [:]
    for (community, drills) in own {
      for (index, drill) in drills.enumerated() {
        for other in drills[(index + 1)...] {
          let days = abs(drill.placement.day - other.placement.day)
          costs[agenda.program.communities[community].ownerID, default: 0] +=
            agenda.program.weights.closeness * max(0, comfortable - days)
        }
      }
    }
    return costs
  }

  private func quietWeeks(of placed: [PlacedActivity]) -> Int {
    agenda.program.weights.quietWeek * quiet(placed).count
  }

  /// How many quiet weeks each community has.
  func quietWeeksByHost(of placed: [PlacedActivity]) -> [OwnerID: Int] {
    Dictionary(grouping: quiet(placed)) { agenda.program.communities[$0.community].ownerID }
      .mapValues(\.count)
  }

  private func quiet(_ placed: [PlacedActivity]) -> Set<CommunityWeek> {
    var quiet = possibleWeeks
    for item in placed {
      guard let week = agenda.week(of: item.placement.day) else { continue }
      for community in item.activity.communities {
        quiet.remove(CommunityWeek(community: community, week: week))
      }
    }
    return quiet
  }
}

/// An activity with its placement, as the rules look at it.
struct PlacedActivity {
  let activity: Activity
  let requirement: Requirement
  let placement: Placement
  /// In minutes that pass, see ``PlanClock``.
  let start: Int
  let end: Int
}

private struct AreaDay: Hashable {
  let area: String
  let day: Day
}
