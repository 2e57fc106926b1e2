import ArgumentParser
import Drills
import Reports

struct Move: DecisionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "move", abstract: Phrases.help.move, discussion: Phrases.help.moveExamples)
  }

  @Argument(help: .init(Phrases.help.identifier)) var id: String
  @Option(help: .init(Phrases.help.moveTo, valueName: "2024-06-18T14:00")) var to: MomentOption
  @Option(help: .init(Phrases.help.moveVenue, valueName: "id")) var venue: String?
  @Option(help: .init(Phrases.help.moveTeam, valueName: "role=id")) var team: [TeamOption] = []
  @Option(help: .init(Phrases.help.override)) var override: [RuleOption] = []
  @OptionGroup var deciding: DecidingOptions

  func decision(at desk: Desk) throws -> (decision: Decision, notes: [String]) {
    let activity = try desk.activity(id)
    guard desk.completions[activity.id] == nil else {
      throw Failure(.no, Phrases.doneStays(activity.id))
    }
    guard desk.standing.cancelled[activity.id] == nil else {
      throw Failure(.no, Phrases.restoreFirst(activity.id))
    }
    let requirement = desk.agenda.requirement(of: activity)
    var goal = Placement(day: to.moment.day, start: to.moment.minute)
    var fields: Set<Fixing.Field> = [.day, .start]
    if let venue {
      goal.venue = try desk.program.known(venue, in: \.venues)
      fields.insert(.venue)
    }
    for choice in team {
      guard requirement.crews.contains(where: { $0.role == choice.role }) else {
        throw Failure(
          .usage, Phrases.unknown(choice.role, among: requirement.crews.map(\.role)))
      }
      goal.teams[choice.role] = try desk.program.known(choice.team, in: \.teams)
      fields.insert(.teams)
    }
    if fields.contains(.teams) {
      // A role that is not named keeps its team.
      goal.teams.merge(
        desk.placements[activity.id]?.teams ?? [:], uniquingKeysWith: { named, _ in named })
    }
    let trial = MoveTrial(
      to: goal, fields: fields, of: activity, in: desk.published.revision.plan, desk.agenda,
      desk.circumstances)
    let named = Set(override.map(\.rule))
    let left = trial.broken.filter { !named.contains($0.rule) }
    guard left.isEmpty else {
      throw Failure(
        .no, Phrases.moveRefused(activity.id, goal.moment, trial, left, in: desk.program))
    }
    let overridden = named.intersection(trial.rules)
    let decision = try deciding.decision(
      .move(activity.id, to: trial.placement, fields: fields, overrides: overridden))
    return (
      decision,
      Phrases.moveNotes(trial, overriding: overridden, unneeded: named.subtracting(overridden))
    )
  }
}
