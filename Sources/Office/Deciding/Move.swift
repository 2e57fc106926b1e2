package import Drills

/// Puts an activity elsewhere with the next plan.
package struct Move: DecisionRequest {
  package struct Crew: Hashable, Sendable {
    package var role: String
    package var team: String

    package init(role: String, team: String) {
      self.role = role
      self.team = team
    }
  }

  package var activity: String
  /// Local time of the plan's zone.
  package var start: Moment
  /// Nothing: any that it may have.
  package var venue: String?
  /// A role that is not named keeps its team.
  package var teams: [Crew]
  package var overrides: Set<HardRule>

  package init(
    _ activity: String, to start: Moment, venue: String? = nil, teams: [Crew] = [],
    overriding overrides: Set<HardRule> = []
  ) {
    self.activity = activity
    self.start = start
    self.venue = venue
    self.teams = teams
    self.overrides = overrides
  }

  package func ruling(at standing: Standing, on grounds: Grounds) throws(Refusal) -> Ruling {
    let plan = try standing.basis().plan.revision.plan
    let activity = try standing.activity(activity)
    guard standing.done[activity.id] == nil else { throw .deciding(.isDone(activity.id)) }
    guard standing.standingDecisions.cancelled[activity.id] == nil else {
      throw .deciding(.isCancelled(activity.id))
    }
    let (goal, fields) = try goal(for: activity, at: standing)
    let trial = MoveTrial(
      to: goal, fields: fields, of: activity, in: plan, standing.agenda, standing.circumstances)
    let left = trial.broken.filter { !overrides.contains($0.rule) }
    guard left.isEmpty else {
      let breaches = left.map { Breach($0, in: standing.program) }
      throw .deciding(.breaks(activity.id, at: goal.moment, breaches))
    }
    let overridden = overrides.intersection(trial.rules)
    return Ruling(
      .move(activity.id, to: trial.placement, fields: fields, overrides: overridden),
      notes: notes(trial, overriding: overridden))
  }

  /// Where it is to go, and which fields of that were named.
  private func goal(
    for activity: Activity, at standing: Standing
  ) throws(Refusal) -> (Placement, Set<Fixing.Field>) {
    var goal = Placement(day: start.day, start: start.minute)
    var fields: Set<Fixing.Field> = [.day, .start]
    if let venue {
      goal.venue = try standing.program.known(venue, as: .venue, in: \.venues)
      fields.insert(.venue)
    }
    let roles = standing.agenda.requirement(of: activity).crews.map(\.role)
    for crew in teams {
      guard roles.contains(crew.role) else {
        throw .naming(.notOneOf(.team, crew.role, roles))
      }
      goal.teams[crew.role] = try standing.program.known(crew.team, as: .team, in: \.teams)
      fields.insert(.teams)
    }
    if fields.contains(.teams) {
      let published = try standing.basis().plan.revision.plan[activity.id]?.teams ?? [:]
      goal.teams.merge(published, uniquingKeysWith: { named, _ in named })
    }
    return (goal, fields)
  }

  private func notes(_ trial: MoveTrial, overriding overridden: Set<HardRule>) -> [Note] {
    var notes: [Note] = []
    if !overridden.isEmpty { notes.append(.overrides(overridden)) }
    let unneeded = overrides.subtracting(overridden)
    if !unneeded.isEmpty { notes.append(.overridesNothing(unneeded)) }
    return notes
  }
}
