package import Drills

extension Inquiry {
  /// The teams and venues that the activities of a blocking set fill, and when.
  ///
  /// Full is a part of a day in which the activity may begin and, whenever it does, finds no crew or no
  /// place left by these alone.
  package func crowds(of reasons: [Explanation.Reason]) -> [Explanation.Crowd] {
    let ids = Set(reasons.compactMap { if case .activity(let id) = $0 { id } else { nil } })
    guard ids.count > 1 else { return [] }
    var standing = Schedule(problem)
    for other in problem.activities.ids where other != target && ids.contains(id(other)) {
      standing.place(other, at: schedule[other], in: problem)
    }
    var isFull: [Part: Bool] = [:]
    var members: [Explanation.Crowd.Place: Set<ActivityID>] = [:]
    for slot in problem.slotRange(of: target)
    where failures[slot].isEmpty && understaffed(slot).isEmpty {
      let placement = problem.placement(at: slot, of: target, in: agenda)
      let venue = placement.venue.map(Explanation.Crowd.Place.venue)
      let teams = placement.teams.values.map(Explanation.Crowd.Place.team)
      for place in teams + [venue].compactMap(\.self) {
        let rule: any Rule = if case .venue = place { rules.venue } else { rules.team }
        let inTheWay = rule.occupants(of: slot, of: target, on: standing, in: problem)
          .filter { uses($0, place) }
        let part = Part(
          place: place, day: placement.day, of: Scarcity.PartOfDay(at: placement.start))
        isFull[part] = (isFull[part] ?? true) && !inTheWay.isEmpty
        members[place, default: []].formUnion(inTheWay)
      }
    }
    return members.compactMap { place, members in
      let full = isFull.filter { $0.key.place == place && $0.value }.map(\.key.of)
      guard !full.isEmpty else { return nil }
      return Explanation.Crowd(
        place: place, activities: members.sorted().map(id),
        full: Dictionary(grouping: full, by: { $0 }).mapValues(\.count))
    }.sorted { ($0.activities.count, $1.place) > ($1.activities.count, $0.place) }
  }

  private struct Part: Hashable {
    let place: Explanation.Crowd.Place
    let day: Day
    let of: Scarcity.PartOfDay
  }

  private func uses(_ other: ActivityID, _ place: Explanation.Crowd.Place) -> Bool {
    let placement = problem.placement(at: schedule[other], of: other, in: agenda)
    return switch place {
    case .team(let id): placement.teams.values.contains(id)
    case .venue(let id): placement.venue == id
    }
  }
}
