/// What follows for the hard rules if a person puts one activity elsewhere.
///
/// What can move may give way in the next plan, which alone tells where to, so it forbids nothing; only what the activity breaks by
/// itself, or together with what is done, frozen or pinned as a whole, is a broken rule. Of the
/// placements that the named fields leave, the one that breaks least is tried, then the one that
/// the fewest must make way for, then the cheapest.
package struct MoveTrial: Sendable {
  package let placement: Placement
  /// Rules broken by itself, or with what cannot move.
  package let broken: [Violation]
  /// Ids of those that can move, and are in its way where they are.
  package let givingWay: [DutyID]

  /// The rules that are broken, each once, in the order of the model.
  package var rules: [HardRule] {
    HardRule.allCases.filter { rule in broken.contains { $0.rule == rule } }
  }

  /// - Parameters:
  ///   - goal: Where it is to go; only `fields` of it are meant.
  ///   - fields: What the person named; day and start among them.
  ///   - activity: Of the agenda.
  ///   - plan: The published one.
  ///   - agenda: The workspace's activities.
  ///   - circumstances: What the move is decided in the face of.
  package init(
    to goal: Placement, fields: Set<Fixing.Field>, of activity: Activity, in plan: Plan,
    _ agenda: Agenda, _ circumstances: Circumstances
  ) {
    var circumstances = circumstances
    circumstances.overrides[activity.id] = nil
    circumstances.cancelled.remove(activity.id)
    if circumstances.fixed[activity.id]?.reason == .pinned {
      circumstances.fixed[activity.id] = nil
    }
    let checker = PlanChecker(agenda, in: circumstances, scores: false)
    let cancelled = circumstances.cancelled
    var others = plan
    others.placements = plan.placements.filter { id, _ in
      id != activity.id && agenda.activities[id] != nil && !cancelled.contains(id)
    }
    var staying = others
    staying.placements = others.placements.filter { id, placement in
      circumstances.fixed[id].map { fixing in
        fixing.admits(placement)
          && (fixing.reason != .pinned || fixing.fields.count == Fixing.Field.allCases.count)
      } ?? false
    }
    let options = MoveTrial.options(
      goal, fields, activity, plan[activity.id], agenda, circumstances)
    func trial(_ placement: Placement) -> (placement: Placement, broken: [Violation], way: [DutyID])
    {
      var tried = staying
      tried[activity.id] = placement
      let broken = checker.brokenRules(by: activity.id, in: tried)
      tried = others
      tried[activity.id] = placement
      let way = Set(
        checker.brokenRules(by: activity.id, in: tried).filter { !broken.contains($0) }
          .flatMap(\.activities)
      ).subtracting([activity.id]).subtracting(staying.placements.keys)
      return (placement, broken, way.sorted())
    }
    let tried = options.map(trial)
    let best = tried.enumerated().min {
      ($0.element.broken.count, $0.element.way.count, $0.offset)
        < ($1.element.broken.count, $1.element.way.count, $1.offset)
    }
    let chosen = best?.element ?? trial(goal)
    placement = chosen.placement
    broken = chosen.broken
    givingWay = chosen.way
  }

  /// At most this many placements are tried.
  private static let most = 24

  /// The placements that the named fields leave: allowed ones, else the one meant literally.
  private static func options(
    _ goal: Placement, _ fields: Set<Fixing.Field>, _ activity: Activity,
    _ published: Placement?, _ agenda: Agenda, _ circumstances: Circumstances
  ) -> [Placement] {
    guard let row = agenda.activities.row(of: activity.id) else { return [] }
    let list = CandidateSource(agenda, in: circumstances).candidates(of: row)
    let meant = Fixing(reason: .pinned, fields: fields, placement: goal)
    let allowed = list.candidates.map { (agenda.placement($0, in: list, of: activity), $0.cost) }
      .filter { meant.admits($0.0) }
    func stays(_ placement: Placement) -> Int {
      (placement.venue == published?.venue ? 0 : 1) + (placement.teams == published?.teams ? 0 : 1)
    }
    let ordered = allowed.enumerated().sorted {
      (stays($0.element.0), $0.element.1, $0.offset)
        < (stays($1.element.0), $1.element.1, $1.offset)
    }.map(\.element.0)
    if !ordered.isEmpty { return Array(ordered.prefix(most)) }
    var literal = goal
    let usual =
      published ?? list.candidates.first.map { agenda.placement($0, in: list, of: activity) }
    if !fields.contains(.venue) { literal.venue = usual?.venue }
    for (role, team) in usual?.teams ?? [:] where literal.teams[role] == nil {
      literal.teams[role] = team
    }
    return [literal]
  }
}

extension PlanChecker {
  /// The rules that a plan breaks with a part in it of one activity.
  package func brokenRules(by id: DutyID, in plan: Plan) -> [Violation] {
    brokenRules(of: plan).filter { $0.activities.contains(id) }
  }

  /// Every hard rule that a plan breaks, what done and frozen activities break among themselves
  /// too; without its score.
  package func brokenRules(of plan: Plan) -> [Violation] {
    let (placed, strange) = placed(plan)
    return strange + broken(placed, plan)
  }
}
