import ArgumentParser
import Drills
import Office
import Reports

struct ExplainCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain", abstract: Phrases.help.explain,
      discussion: Phrases.help.explainExamples)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.identifier)) var id: String
  @Option(help: .init(Phrases.help.explainAt, valueName: "2024-06-13T14:00")) var at: MomentOption?
  @Flag(name: .customLong("deep"), help: .init(Phrases.help.explainDeep)) var isDeep = false
  @Flag(name: .customLong("all"), help: .init(Phrases.help.explainAll)) var isOpen = false
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table
  @OptionGroup var search: SearchFlags

  func run() async throws {
    let standing = try Office(folder: try common.workspace(nil)).standing(at: common.nowInstant)
    standing.cautions.forEach(Terminal.warn)
    Terminal.warn(try standing.pinWarning(of: id))
    var explanation = try standing.explanation(of: id, at: at?.moment)
    if isDeep {
      explanation = try await standing.deepened(
        explanation, by: search.options, shouldStop: search.watch().shouldStop)
    }
    switch format {
    case .json: Terminal.print([try ExplainDocument(explanation, in: standing.program).json()])
    case .table:
      Terminal.print(
        ExplainReport(explanation, in: standing.agenda, isOpen: isOpen).lines(
          in: Phrases.language, style: Terminal.style))
    }
  }
}
