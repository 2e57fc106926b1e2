package import Drills
package import Reports

/// A plan that was made, saved unless it was only tried, and what it changes.
package struct Planned: Sendable {
  /// With the number that it got; 0 where nothing was saved.
  package let view: PlanView
  package let changes: ChangeReport
  /// What it was made in the face of.
  package let circumstances: Circumstances
  package let isSaved: Bool
  /// How many files of the feeds changed.
  package let feedFiles: Int
  /// The dearest hours of teams and shared venues, the dearest first.
  package let scarcest: [Scarcity]
  package let warnings: [Warning]
  /// What became of pins and moves that it does not keep to.
  package let brokenPins: [Warning]

  init(
    _ found: FoundPlan, _ view: PlanView, _ changes: ChangeReport, feedFiles: Int?
  ) {
    self.view = view
    self.changes = changes
    circumstances = found.circumstances
    isSaved = feedFiles != nil
    self.feedFiles = feedFiles ?? 0
    scarcest = found.scarcest
    warnings =
      [found.standing.departure].compactMap(\.self)
      + found.brokenAmongFixed.map(Warning.brokenAmongFixed)
    brokenPins = found.brokenPins.map(Warning.pinNotHeld)
  }
}
