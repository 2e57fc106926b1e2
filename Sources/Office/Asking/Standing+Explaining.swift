package import Drills
internal import Scheduling

extension Standing {
  /// Why an activity is where it is, what each other day would cost or what bars it; of an unplaced one,
  /// what together leaves it no place.
  ///
  /// What holds it is a bar like any other. `moment` asks of that one start.
  package func explanation(
    of text: String, at moment: Moment? = nil
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
    explanation.isPast = explanation.now.map { $0.moment < now } ?? false
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
      explanation.crowds = inquiry.crowds(of: explanation.blockingSet ?? [])
      explanation.relaxations = inquiry.relaxations(5)
    }
    explanation.days = inquiry.days().filter { !$0.bars.contains(where: \.isOutside) }
    return explanation
  }
}

extension Explanation.Bar {
  /// Not on a day that the activity could ever have.
  fileprivate var isOutside: Bool { filters.contains(.dates) }
}
