/// What holds of all that was decided: the later takes back or replaces the earlier.
package struct StandingDecisions: Sendable {
  /// What moves and pins of one activity come to.
  package struct Pin: Sendable {
    package var fields: Set<Fixing.Field>
    package var placement: Placement
    package var overrides: Set<HardRule>
    /// The newest move; nothing if it is pinned where it was.
    package var move: Decision?
    /// Of the newest decision that made it.
    package var number: Int
  }
  package struct Block: Sendable {
    package let decision: Decision
    package let closure: Closure
    /// Where each activity was published that it displaced.
    package let displaced: [DutyID: Day]
  }

  package private(set) var pins: [DutyID: Pin] = [:]
  package private(set) var cancelled: [DutyID: Decision] = [:]
  /// In the order decided.
  package private(set) var blocks: [Block] = []
  /// Those that take an earlier one back, in the order decided.
  package private(set) var undoings: [Decision] = []
  /// The newest decision that was looked at, undone ones too; 0: none.
  package let newest: Int

  package init() { newest = 0 }

  /// In the order decided.
  package init(_ decisions: [Decision]) {
    newest = decisions.last?.number ?? 0
    let undone = StandingDecisions.undone(decisions)
    for decision in decisions where !undone.contains(decision.number) { apply(decision) }
  }

  /// The numbers of what a later decision takes back; what undoes may itself be undone.
  package static func undone(_ decisions: [Decision]) -> Set<Int> {
    var undone: Set<Int> = []
    for decision in decisions.reversed() {
      if case .undo(let number) = decision.what, !undone.contains(decision.number) {
        undone.insert(number)
      }
    }
    return undone
  }

  /// Those after the decision of that number which stand, but for what later ones take back.
  package static func pending(_ decisions: [Decision], after number: Int) -> [Decision] {
    let undone = undone(decisions)
    let later = decisions.filter { $0.number > number && !undone.contains($0.number) }
    return later.filter { decision in
      !later.contains { $0.number > decision.number && $0.takesBack(decision) }
    }
  }

  private mutating func apply(_ decision: Decision) {
    switch decision.what {
    case .move(let id, let placement, let fields, let overrides):
      pin(id, placement, fields, overrides: overrides, decision)
    case .pin(let id, let placement, let fields):
      pin(id, placement, fields, overrides: pins[id]?.overrides ?? [], decision)
    case .unpin(let id): pins[id] = nil
    case .cancel(let id): cancelled[id] = decision
    case .restore(let id): cancelled[id] = nil
    case .block(let closure, let displaced):
      blocks.append(Block(decision: decision, closure: closure, displaced: displaced))
    case .undo: undoings.append(decision)
    }
  }

  /// What is not named stays pinned where it was pinned before.
  private mutating func pin(
    _ id: DutyID, _ placement: Placement, _ fields: Set<Fixing.Field>,
    overrides: Set<HardRule>, _ decision: Decision
  ) {
    var whole = placement
    let earlier = pins[id]
    if let earlier {
      if earlier.fields.contains(.day), !fields.contains(.day) { whole.day = earlier.placement.day }
      if earlier.fields.contains(.start), !fields.contains(.start) {
        whole.start = earlier.placement.start
      }
      if earlier.fields.contains(.venue), !fields.contains(.venue) {
        whole.venue = earlier.placement.venue
      }
      if earlier.fields.contains(.teams), !fields.contains(.teams) {
        whole.teams = earlier.placement.teams
      }
    }
    pins[id] = Pin(
      fields: fields.union(earlier?.fields ?? []), placement: whole, overrides: overrides,
      move: decision.verb == .move ? decision : earlier?.move, number: decision.number)
  }

  /// The first published day of everything that a standing block displaced.
  package var displaced: [DutyID: Day] {
    blocks.reduce(into: [:]) { days, block in days.merge(block.displaced, uniquingKeysWith: min) }
  }

  package var overrides: [DutyID: Set<HardRule>] {
    pins.mapValues(\.overrides).filter { !$0.value.isEmpty }
  }

  /// The newest decision that moves, cancels or displaces an activity.
  package func cause(of id: DutyID) -> Decision? {
    var causes = [cancelled[id], pins[id]?.move].compactMap(\.self)
    causes += blocks.filter { $0.displaced[id] != nil }.map(\.decision)
    return causes.max { $0.number < $1.number }
  }
}
