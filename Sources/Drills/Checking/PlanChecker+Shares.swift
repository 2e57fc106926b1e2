extension PlanChecker {
  /// Who a part of a plan's cost falls to.
  package enum Share: Hashable, Sendable {
    case owner(OwnerID)
    /// The crowding of an area, by its name.
    case area(String)
  }

  /// What each host's own part of a plan costs, and each area's crowding; the shares add up to the
  /// plan's cost.
  package func shares(of plan: Plan) -> [Share: Int] {
    let (placed, _) = placed(plan)
    var shares: [Share: Int] = [:]
    for (host, own) in Dictionary(grouping: placed, by: { agenda.owner(of: $0.activity) }) {
      shares[.owner(host)] = own.reduce(0) {
        $0 + check.cost(of: $1.placement, for: $1.activity) + costOfMoving($1)
      }
    }
    for (host, weeks) in quietWeeksByHost(of: placed) {
      shares[.owner(host), default: 0] += agenda.program.weights.quietWeek * weeks
    }
    let drills = placed.filter { $0.requirement.isDrill && $0.activity.host != .organizer }
    for costs in [closenessByHost(of: drills), dropped(from: plan), unevenness(of: plan)] {
      for (owner, cost) in costs { shares[.owner(owner), default: 0] += cost }
    }
    let byArea = Dictionary(grouping: drills) { drill in
      drill.activity.host.community.map { agenda.program.communities[$0].area } ?? ""
    }
    for (area, drills) in byArea {
      let cost = crowding(of: drills)
      if cost > 0 { shares[.area(area)] = cost }
    }
    return shares.filter { $0.value != 0 }
  }
}
