import ArgumentParser
import Drills
import Office

struct PinCommand: DecisionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "pin", abstract: Phrases.help.pin, discussion: Phrases.help.pinExamples)
  }

  @Argument(help: .init(Phrases.help.identifier)) var id: String
  @Flag(help: .init(Phrases.help.pinDate)) var date = false
  @Flag(help: .init(Phrases.help.pinTime)) var time = false
  @Flag(help: .init(Phrases.help.pinVenue)) var venue = false
  @Flag(help: .init(Phrases.help.pinTeams)) var teams = false
  @OptionGroup var deciding: DecidingOptions

  /// Those that are named; all where none is.
  private var fields: Set<Fixing.Field> {
    let named: [(Bool, Fixing.Field)] = [
      (date, .day), (time, .start), (venue, .venue), (teams, .teams),
    ]
    let fields = Set(named.filter(\.0).map(\.1))
    return fields.isEmpty ? Set(Fixing.Field.allCases) : fields
  }

  var request: any DecisionRequest { Pin(id, fields) }
}

struct UnpinCommand: DecisionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "unpin", abstract: Phrases.help.unpin, discussion: Phrases.help.unpinExamples)
  }

  @Argument(help: .init(Phrases.help.identifier)) var id: String
  @OptionGroup var deciding: DecidingOptions

  var request: any DecisionRequest { Unpin(id) }
}
