extension Agenda {
  /// A plan with occurrences that could take each other's place numbered in the order of their days
  /// and starts, unplaced ones last.
  ///
  /// They could if nothing tells them apart: neither published nor fixed, called off, displaced or
  /// allowed to break a rule. Nothing else of the plan changes.
  package func numbered(_ plan: Plan, in circumstances: Circumstances) -> Plan {
    var numbered = plan
    for group in occurrences where group.count > 1 {
      let free = group.map { activities[$0].id }.filter(circumstances.leavesOpen)
      let placements = free.map { plan[$0] }
      let ordered = placements.enumerated().sorted { one, other in
        guard let first = one.element else {
          return other.element == nil && one.offset < other.offset
        }
        guard let second = other.element else { return true }
        return first.moment != second.moment
          ? first.moment < second.moment : one.offset < other.offset
      }
      for (id, placement) in zip(free, ordered.map(\.element)) { numbered[id] = placement }
    }
    return numbered
  }

  /// The activities that differ in their number alone, in its order.
  private var occurrences: [[Row<Activity>]] {
    var groups: [[Row<Activity>]] = []
    var last: Occurring?
    // Made one after the other.
    for row in activities.rows {
      let activity = activities[row]
      let own = Occurring(
        requirement: activity.requirement, host: activity.host, venue: activity.venue,
        span: activity.span)
      if own == last {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
      last = own
    }
    return groups
  }
}

/// What occurrences have in common.
private struct Occurring: Hashable {
  let requirement: Row<Requirement>
  let host: Host
  let venue: Row<Venue>?
  let span: Span?
}

extension Circumstances {
  /// Whether nothing was decided or published of an activity.
  fileprivate func leavesOpen(_ id: DutyID) -> Bool {
    !wasPublished(id) && fixed[id] == nil && !cancelled.contains(id) && displaced[id] == nil
      && overrides[id] == nil
  }
}
