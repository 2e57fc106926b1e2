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
  /// Whether a community has its own is asked of the agenda, not of what is placed.
  private func predecessors(
    of later: PlacedActivity, among candidates: [PlacedActivity], _ predecessor: Predecessor
  ) -> [PlacedActivity] {
    guard let row = agenda.program.requirements.row(of: predecessor.requirement) else { return [] }
    let hosts = hosts(of: row)
    let own = candidates.filter { item in
      if hosts.contains(later.activity.host) { return item.activity.host == later.activity.host }
      return later.activity.host == .organizer || item.activity.host == .organizer
    }
    guard later.requirement.isWeekly, agenda.program.requirements[row].isWeekly else { return own }
    return own.filter { $0.activity.week == later.activity.week }
  }

  private func hosts(of requirement: Row<Requirement>) -> Set<Host> {
    hostsByRequirement[requirement] ?? []
  }

  /// Two occurrences of one requirement in one community are `apart` days apart.
  func brokenApart(_ placed: [PlacedActivity]) -> [Violation] {
    let groups = Dictionary(
      grouping: participants(in: .apart, of: placed).filter { $0.requirement.apart > 0 },
      by: { HostRequirement(host: $0.activity.host, requirement: $0.activity.requirement) })
    return groups.values.flatMap { items in
      items.indices.flatMap { index in
        items[(index + 1)...].filter {
          abs($0.placement.day - items[index].placement.day) < $0.requirement.apart
        }.map { Violation(.apart, [items[index].activity.id, $0.activity.id]) }
      }
    }.sorted { $0.activities.lexicographicallyPrecedes($1.activities) }
  }
}

private struct HostRequirement: Hashable {
  let host: Host
  let requirement: Row<Requirement>
}
