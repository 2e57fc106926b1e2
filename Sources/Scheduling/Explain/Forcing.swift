package import Drills

/// What plans follow if a person puts one activity elsewhere: each found by planning again.
package struct Forcing: Sendable {
  private let agenda: Agenda
  private let circumstances: Circumstances
  private let options: SearchOptions

  /// The time limit of `options` is for all that is asked together.
  package init(_ agenda: Agenda, in circumstances: Circumstances, options: SearchOptions) {
    self.agenda = agenda
    self.circumstances = circumstances
    self.options = options
  }

  /// For each place, of which `fields` are meant, the plan in which the activity keeps to it; nothing
  /// where none was found, or was to be looked for no more.
  package func outcomes(
    of id: DutyID, at places: [Placement], _ fields: Set<Fixing.Field>,
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) async -> [Outcome?] {
    let criterion = StoppingCriterion(timeLimitSeconds: nil, shouldStop: shouldStop)
    var outcomes: [Outcome?] = []
    for (index, place) in places.enumerated() {
      var forced = circumstances
      // A later move replaces what was pinned or overridden before.
      forced.fixed[id] = Fixing(reason: .pinned, fields: fields, placement: place)
      forced.overrides[id] = nil
      var options = options
      options.timeLimitSeconds = options.timeLimitSeconds.map {
        max(0.1, ($0 - criterion.seconds) / Double(places.count - index))
      }
      guard criterion.reason() == nil else {
        outcomes.append(nil)
        continue
      }
      let outcome = await Scheduler(agenda, in: forced, options: options)
        .run(shouldStop: shouldStop)
      outcomes.append(outcome.plan[id] == nil ? nil : outcome)
    }
    return outcomes
  }
}
