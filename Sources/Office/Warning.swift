package import Drills

/// What a person should know before or beside an answer; it stops nothing.
package enum Warning: Hashable, Sendable {
  /// The clock is so many seconds behind the newest entry of the record: what follows comes before it.
  case clockIsBehind(seconds: Int)
  /// The workspace was edited after that revision.
  case workspaceIsNewer(revision: Int)
  /// Rules that the published plan breaks by now.
  case noLongerHolds([Breach])
  /// What is shown is the published revision, or nothing; beside it that draft waits.
  case draftWaits(Int, published: Int?)
  /// What is shown is that draft; and what keeps it from being published now.
  case isDraft(Int, [DraftObstacle])
  /// Activities that the published plan does not know.
  case notPlannedYet(Int)
  /// Ids of what was recorded and the workspace asks for no more.
  case heldHasLeft([DutyID])
  /// Among done or frozen activities, which stay.
  case brokenAmongFixed(Breach)
  /// The id of what a person pinned or moved and the plan has elsewhere or not at all, and why.
  case pinNotHeld(DutyID, PinFailure)
}

extension Standing {
  /// Whoever writes must know: a clock that was set back puts what follows before what came first.
  package var clockWarning: Warning? {
    newestInstant.flatMap { $0 > instant ? .clockIsBehind(seconds: $0 - instant) : nil }
  }

  /// What stands in the record and the workspace asks for no more, which stays counted.
  var departure: Warning? {
    let runs = Set(program.campaignRuns.map(\.id))
    let deadlines = Set(program.deadlines.map(\.id))
    let left = completions.keys.filter { id in
      agenda.activities[id] == nil && !runs.contains(id)
        && id.rule.map(deadlines.contains) == false
    }
    return left.isEmpty ? nil : .heldHasLeft(left.sorted())
  }

  /// The published plan held against the workspace as it is now and all that was decided since: what of
  /// it no longer holds.
  ///
  /// Where neither changed there is nothing to say: it was judged when it was saved.
  package var cautions: [Warning] {
    let waiting = draft.map {
      Warning.draftWaits($0.revision.number, published: newest?.revision.number)
    }
    guard let newest else { return [waiting].compactMap(\.self) }
    var warnings = [waiting].compactMap(\.self)
    if isWorkspaceNewer {
      warnings.append(.workspaceIsNewer(revision: newest.revision.number))
    }
    guard isWorkspaceNewer || (decisions.last?.number ?? 0) > newest.revision.decisions else {
      return warnings
    }
    let circumstances = circumstances
    let done = done
    let plan = newest.revision.plan
    let broken = PlanChecker(agenda, in: circumstances, scores: false).brokenRules(of: plan)
      .filter { violation in
        violation.activities.contains { id in
          done[id] == nil && plan[id].map { $0.moment >= now } ?? true
        }
      }
    let planned = newest.agenda.activities
    let added = agenda.activities.elements.count {
      planned[$0.id] == nil && !circumstances.cancelled.contains($0.id)
    }
    if !broken.isEmpty {
      warnings.append(.noLongerHolds(broken.map { Breach($0, in: program) }))
    }
    if added > 0 { warnings.append(.notPlannedYet(added)) }
    return warnings
  }
}
