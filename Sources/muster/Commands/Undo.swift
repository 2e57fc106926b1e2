import ArgumentParser
import Drills
import Record
import Reports

struct Undo: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo", abstract: Phrases.help.undo, discussion: Phrases.help.undoExamples)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Argument(help: .init(Phrases.help.identifier)) var id: String?
  @Option(help: .init(Phrases.help.undoCount, valueName: "number")) var count: Int?
  @Option(help: .init(Phrases.help.undoProblem, valueName: "number")) var problem: Int?
  @Option(help: .init(Phrases.help.undoMend, valueName: "number")) var mend: Int?
  @Option(help: .init(Phrases.help.undoEntry, valueName: "number")) var entry: Int?
  @Option(help: .init(Phrases.help.undoStage, valueName: "number")) var stage: Int?
  @Option(help: .init(Phrases.help.undoDecision, valueName: "number")) var decision: Int?
  @Flag(name: .customLong("dry-run"), help: .init(Phrases.help.decisionDryRun))
  var isDryRun = false

  private var numbered: [(kind: Retractable, number: Int)] {
    [(.count, count), (.problem, problem), (.mending, mend), (.work, entry), (.outcome, stage)]
      .compactMap { kind, number in number.map { (kind, $0) } }
  }

  func validate() throws {
    guard [id != nil, decision != nil].count(where: { $0 }) + numbered.count == 1 else {
      throw ValidationError(Phrases.oneOfUndo)
    }
    if isDryRun, decision == nil { throw ValidationError(Phrases.dryRunIsForDecisions) }
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
      try withdraw(id, in: Office(folder: folder))
    }
  }

  /// A decision is taken back by another one.
  private func takeBack(_ decision: Int) async throws {
    var arguments = ["--decision", String(decision), "--by", author.name]
    if let folder = common.folder { arguments += ["-C", folder] }
    if let now = common.now { arguments += ["--now", now.text] }
    if isDryRun { arguments.append("--dry-run") }
    let command = try UndoDecision.parse(arguments)
    try await command.run()
  }

  private func withdraw(_ id: String, in office: Office) throws {
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
