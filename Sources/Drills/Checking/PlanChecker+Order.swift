extension PlanChecker {
  /// What comes after something keeps its distance from it, where both are placed.
  func brokenOrder(_ placed: [PlacedActivity]) -> [Violation] {
    let participants = participants(in: .order, of: placed)
    let byRequirement = Dictionary(grouping: participants, by: \.requirement.id)
    return participants.flatMap { later in
      later.requirement.predecessors.flatMap { predecessor -> [Violation] in
        let candidates = byRequirement[predecessor.requirement] ?? []
        return self.predecessors(of: later, among: candidates, predecessor)
          .filter { !isInOrder($0, later, days: predecessor.days) }
          .map { Violation(.order, [$0.activity.id, later.activity.id]) }
      }
    }
  }

  private func isInOrder(_ earlier: PlacedActivity, _ later: PlacedActivity, days: Int) -> Bool {
    days == 0
      ? later.start >= earlier.end : later.placement.day - earlier.placement.day >= days
  }

  /// Every occurrence in the same community, else the organizer's; for the organizer the reverse.
  ///
  /// What recurs meets only what its span overlaps. A joint activity follows what any of its communities
  /// would have to follow alone.
  /// Whether a community has its own is asked of the agenda, not of what is placed.
  private func predecessors(
    of later: PlacedActivity, among candidates: [PlacedActivity], _ predecessor: Predecessor
  ) -> [PlacedActivity] {
    guard let row = agenda.program.requirements.row(of: predecessor.requirement) else { return [] }
    let hosts = hosts(of: row)
    let own = candidates.filter { item in
      later.activity.hosts.contains { host in
        if hosts.contains(host) { return item.activity.hosts.contains(host) }
        return host == .organizer || item.activity.host == .organizer
      }
    }
    guard let span = later.activity.span else { return own }
    return own.filter { $0.activity.span.map { $0.days.overlaps(span.days) } ?? true }
  }

  private func hosts(of requirement: Row<Requirement>) -> Set<Host> {
    hostsByRequirement[requirement] ?? []
  }

  /// Two occurrences of one requirement in one community are `apart` days apart.
  func brokenApart(_ placed: [PlacedActivity]) -> [Violation] {
    var groups: [HostRequirement: [PlacedActivity]] = [:]
    for item in participants(in: .apart, of: placed) where item.requirement.apart > 0 {
      for host in item.activity.hosts {
        groups[
          HostRequirement(host: host, requirement: item.activity.requirement), default: []
        ].append(item)
      }
    }
    // Two joint ones meet at each of their communities, and are told once.
    let broken = Set(
      groups.values.flatMap { items in
        items.indices.flatMap { index in
          items[(index + 1)...].filter {
            abs($0.placement.day - items[index].placement.day) < $0.requirement.apart
          }.map { Violation(.apart, [items[index].activity.id, $0.activity.id]) }
        }
      })
    return broken.sorted { $0.activities.lexicographicallyPrecedes($1.activities) }
  }
}

private struct HostRequirement: Hashable {
  let host: Host
  let requirement: Row<Requirement>
}
