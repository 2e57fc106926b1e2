package import Drills

extension Inquiry {
  /// The cheapest of each kind that would let the activity be placed, cheapest first.
  package func relaxations(_ count: Int) -> [Explanation.Relaxation] {
    var cheapest: [Explanation.Relaxation.What: (added: Int, slot: SlotID)] = [:]
    for slot in problem.slotRange(of: target) where failures[slot].count <= 1 {
      guard let what = onlyObstacle(of: slot) else { continue }
      let added = costs.added(by: slot, of: target, to: schedule, in: problem)
      if let known = cheapest[what], known.added <= added { continue }
      cheapest[what] = (added, slot)
    }
    return cheapest.sorted { ($0.value.added, $0.value.slot) < ($1.value.added, $1.value.slot) }
      .prefix(count).map {
        Explanation.Relaxation(
          what: $0.key, placement: problem.placement(at: $0.value.slot, of: target, in: agenda),
          added: $0.value.added)
      }
  }

  /// What alone keeps the activity from a slot; nothing if nothing does, or several things.
  private func onlyObstacle(of slot: SlotID) -> Explanation.Relaxation.What? {
    let broken = named.filter { !$0.0.admits(slot, of: target, on: schedule, in: problem) }
    if let bit = failures[slot].single.first {
      guard broken.isEmpty else { return nil }
      return Filter(rawValue: bit).map(Explanation.Relaxation.What.filter)
        ?? failures[slot].rules.first.map(Explanation.Relaxation.What.rule)
    }
    guard broken.count == 1, let (rule, name) = broken.first else { return nil }
    switch rule {
    case is TeamRule: return missingCrew(at: slot)
    case is VenueRule:
      return .place(problem.placement(at: slot, of: target, in: agenda).venue ?? "")
    case is DailyLimitRule: return .daily
    default:
      var blockers: [ActivityID] = []
      guard
        rule.findBlockers(of: slot, of: target, on: schedule, in: problem, into: &blockers),
        blockers.count == 1
      else { return nil }
      return .activity(id(blockers[0]), name)
    }
  }

  /// The team that lacks one crew; nothing if more are lacking.
  private func missingCrew(at slotID: SlotID) -> Explanation.Relaxation.What? {
    let slot = problem.slots[slotID]
    let end = slot.start + problem.activities[target].length
    let lacking = problem.teamSets[slot.teams].filter { use in
      !schedule.has(use.crews, of: use.team, in: slot.start..<end + use.turnaround, problem)
    }
    guard lacking.count == 1, let use = lacking.first else { return nil }
    guard
      use.crews == 1
        || schedule.has(use.crews - 1, of: use.team, in: slot.start..<end + use.turnaround, problem)
    else { return nil }
    let most = (slot.start..<end + use.turnaround).map {
      Int32(schedule.usage[use.team, Int($0)])
    }.max()
    guard (most ?? 0) + use.crews <= problem.capacities[use.team] + 1 else { return nil }
    return .crew(agenda.program.teams[Row(use.team.index)].id)
  }
}
