package import Drills

/// Why a plan does not have an activity where a person pinned or moved it: one thing, never a choice.
package enum PinFailure: Hashable, Sendable {
  /// What may not change either, and why.
  package struct Holder: Hashable, Sendable {
    package let id: DutyID
    package let reason: Fixing.Reason
  }

  /// It was held elsewhere.
  case done
  /// It stands elsewhere, too near to be moved.
  case frozen
  /// The workspace allows it no more, by these filters.
  case workspace([Filter])
  /// Closures of the workspace, in its words.
  case closures([Closure])
  case blocks([Decision])
  case past
  /// Who could no longer be told in time.
  case notices([String])
  /// Even where the fewest are in its way: rules that it would break by itself or with those.
  case taken(Placement, [Breach], by: [Holder])
  /// Nothing that may not change is in its way; the search ended before it found how.
  case notFound
}

extension FoundPlan {
  /// What a person pinned or moved and the plan has elsewhere, or not at all, and why.
  var brokenPins: [Warning] {
    PinInquest(standing.agenda, circumstances, decisions, revision.plan).warnings()
  }
}

extension Standing {
  /// Why the plan does not have an activity where a person pinned or moved it before that was made;
  /// nothing where it has.
  package func pinWarning(of text: String) throws(Refusal) -> Warning? {
    let plan = try basis().plan
    let id = try activity(text).id
    let inquest = PinInquest(agenda, circumstances, plan.decisions, plan.revision.plan)
    return inquest.warnings(of: id).first
  }
}

/// Looks for what keeps pinned activities from where they are pinned.
struct PinInquest {
  private let agenda: Agenda
  private let circumstances: Circumstances
  private let decisions: StandingDecisions
  private let plan: Plan
  /// What may not change, where the plan has it.
  private let standing: Plan

  init(
    _ agenda: Agenda, _ circumstances: Circumstances, _ decisions: StandingDecisions, _ plan: Plan
  ) {
    self.agenda = agenda
    self.circumstances = circumstances
    self.decisions = decisions
    self.plan = plan
    standing = Plan(
      plan.placements.filter { circumstances.fixed[$0.key]?.admits($0.value) ?? false })
  }

  /// In the order of their ids; `chosen`: only that one.
  func warnings(of chosen: DutyID? = nil) -> [Warning] {
    decisions.pins.filter { id, pin in
      guard chosen == nil || id == chosen, !circumstances.cancelled.contains(id),
        !circumstances.lapsedPins.contains(id)
      else { return false }
      return plan[id].map { !pin.fixing.admits($0) } ?? (circumstances.fixed[id] != nil)
    }.sorted { $0.key < $1.key }.map { .pinNotHeld($0.key, failure(of: $0.key, $0.value)) }
  }

  private func failure(of id: DutyID, _ pin: StandingDecisions.Pin) -> PinFailure {
    switch circumstances.fixed[id]?.reason {
    case .done: return .done
    case .frozen: return .frozen
    case .pinned, nil: break
    }
    guard let row = agenda.activities.row(of: id) else { return .workspace([]) }
    let choices = choices(of: row, pin, through: .notice)
    guard !choices.isEmpty else { return filtered(row, pin) }
    return taken(id, choices)
  }

  /// The most places that are looked at for one pin.
  private static let most = 48

  private func taken(_ id: DutyID, _ choices: [Placement]) -> PinFailure {
    let checker = PlanChecker(agenda, in: circumstances, scores: false)
    let tried = choices.prefix(PinInquest.most).map { choice in
      var plan = standing
      plan[id] = choice
      return (choice, checker.brokenRules(by: id, in: plan))
    }
    guard let (choice, broken) = tried.min(by: { $0.1.count < $1.1.count }), !broken.isEmpty else {
      return .notFound
    }
    let others = Set(broken.flatMap(\.activities)).subtracting([id]).sorted()
    return .taken(
      choice, broken.map { Breach($0, in: agenda.program) },
      by: others.compactMap { other in
        circumstances.fixed[other].map { PinFailure.Holder(id: other, reason: $0.reason) }
      })
  }

  /// The first of the filters, in the order in which a person looks, that leaves none of its places.
  private func filtered(_ row: Row<Activity>, _ pin: StandingDecisions.Pin) -> PinFailure {
    let activity = agenda.activities[row]
    let check = PlacementCheck(agenda, in: circumstances)
    let workspace = choices(of: row, pin, through: .duty)
    guard !workspace.isEmpty else {
      return .workspace(check.failures(of: pin.placement, for: activity).filter { $0 < .closure })
    }
    func closing(_ choice: Placement, _ closures: [Closure]) -> [Closure] {
      closures.filter { check.isClosed(choice, of: activity, by: $0) }
    }
    let unclosed = workspace.filter { closing($0, agenda.program.closures).isEmpty }
    guard !unclosed.isEmpty else {
      return .closures(
        agenda.program.closures.filter { closure in
          workspace.contains { check.isClosed($0, of: activity, by: closure) }
        })
    }
    let unblocked = unclosed.filter { closing($0, circumstances.blocks).isEmpty }
    guard !unblocked.isEmpty else {
      return .blocks(
        decisions.blocks.filter { block in
          unclosed.contains { check.isClosed($0, of: activity, by: block.closure) }
        }.map(\.decision))
    }
    let now = circumstances.now
    guard unblocked.contains(where: { choice in now.map { choice.moment >= $0 } ?? true }) else {
      return .past
    }
    let notices = agenda.requirement(of: activity).notices
    return .notices(
      notices.filter { notice in
        unblocked.contains { choice in
          now.map {
            agenda.program.dayKinds.workdays(strictlyBetween: $0.day, and: choice.day)
              < notice.workdays
          } ?? false
        }
      }.map(\.to))
  }

  /// Where the pin leaves it, as far as the filters up to `last` allow that.
  private func choices(
    of row: Row<Activity>, _ pin: StandingDecisions.Pin, through last: Filter
  ) -> [Placement] {
    if pin.overrides.contains(.placement) { return [pin.placement] }
    let list = CandidateSource(agenda, in: circumstances, through: last).candidates(of: row)
    return list.candidates.map { agenda.placement($0, in: list, of: agenda.activities[row]) }
      .filter(pin.fixing.admits)
  }
}
