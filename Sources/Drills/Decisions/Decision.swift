/// What a person decided about the plan; the next plan respects it while it stands.
package struct Decision: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    /// Goes there, and stays: `fields` of the placement are pinned. Rules in `overrides` are not
    /// asked of the activity any more.
    case move(DutyID, to: Placement, fields: Set<Fixing.Field>, overrides: Set<HardRule>)
    /// Keeps these fields as they are.
    case pin(DutyID, at: Placement, fields: Set<Fixing.Field>)
    /// Takes back every move and pin of the activity.
    case unpin(DutyID)
    case cancel(DutyID)
    /// Takes the cancellation back.
    case restore(DutyID)
    /// Something is out; with the published day of each activity that it displaces.
    case block(Closure, displaced: [DutyID: Day])
    /// Takes back the decision of that number.
    case undo(Int)
  }

  /// Its number in the record; 0 before it is there.
  package var number = 0
  package var what: What
  /// Nothing where an older version asked for none, since a decision was taken back.
  package var reason: ReasonCode?
  /// What the person wrote; leaves through private feeds only.
  package var words: String
  package var decidedBy: String
  package var decidedAt: Instant

  package init(
    _ what: What, reason: ReasonCode?, words: String = "", decidedBy: String, decidedAt: Instant
  ) {
    self.what = what
    self.reason = reason
    self.words = words
    self.decidedBy = decidedBy
    self.decidedAt = decidedAt
  }

  /// The activity that it is about; nothing for a block or an undoing.
  package var activity: DutyID? {
    switch what {
    case .move(let id, _, _, _), .pin(let id, _, _), .unpin(let id), .cancel(let id),
      .restore(let id):
      id
    case .block, .undo: nil
    }
  }

  /// Whether nothing is left of an earlier decision that stood.
  package func takesBack(_ earlier: Decision) -> Bool {
    switch (what, earlier.what) {
    case (.unpin(let id), .move(let other, _, _, _)), (.unpin(let id), .pin(let other, _, _)),
      (.restore(let id), .cancel(let other)):
      id == other
    default: false
    }
  }

  /// What a decision does, by the name of its command.
  package enum Verb: String, CaseIterable, Sendable {
    case move, pin, unpin, cancel, restore, block, undo
  }

  package var verb: Verb {
    switch what {
    case .move: .move
    case .pin: .pin
    case .unpin: .unpin
    case .cancel: .cancel
    case .restore: .restore
    case .block: .block
    case .undo: .undo
    }
  }
}
