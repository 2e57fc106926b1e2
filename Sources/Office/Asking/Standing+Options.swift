package import Drills
package import Reports
internal import Scheduling

/// Which other placements are asked for.
package struct OptionsRequest: Sendable {
  package var activity: String
  package var isSameVenue = false
  package var isSameDay = false
  /// Nothing: on any day.
  package var days: DaySet?

  package init(_ activity: String) { self.activity = activity }
}

extension Standing {
  /// The best other placements of an activity, at most ten, and whether there is any.
  package func options(
    _ request: OptionsRequest
  ) throws(Refusal) -> (report: OptionsReport, isEmpty: Bool) {
    let plan = try basis().plan.revision.plan
    let activity = try activity(request.activity)
    var circumstances = circumstances
    switch circumstances.fixed[activity.id]?.reason {
    case .done: throw .deciding(.isDone(activity.id))
    case .frozen: throw .asking(.isFrozen(activity.id))
    case .pinned, nil: break
    }
    guard !circumstances.cancelled.contains(activity.id) else {
      throw .deciding(.isCancelled(activity.id))
    }
    let blockingSet =
      plan[activity.id] == nil
      ? circumstances.blockingSet(of: activity, in: plan, agenda) : nil
    let overrides = circumstances.overrides
    circumstances.fixed[activity.id] = nil
    circumstances.overrides[activity.id] = nil
    let alternatives = Alternatives(agenda, in: circumstances, plan: plan)
    let current = plan[activity.id]
    let found = alternatives.best(10, of: activity.id) { placement in
      (!request.isSameVenue || placement.venue == current?.venue)
        && (!request.isSameDay || placement.day == current?.day)
        && (request.days?.contains(placement.day) ?? true)
    }
    let report = OptionsReport(
      activity, now: current, found: priced(found, alternatives.plan, circumstances),
      blockingSet: blockingSet, overrides: overrides, in: agenda)
    return (report, found.isEmpty)
  }

  /// Priced by the checker, which shares nothing with the search; what it finds fault with is left
  /// out.
  private func priced(
    _ found: [Alternative], _ plan: Plan, _ circumstances: Circumstances
  ) -> [OptionsReport.Option] {
    let checker = PlanChecker(agenda, in: circumstances)
    let before = checker.check(plan).score
    let shares = checker.shares(of: plan)
    return found.compactMap { alternative in
      let verdict = checker.check(alternative.plan)
      guard verdict.isValid else { return nil }
      return OptionsReport.Option(
        placement: alternative.placement, before: before, after: verdict.score,
        sharesBefore: shares, sharesAfter: checker.shares(of: alternative.plan),
        moves: alternative.moves.map { ($0.id, $0.from, $0.to) })
    }
  }
}
