import ArgumentParser
import Office

struct CancelCommand: DecisionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cancel", abstract: Phrases.help.cancel,
      discussion: Phrases.help.cancelExamples)
  }

  @Argument(help: .init(Phrases.help.identifier)) var id: String
  @Flag(help: .init(Phrases.help.restore)) var restore = false
  @OptionGroup var deciding: DecidingOptions

  var request: any DecisionRequest { restore ? Restore(id) : Cancel(id) }
}
