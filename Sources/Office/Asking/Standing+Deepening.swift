package import Drills
package import Scheduling

extension Standing {
  /// With what plan would follow if a person moved the activity to each other day, or to the moment that
  /// was asked for: each found by planning again as `plan` would.
  ///
  /// The search's time limit is for all days together; what it leaves unproven says so. Nothing is added
  /// to where the activity cannot go at all.
  package func deepened(
    _ explanation: Explanation, by search: SearchOptions,
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) async throws(Refusal) -> Explanation {
    let published = try published().plan
    let moments = moments(open: explanation.id)
    var deepened = explanation
    let circumstances = circumstances
    let forcing = Forcing(agenda, in: circumstances, options: search)
    let before = score(of: published, in: circumstances)
    func repairs(
      at places: [Placement], _ fields: Set<Fixing.Field>
    ) async -> [Explanation.Repair?] {
      await forcing.outcomes(of: explanation.id, at: places, fields, shouldStop: shouldStop)
        .map { outcome in
          outcome.flatMap { repair($0, of: explanation.id, before, published.revision.plan) }
        }
    }
    if let at = explanation.at {
      guard at.placement != explanation.now, moments.contains(at.placement.moment) else {
        return explanation
      }
      deepened.at?.repaired = await repairs(at: [at.placement], [.day, .start]).first ?? nil
      return deepened
    }
    let open = Set(moments.map(\.day))
    let asked = explanation.days.indices.filter {
      let placement = explanation.days[$0].placement
      return placement != explanation.now && open.contains(placement.day)
    }
    let found = await repairs(at: asked.map { explanation.days[$0].placement }, [.day])
    for (index, repair) in zip(asked, found) { deepened.days[index].repaired = repair }
    return deepened
  }

  /// When a person could put it, whoever else is there; never where it is done or frozen.
  private func moments(open id: DutyID) -> Set<Moment> {
    var circumstances = circumstances
    if let fixing = circumstances.fixed[id], fixing.reason != .pinned { return [] }
    circumstances.fixed[id] = nil
    circumstances.overrides[id] = nil
    guard let row = agenda.activities.row(of: id) else { return [] }
    let earliest = circumstances.earliestMove(of: id, agenda)
    let list = CandidateSource(agenda, in: circumstances).candidates(of: row)
    return Set(list.candidates.map(\.moment).filter { $0 >= earliest ?? $0 })
  }

  private func repair(
    _ outcome: Outcome, of id: DutyID, _ before: Score, _ plan: Plan
  ) -> Explanation.Repair? {
    guard let placement = outcome.plan[id] else { return nil }
    let moved = agenda.activities.elements.map(\.id).filter {
      $0 != id && plan[$0] != outcome.plan[$0]
    }
    return Explanation.Repair(
      placement: placement, from: before, to: outcome.score,
      isProven: outcome.isOptimal,
      isShortageProven: outcome.bound.pinnedUnplaced == outcome.score.pinnedUnplaced
        && outcome.bound.unplaced == outcome.score.unplaced,
      moves: moved.map { ($0, outcome.plan[$0]) })
  }

  /// What is published, priced by the workspace as it is now: what a dry run compares with.
  private func score(of saved: SavedPlan, in circumstances: Circumstances) -> Score {
    let placements = saved.revision.plan.placements
    var standing = Circumstances(
      agenda: agenda, published: placements, completions: done, decisions: saved.decisions,
      now: now)
    standing.leftOut = circumstances.leftOut
    standing.earlier = circumstances.earlier
    let cancelled = standing.cancelled
    let plan = Plan(
      placements.filter { agenda.activities[$0.key] != nil && !cancelled.contains($0.key) })
    return PlanChecker(agenda, in: standing).check(plan).score
  }
}
