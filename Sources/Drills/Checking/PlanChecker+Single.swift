extension PlanChecker {
  /// Every placed activity has an allowed placement, unless it is done or frozen.
  func brokenPlacements(_ placed: [PlacedActivity]) -> [Violation] {
    participants(in: .placement, of: placed).compactMap { item in
      let failures = check.failures(of: item.placement, for: item.activity)
      guard !failures.isEmpty else { return nil }
      return Violation(
        .placement, [item.activity.id],
        about: failures.map { "\($0)" }.joined(separator: ", "))
    }
  }

  /// An activity that a block displaced is made up for in time.
  func brokenMakeUp(_ placed: [PlacedActivity]) -> [Violation] {
    let program = agenda.program
    return participants(in: .makeUp, of: placed).compactMap { item in
      guard let published = circumstances.base[item.activity.id],
        circumstances.blocks.contains(where: {
          check.closes($0, published, item.activity, item.requirement)
        }),
        program.dayKinds.workdays(after: published.day, through: item.placement.day)
          > program.makeUpWithin
      else { return nil }
      return Violation(.makeUp, [item.activity.id])
    }
  }

  /// What is fixed stays, and nothing else that was published moves into the frozen hours.
  func brokenFixings(_ plan: Plan) -> [Violation] {
    agenda.activities.elements.compactMap { activity in
      if circumstances.overrides[activity.id]?.contains(.fixed) ?? false { return nil }
      let placement = plan[activity.id]
      if let fixing = circumstances.fixed[activity.id] {
        guard let placement else {
          // A pin that nothing allowed satisfies leaves its activity unplaced.
          return fixing.reason == .pinned || circumstances.cancelled.contains(activity.id)
            ? nil : Violation(.fixed, [activity.id], about: fixing.reason.rawValue)
        }
        if !fixing.admits(placement) {
          return Violation(.fixed, [activity.id], about: fixing.reason.rawValue)
        }
        if fixing.reason != .pinned { return nil }
      }
      guard let placement, let earliest = circumstances.earliestMove(of: activity.id, agenda),
        placement.moment < earliest
      else { return nil }
      return Violation(.fixed, [activity.id], about: "freeze")
    }
  }
}
