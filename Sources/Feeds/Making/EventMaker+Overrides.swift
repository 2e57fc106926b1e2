import Drills

extension HardRule {
  /// Whether it is about an activity and others, so that breaking it tells where the others are.
  fileprivate var concernsOthers: Bool {
    switch self {
    case .venue, .team, .community, .order, .apart: true
    case .placement, .makeUp, .fixed: false
    }
  }
}

extension EventMaker {
  /// The rules overridden for an activity, as far as an edition may tell of them.
  ///
  /// That a talk at nine breaks "one at a time in a community" says that something else is held
  /// there at nine. In public it is told only where that can be nothing hidden, and whether it can
  /// be is asked of what the public knows: of the days of what is announced by its date, and of
  /// whether the office holds anything internal at all. Where that is held must not show here.
  func overrides(
    of activity: Activity, on days: ClosedRange<Day>, in edition: Publication.Edition
  ) -> Set<HardRule> {
    let overrides = source.overrides[activity.id] ?? []
    guard edition == .public else { return overrides }
    let hasInternal = program.requirements.elements.contains { $0.announcement == .internal }
    guard hasInternal || days.contains(where: hiddenDays.contains) else { return overrides }
    return overrides.filter { !$0.concernsOthers }
  }
}
