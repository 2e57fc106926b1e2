internal import Drills

/// What it comes to if one activity makes way for another that is unplaced: it goes to its own
/// cheapest place that is free, or nowhere, and the rest stays.
struct MakingWay {
  private let inquiry: Inquiry
  /// Both sides free to go where each may; the rest stays where it is.
  private let problem: Problem
  private let target: ActivityID
  private let others: [ActivityID]
  private let schedule: Schedule
  private let rules = RuleSet()
  private let costs = CostSet()
  private let insertion = Insertion()

  init(_ inquiry: Inquiry) {
    self.inquiry = inquiry
    let (agenda, circumstances) = (inquiry.agenda, inquiry.circumstances)
    let domains = Domains(agenda, in: circumstances)
    let own = inquiry.problem.agendaRows[inquiry.target]
    var few = [own: domains.domain(of: own)]
    for other in inquiry.inTheWay() ?? [] {
      let row = inquiry.problem.agendaRows[other]
      let domain = domains.domain(of: row)
      if domain.canMove(from: inquiry.plan, of: agenda.activities[row], agenda) {
        few[row] = domain
      }
    }
    problem = Problem(of: few, beside: inquiry.plan, agenda, in: circumstances)
    let problem = problem
    var schedule = Schedule(problem)
    var others: [ActivityID] = []
    var target: ActivityID?
    for activity in problem.activities.ids {
      let row = problem.agendaRows[activity]
      if row == own {
        target = activity
        continue
      }
      guard let placement = inquiry.plan[agenda.activities[row].id],
        let slot = problem.slot(at: placement, of: activity, in: agenda)
      else { continue }
      schedule.place(activity, at: slot, in: problem)
      if few[row] != nil { others.append(activity) }
    }
    guard let target else { preconditionFailure("a cancelled activity has no placements") }
    self.target = target
    self.schedule = schedule
    self.others = others
  }

  /// For each that could make way alone the best that comes of it.
  var all: [Explanation.Relaxation] {
    var working = WorkingSchedule(schedule, in: problem)
    let before = working.worth
    return others.compactMap { other in
      defer { working.rollBack(to: 0, in: problem) }
      working.remove(other, in: problem)
      guard let found = best(for: other, on: &working) else { return nil }
      // What a person decided makes way for nobody if it has nowhere to go.
      guard !found.worth.leavesOut || !problem.activities[other].isPinned else { return nil }
      return relaxation(found, of: other, before)
    }
  }

  private struct Found {
    let slot: SlotID
    /// Where the other one goes; none: nowhere.
    let place: SlotID
    let worth: (unplaced: Int, cost: Int, leavesOut: Bool)
  }

  /// `working`: without both.
  private func best(for other: ActivityID, on working: inout WorkingSchedule) -> Found? {
    let free = problem.slotRange(of: target).filter {
      rules.admits($0, of: target, on: working.schedule, in: problem)
    }
    let alone = insertion.cheapestSlot(of: other, on: working.schedule, in: problem).map {
      costs.added(by: $0, of: other, to: working.schedule, in: problem)
    }
    let byCost = free.map {
      ($0, costs.added(by: $0, of: target, to: working.schedule, in: problem))
    }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    let mark = working.mark
    var best: Found?
    for (slot, added) in byCost {
      // With the one placed the other has fewer places, and none of them is cheaper.
      if let best {
        guard let alone else { break }
        if !best.worth.leavesOut, working.cost + added + alone >= best.worth.cost { break }
      }
      working.place(target, at: slot, in: problem)
      let place = insertion.cheapestSlot(of: other, on: working.schedule, in: problem) ?? .none
      if !place.isNone { working.place(other, at: place, in: problem) }
      let worth = (working.worth.unplaced, working.worth.cost, place.isNone)
      working.rollBack(to: mark, in: problem)
      if let best, (best.worth.unplaced, best.worth.cost) <= (worth.0, worth.1) { continue }
      best = Found(slot: slot, place: place, worth: worth)
    }
    return best
  }

  private func relaxation(
    _ found: Found, of other: ActivityID, _ before: Worth
  ) -> Explanation.Relaxation {
    let agenda = inquiry.agenda
    let id = agenda.activities[problem.agendaRows[other]].id
    return Explanation.Relaxation(
      what: .activity(id),
      placement: problem.placement(at: found.slot, of: target, in: agenda),
      added: found.worth.cost - before.cost, unplaced: found.worth.unplaced - before.unplaced,
      moves: [
        id: found.place.isNone
          ? nil : problem.placement(at: found.place, of: other, in: agenda)
      ])
  }
}

extension Domain {
  /// Whether it is where it may be, and nothing holds it there for good.
  fileprivate func canMove(from plan: Plan, of activity: Activity, _ agenda: Agenda) -> Bool {
    guard !isFixed, !mustStay, let placement = plan[activity.id] else { return false }
    return explicit == placement
      || list.candidates.contains {
        $0.moment == placement.moment && agenda.placement($0, in: list, of: activity) == placement
      }
  }
}
