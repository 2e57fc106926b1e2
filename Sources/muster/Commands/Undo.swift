import ArgumentParser
import Drills
import Office
import Record

struct Undo: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo", abstract: Phrases.help.undo, discussion: Phrases.help.undoExamples)
  }

  @Argument(help: .init(Phrases.help.identifier)) var id: String?
  @Option(help: .init(Phrases.help.undoCount, valueName: "number")) var count: Int?
  @Option(help: .init(Phrases.help.undoProblem, valueName: "number")) var problem: Int?
  @Option(help: .init(Phrases.help.undoMend, valueName: "number")) var mend: Int?
  @Option(help: .init(Phrases.help.undoEntry, valueName: "number")) var entry: Int?
  @Option(help: .init(Phrases.help.undoStage, valueName: "number")) var stage: Int?
  @Option(help: .init(Phrases.help.undoDecision, valueName: "number")) var decision: Int?
  @OptionGroup var deciding: DecidingOptions

  private var common: CommonOptions { deciding.common }
  private var author: AuthorOptions { deciding.author }
  private var numbered: [(kind: Retractable, number: Int)] {
    [(.count, count), (.problem, problem), (.mending, mend), (.work, entry), (.outcome, stage)]
      .compactMap { kind, number in number.map { (kind, $0) } }
  }

  func validate() throws {
    guard [id != nil, decision != nil].count(where: { $0 }) + numbered.count == 1 else {
      throw ValidationError(Phrases.oneOfUndo)
    }
    let isDecided =
      deciding.isDryRun || deciding.reason != nil || !deciding.words.isEmpty
      || deciding.format == .json
    if isDecided, decision == nil { throw ValidationError(Phrases.onlyOfDecisions) }
  }

  func run() async throws {
    if let decision {
      try await takeBack(decision)
      return
    }
    let office = Office(folder: try common.workspace(nil))
    if let (kind, number) = numbered.first {
      try office.retract(
        kind, number, by: author.name, at: common.nowInstant, warn: Terminal.warn)
      Terminal.print([kind.retracted(number, in: Phrases.language)])
    } else if let id {
      try withdraw(id, in: office)
    }
  }

  /// A decision is taken back by another one.
  private func takeBack(_ decision: Int) async throws {
    var command = TakeBackCommand()
    command.decision = decision
    command.deciding = deciding
    try await command.run()
  }

  private func withdraw(_ id: String, in office: Office) throws {
    let register = try office.register()
    Terminal.warn(try register.record.clockWarning(at: common.nowInstant))
    let undone = try office.undo(id, in: register, by: author.name, at: common.nowInstant)
    Terminal.print([undone.text(in: Phrases.language)])
    try office.publish(register, at: common.nowInstant, warn: Terminal.warn)
  }
}
