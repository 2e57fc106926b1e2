package import Drills

extension FeedSource {
  /// Takes from what was decided what the feeds say of it: what moved or was called off, and why.
  ///
  /// Of a reason the code's word is fit for the public; what a person wrote leaves through private feeds
  /// only.
  ///
  /// - Parameters:
  ///   - decisions: Those that the plan was made with.
  ///   - called: Ids of what the revision has as cancelled, also without a decision.
  ///   - answered: The newest decision that the plan before answered to: what it moved is no news.
  package mutating func explain(
    by decisions: StandingDecisions, cancelled called: Set<DutyID>, answered: Int
  ) {
    for activity in agenda.activities.elements {
      let id = activity.id
      guard let cause = decisions.cause(of: id), let code = cause.reason else { continue }
      let reason = Reason(kind: code.word(in: agenda.program.language), words: cause.words)
      if plan[id] == nil {
        cancelled[id] = reason
      } else if cause.number > answered {
        moved[id] = reason
      }
    }
    for id in called where cancelled[id] == nil { cancelled[id] = Reason() }
    overrides = decisions.overrides
  }
}
