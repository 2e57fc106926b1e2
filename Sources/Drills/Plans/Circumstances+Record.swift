extension Circumstances {
  /// What a plan is made in the face of, from what is published and what the record holds.
  ///
  /// `published` may name activities that are gone: they are left out. What was done without ever
  /// having been placed takes no part, so that nobody is sent there again.
  package init(
    agenda: Agenda, published: [String: Placement], completions: [String: Completion],
    cancelled: Set<String> = [], blocks: [Closure] = [], now: Moment
  ) {
    self.init()
    self.now = now
    self.cancelled = cancelled.union(completions.keys.filter { published[$0] == nil })
    self.blocks = blocks
    base = published.filter { agenda.activities[$0.key] != nil && !cancelled.contains($0.key) }
    let check = PlacementCheck(agenda, in: self)
    let isOver = now.day > agenda.program.period.upperBound
    for (id, placement) in base {
      guard let activity = agenda.activities[id] else { continue }
      if completions[id] != nil {
        fix(id, .done, at: placement)
      } else if !isOver, placement.moment < now + agenda.program.freeze,
        check.isAllowedUndated(placement, for: activity)
      {
        fix(id, .frozen, at: placement)
      }
    }
  }

  /// Takes what is published for never published, but keeps what is done or frozen.
  package mutating func forgetPrices() {
    base = base.filter { fixed[$0.key] != nil }
  }

  private mutating func fix(_ id: String, _ reason: Fixing.Reason, at placement: Placement) {
    fixed[id] = Fixing(reason: reason, fields: Set(Fixing.Field.allCases), placement: placement)
  }
}
