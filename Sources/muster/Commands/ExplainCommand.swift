import ArgumentParser
import Drills
import Office
import Reports

struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain", abstract: Phrases.help.explain,
      discussion: Phrases.help.explainExamples)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.identifier)) var id: String
  @Option(help: .init(Phrases.help.explainAt, valueName: "2024-06-13T14:00")) var at: MomentOption?
  @Flag(name: .customLong("deep"), help: .init(Phrases.help.explainDeep)) var isDeep = false
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

  func run() throws {
    let standing = try Office(folder: try common.workspace(nil)).standing(at: common.nowInstant)
    standing.cautions.forEach(Terminal.warn)
    Terminal.warn(try standing.pinWarning(of: id))
    let explanation = try standing.explanation(of: id, at: at?.moment, isDeep: isDeep)
    switch format {
    case .json: Terminal.print([try ExplainDocument(explanation, in: standing.program).json()])
    case .table:
      Terminal.print(
        ExplainReport(explanation, in: standing.agenda).lines(
          in: Phrases.language, style: Terminal.style))
    }
  }
}
