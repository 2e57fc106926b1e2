package import Drills

/// Another placement for one activity, and what it would take.
package struct Alternative: Sendable {
  package struct Move: Hashable, Sendable {
    package let id: DutyID
    package let from: Placement
    /// Nothing: no place is found for it.
    package let to: Placement?
  }

  package let placement: Placement
  /// What would have to move, in the agenda's order.
  package let moves: [Move]
  /// The plan that it leads to.
  package let plan: Plan
}

/// Where else an activity could go in a plan, and who would have to make way.
///
/// What must give way goes to its own cheapest free slot, one after the other, and forces nobody
/// else: so what is shown can be had, though a whole search may find it cheaper.
package struct Alternatives: Sendable {
  private let agenda: Agenda
  private let problem: Problem
  private let schedule: Schedule
  private let rules = RuleSet()
  private let insertion = Insertion()

  /// What a plan places where nothing allows it any more is taken for unplaced.
  package init(_ agenda: Agenda, in circumstances: Circumstances, plan: Plan) {
    self.agenda = agenda
    let problem = Problem(agenda, in: circumstances)
    var schedule = Schedule(problem)
    let rules = RuleSet()
    for activity in problem.activities.ids where !problem.activities[activity].isFixed {
      guard let placement = plan[agenda.activities[problem.agendaRows[activity]].id],
        let slot = problem.slot(at: placement, of: activity, in: agenda),
        rules.admits(slot, of: activity, on: schedule, in: problem)
      else { continue }
      schedule.place(activity, at: slot, in: problem)
    }
    self.problem = problem
    self.schedule = schedule
  }

  /// As things stand: what the plan places and may still be there.
  package var plan: Plan { problem.plan(schedule, of: agenda) }

  /// The cheapest other placements that `isWanted` lets pass, best first.
  ///
  /// Nothing for what is done, frozen or cancelled.
  package func best(
    _ count: Int, of id: DutyID, where isWanted: (Placement) -> Bool
  ) -> [Alternative] {
    guard let target = activity(id), !problem.activities[target].isFixed else { return [] }
    var working = WorkingSchedule(schedule, in: problem)
    let old = schedule[target]
    if !old.isNone { working.remove(target, in: problem) }
    working.commit()
    var found: [Trial] = []
    for slot in problem.slotRange(of: target) where slot != old {
      guard isWanted(problem.placement(at: slot, of: target, in: agenda)) else { continue }
      if let way = insertion.put(target, at: slot, on: &working, in: problem) {
        found.append(
          Trial(slot: slot, worth: working.worth, moves: way.count))
      }
      working.rollBack(to: 0, in: problem)
    }
    return found.sorted {
      ($0.worth, $0.moves, $0.slot.row) < ($1.worth, $1.moves, $1.slot.row)
    }.prefix(count).map { trial in
      let way = insertion.put(target, at: trial.slot, on: &working, in: problem) ?? []
      defer { working.rollBack(to: 0, in: problem) }
      return alternative(working.schedule, target, way)
    }
  }

  private struct Trial {
    let slot: SlotID
    let worth: Worth
    let moves: Int
  }

  private func alternative(
    _ found: Schedule, _ target: ActivityID, _ moved: [ActivityID]
  ) -> Alternative {
    let moves = moved.map { other in
      Alternative.Move(
        id: agenda.activities[problem.agendaRows[other]].id,
        from: problem.placement(at: schedule[other], of: other, in: agenda),
        to: found.isPlaced(other)
          ? problem.placement(at: found[other], of: other, in: agenda) : nil)
    }.filter { $0.from != $0.to }
    return Alternative(
      placement: problem.placement(at: found[target], of: target, in: agenda), moves: moves,
      plan: problem.plan(found, of: agenda))
  }

  private func activity(_ id: DutyID) -> ActivityID? {
    guard let row = agenda.activities.row(of: id) else { return nil }
    return problem.activity(of: row)
  }
}
