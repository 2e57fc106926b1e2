package import Drills
internal import Scheduling

extension Standing {
  /// Why an activity is where it is, what each other day would cost or what bars it; of an unplaced one,
  /// what together leaves it no place.
  ///
  /// `moment` asks of that one start; `isDeep`: also what it would take if others moved.
  package func explanation(
    of text: String, at moment: Moment? = nil, isDeep: Bool = false
  ) throws(Refusal) -> Explanation {
    let plan = try basis().plan.revision.plan
    let activity = try activity(text)
    var circumstances = circumstances
    guard !circumstances.cancelled.contains(activity.id) else {
      throw .deciding(.isCancelled(activity.id))
    }
    var explanation = Explanation(id: activity.id)
    explanation.now = plan[activity.id]
    explanation.fixing = circumstances.fixed[activity.id]
    explanation.overrides = circumstances.overrides
    // What holds it is said; what else was possible is asked as if nothing did. A pin that leaves it no
    // place is a reason like others.
    if explanation.now != nil { circumstances.fixed[activity.id] = nil }
    circumstances.overrides[activity.id] = nil
    guard let row = agenda.activities.row(of: activity.id) else { return explanation }
    let inquiry = Inquiry(of: row, in: plan, agenda, circumstances, at: moment)
    explanation.cost = inquiry.cost
    if let moment {
      guard let answer = inquiry.answer(at: moment) else {
        throw .asking(.noSuchStart(moment, grid: program.grid))
      }
      explanation.at = answer
      return explanation
    }
    if explanation.now == nil {
      explanation.blockingSet = inquiry.blockingSet()
      explanation.relaxations = inquiry.relaxations(5)
    }
    explanation.days = inquiry.days().filter { isDeep || !$0.bars.contains(where: \.isOutside) }
    if isDeep { repair(&explanation, plan, circumstances) }
    return explanation
  }

  /// Asks, for each day, what it would take if others moved.
  private func repair(
    _ explanation: inout Explanation, _ plan: Plan, _ circumstances: Circumstances
  ) {
    let alternatives = Alternatives(agenda, in: circumstances, plan: plan)
    let checker = PlanChecker(agenda, in: circumstances)
    let before = checker.check(alternatives.plan).score
    for index in explanation.days.indices where explanation.days[index].placement != explanation.now
    {
      let day = explanation.days[index].placement.day
      let best = alternatives.best(1, of: explanation.id, where: { $0.day == day }).first
      guard let best else { continue }
      let verdict = checker.check(best.plan)
      guard verdict.isValid else { continue }
      explanation.days[index].repaired = Explanation.Repair(
        placement: best.placement, cost: verdict.score.cost - before.cost,
        unplaced: verdict.score.unplaced - before.unplaced, moves: best.moves.map { ($0.id, $0.to) }
      )
    }
  }
}

extension Explanation.Bar {
  /// Not on a day that the activity could ever have.
  fileprivate var isOutside: Bool { filters.contains(.dates) }
}
