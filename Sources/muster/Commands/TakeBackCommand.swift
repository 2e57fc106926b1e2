import ArgumentParser
import Office

/// What `undo --decision N` does; a line of a what-if may say `undo --decision N` too.
struct TakeBackCommand: DecisionCommand {
  static var configuration: CommandConfiguration { CommandConfiguration(commandName: "undo") }

  @Option(help: .init(Phrases.help.undoDecision, valueName: "number")) var decision: Int
  @OptionGroup var deciding: DecidingOptions

  var request: any DecisionRequest { TakeBack(decision) }
}
