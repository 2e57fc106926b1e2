package import Drills

extension Inquiry {
  /// The best of each kind that would let the activity be placed, what is worth most first.
  ///
  /// Nothing that nobody can do: the past and notices that are too late are not asked to give way, nor
  /// is what is done or frozen, nor what a person pinned if it would be left out.
  package func relaxations(_ count: Int) -> [Explanation.Relaxation] {
    let all = dropping() + MakingWay(self).all
    return all.enumerated().sorted {
      ($0.element.unplaced, $0.element.added, $0.offset)
        < ($1.element.unplaced, $1.element.added, $1.offset)
    }.prefix(count).map(\.element)
  }

  /// Where one thing less would do, and nobody moves.
  private func dropping() -> [Explanation.Relaxation] {
    var cheapest: [Explanation.Relaxation.What: (added: Int, slot: SlotID)] = [:]
    for slot in problem.slotRange(of: target) where failures[slot].count <= 1 {
      guard let what = onlyObstacle(of: slot) else { continue }
      let added = costs.added(by: slot, of: target, to: schedule, in: problem)
      if let known = cheapest[what], known.added <= added { continue }
      cheapest[what] = (added, slot)
    }
    return cheapest.sorted { ($0.value.added, $0.value.slot) < ($1.value.added, $1.value.slot) }
      .map {
        Explanation.Relaxation(
          what: $0.key, placement: problem.placement(at: $0.value.slot, of: target, in: agenda),
          added: $0.value.added, unplaced: -Int(problem.activities[target].priority))
      }
  }

  /// What alone keeps the activity from a slot; nothing if nothing does, or several things, or what
  /// nobody can change.
  private func onlyObstacle(of slot: SlotID) -> Explanation.Relaxation.What? {
    let broken = named.filter { !$0.0.admits(slot, of: target, on: schedule, in: problem) }
    if let bit = failures[slot].single.first {
      guard broken.isEmpty else { return nil }
      guard let filter = Filter(rawValue: bit) else {
        return failures[slot].rules.first.map(Explanation.Relaxation.What.rule)
      }
      return canChange(filter, at: slot) ? .filter(filter) : nil
    }
    guard broken.count == 1, let (rule, _) = broken.first else { return nil }
    switch rule {
    case is TeamRule: return missingCrew(at: slot)
    case is VenueRule:
      return .place(problem.placement(at: slot, of: target, in: agenda).venue ?? "")
    case is DailyLimitRule: return .daily
    default: return nil
    }
  }

  /// Whether a person could let a filter pass: not the time that it is, nor the week, month or quarter
  /// that an activity belongs to.
  private func canChange(_ filter: Filter, at slot: SlotID) -> Bool {
    switch filter {
    case .now, .notice: false
    case .dates:
      agenda.activities[problem.agendaRows[target]].span.map {
        $0.days.contains(problem.firstDay + Int(problem.slots[slot].day))
      } ?? true
    case .days, .holidays, .hours, .venue, .capacity, .opening, .team, .duty, .closure: true
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
    let most = (slot.start..<end + use.turnaround).map {
      Int32(schedule.usage[use.team, Int($0)])
    }.max()
    guard (most ?? 0) + use.crews <= problem.capacities[use.team] + 1 else { return nil }
    return .crew(agenda.program.teams[Row(use.team.index)].id)
  }
}
