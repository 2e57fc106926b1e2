extension PlanChecker {
  /// Every placed activity has an allowed placement, unless it is done or frozen.
  func brokenPlacements(_ placed: [PlacedActivity]) -> [Violation] {
    participants(in: .placement, of: placed).compactMap { item in
      let failures = check.failures(of: item.placement, for: item.activity)
      guard !failures.isEmpty else { return nil }
      return Violation(.placement, [item.activity.id], about: .filters(failures))
    }
  }

  /// An activity that a block displaced is made up for in time.
  func brokenMakeUp(_ placed: [PlacedActivity]) -> [Violation] {
    let program = agenda.program
    return participants(in: .makeUp, of: placed).compactMap { item in
      guard let day = displacedDay(item.activity, item.requirement),
        program.dayKinds.workdays(after: day, through: item.placement.day) > program.makeUpWithin
      else { return nil }
      return Violation(.makeUp, [item.activity.id])
    }
  }

  /// The published day from which a block displaced it: now, or in an earlier plan.
  private func displacedDay(_ activity: Activity, _ requirement: Requirement) -> Day? {
    let published = circumstances.base[activity.id].flatMap { published in
      circumstances.blocks.contains { check.closes($0, published, activity, requirement) }
        ? published.day : nil
    }
    return [published, circumstances.displaced[activity.id]].compactMap(\.self).min()
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
            ? nil : Violation(.fixed, [activity.id], about: .fixing(fixing.reason))
        }
        let isTakenBack =
          fixing.reason == .frozen && circumstances.isEarlier(placement, of: activity.id)
        if isTakenBack { return nil }
        if !fixing.admits(placement) {
          return Violation(.fixed, [activity.id], about: .fixing(fixing.reason))
        }
        if fixing.reason != .pinned { return nil }
      }
      guard let placement, let earliest = circumstances.earliestMove(of: activity.id, agenda),
        placement.moment < earliest, placement != circumstances.base[activity.id],
        !circumstances.isEarlier(placement, of: activity.id)
      else { return nil }
      return Violation(.fixed, [activity.id], about: .freeze)
    }
  }
}
