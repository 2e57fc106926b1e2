import ArgumentParser
import Office

struct MoveCommand: DecisionCommand {
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

  var request: any DecisionRequest {
    Move(
      id, to: to.moment, venue: venue, teams: team.map { Move.Crew(role: $0.role, team: $0.team) },
      overriding: Set(override.map(\.rule)))
  }
}
