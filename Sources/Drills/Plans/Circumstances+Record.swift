extension Circumstances {
  /// What a plan is made in the face of, from what is published and what the record holds.
  ///
  /// `published` may name activities that are gone: they are left out. What was done without ever
  /// having been placed takes no part, so that nobody is sent there again. What is done stays
  /// whatever was decided of it; what is frozen, unless a move overrode just that. What is called off
  /// is not pinned, nor is what a later block left no placement.
  package init(
    agenda: Agenda, published: [DutyID: Placement], completions: [DutyID: Completion],
    decisions: StandingDecisions = StandingDecisions(), now: Moment
  ) {
    self.init()
    self.now = now
    cancelled = Set(completions.keys.filter { published[$0] == nil })
      .union(decisions.cancelled.keys.filter { completions[$0] == nil })
    blocks = decisions.blocks.map(\.closure)
    lapsedPins = decisions.lapsedPins(in: agenda)
    let pins = decisions.pins.filter { !lapsedPins.contains($0.key) }
    overrides = decisions.overrides.filter { !lapsedPins.contains($0.key) }
    base = published.filter { agenda.activities[$0.key] != nil && !cancelled.contains($0.key) }
    displaced = decisions.displaced
    let check = PlacementCheck(agenda, in: self)
    let freezeEnd = agenda.freezeEnd(from: now)
    let isOver = now.day > agenda.program.period.upperBound
    for (id, placement) in base {
      guard let activity = agenda.activities[id] else { continue }
      let pin = pins[id]
      let isPinnedHere = pin.map { $0.fixing.admits(placement) } ?? true
      let mayBeHere =
        check.isAllowedUndated(placement, for: activity)
        || (isPinnedHere && pin?.overrides.contains(.placement) ?? false)
      if completions[id] != nil {
        fix(id, .done, at: placement)
      } else if !isOver, placement.moment < freezeEnd, mayBeHere,
        isPinnedHere || !(pin?.overrides.contains(.fixed) ?? false)
      {
        fix(id, .frozen, at: placement)
      }
    }
    for (id, pin) in pins
    where fixed[id] == nil && completions[id] == nil && !cancelled.contains(id)
      && agenda.activities[id] != nil
    {
      fixed[id] = pin.fixing
    }
  }

  /// Takes what is published for never published, but keeps what is done or frozen.
  package mutating func forgetPrices() {
    base = base.filter { fixed[$0.key].map { $0.reason != .pinned } ?? false }
    leftOut = []
    earlier = [:]
  }

  private mutating func fix(_ id: DutyID, _ reason: Fixing.Reason, at placement: Placement) {
    fixed[id] = Fixing(reason: reason, fields: Set(Fixing.Field.allCases), placement: placement)
  }
}

extension StandingDecisions.Pin {
  package var fixing: Fixing { Fixing(reason: .pinned, fields: fields, placement: placement) }
}
