package import Drills

/// What a person should know before or beside an answer; it stops nothing.
package enum Warning: Hashable, Sendable {
  /// The clock is so many seconds behind the newest entry of the record: what follows comes before it.
  case clockIsBehind(seconds: Int)
  /// The workspace was edited after that revision.
  case workspaceIsNewer(revision: Int)
  /// Rules that the published plan breaks by now.
  case noLongerHolds([Breach])
  /// Activities that the published plan does not know.
  case notPlannedYet(Int)
  /// Ids of what was recorded and the workspace asks for no more.
  case heldHasLeft([String])
  /// Among done or frozen activities, which stay.
  case brokenAmongFixed(Violation)
  /// The id of what a person pinned or moved and the plan has elsewhere: done, frozen, or unplaced.
  case pinNotHeld(String)
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
        && completions[id]?.last?.rule.map(deadlines.contains) == false
    }
    return left.isEmpty ? nil : .heldHasLeft(left.sorted())
  }

  /// The published plan held against the workspace as it is now and all that was decided since: what of
  /// it no longer holds.
  ///
  /// Where neither changed there is nothing to say: it was judged when it was saved.
  package var cautions: [Warning] {
    guard let newest else { return [] }
    var warnings: [Warning] = []
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
