package import Drills
package import Reports
package import Scheduling

/// A plan that was made, saved unless it was only tried, and what it changes.
package struct Planned: Sendable {
  /// With the number that it got; 0 where nothing was saved.
  package let view: PlanView
  package let changes: ChangeReport
  /// What it was made in the face of.
  package let circumstances: Circumstances
  package let isSaved: Bool
  /// Whether a limit or a wish ended the search, not its own criterion: made again, it may differ.
  package let isCut: Bool
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
    isCut = [.timeLimit, .cancelled].contains(found.stopped)
    let program = found.standing.program
    warnings =
      [found.standing.departure].compactMap(\.self)
      + found.brokenAmongFixed.map { .brokenAmongFixed(Breach($0, in: program)) }
    brokenPins = found.brokenPins
  }
}

extension Planned {
  /// What one more crew, or one more place, at each of the scarcest hours makes of the plan, by planning
  /// again; what places most first.
  ///
  /// The search's time limit is for each of them.
  package func reliefs(
    by search: SearchOptions, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) async -> [Relief] {
    let reinforcing = Reinforcing(view.agenda, in: circumstances, options: search)
    var reliefs: [Relief] = []
    for scarcity in scarcest where !shouldStop() {
      reliefs.append(
        await reinforcing.relief(
          scarcity, beside: view.revision.score, view.revision.bound, shouldStop: shouldStop))
    }
    return reliefs.enumerated().sorted {
      ($0.element.unplaced, $0.element.cost, $0.offset)
        < ($1.element.unplaced, $1.element.cost, $1.offset)
    }.map(\.element)
  }
}
