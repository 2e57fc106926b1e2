import ArgumentParser
import Drills

/// What `undo --decision N` does; a line of a what-if may say `undo --decision N` too.
struct UndoDecision: DecisionCommand {
  static var configuration: CommandConfiguration { CommandConfiguration(commandName: "undo") }

  @Option(help: .init(Phrases.help.undoDecision, valueName: "number")) var decision: Int
  @OptionGroup var deciding: DecidingOptions

  func decision(at desk: Desk) throws -> (decision: Decision, notes: [String]) {
    guard let found = desk.decisions.first(where: { $0.number == decision }) else {
      throw Failure(.no, Phrases.noSuchDecision(decision))
    }
    guard !StandingDecisions.undone(desk.decisions).contains(decision) else {
      throw Failure(.no, Phrases.undoneAlready(decision))
    }
    return (try deciding.decision(.undo(decision)), [Phrases.takesBack(found)])
  }
}
