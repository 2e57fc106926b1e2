import ArgumentParser
import Drills
import Office
import Record
import Reports

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
    let folder = try common.workspace(nil)
    if let (kind, number) = numbered.first {
      let record = try Session(folder: folder, tellsWarnings: false).existingRecord()
      try record?.tellIfClockIsBehind(common.nowInstant)
      guard let record,
        try record.retract(kind, number, by: author.name, at: common.nowInstant)
      else { throw Failure(.no, Phrases.nothingToRetract(kind, number)) }
      Terminal.print([Phrases.retracted(kind, number)])
    } else if let id {
      try withdraw(id, in: DoneDesk(folder: folder))
    }
  }

  /// A decision is taken back by another one.
  private func takeBack(_ decision: Int) async throws {
    var command = TakeBackCommand()
    command.decision = decision
    command.deciding = deciding
    try await command.run()
  }

  private func withdraw(_ id: String, in office: DoneDesk) throws {
    let subject = try Identifier(in: office.register).subject(id)
    try office.record.tellIfClockIsBehind(common.nowInstant)
    let taken = try office.record.withdraw(
      newestOf: subject.id, by: author.name, at: common.nowInstant)
    guard let taken else {
      if let host = subject.completion?.sharedFrom {
        throw Failure(.no, Phrases.undoHostInstead(subject.id, host))
      }
      throw Failure(.no, Phrases.nothingToUndo(subject.id))
    }
    let standing = try office.register.completion(of: subject.id)
    Terminal.print([Phrases.undone(subject.id, taken, standing: standing)])
    try office.publish(at: common.nowInstant)
  }
}
