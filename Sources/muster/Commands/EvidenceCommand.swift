import ArgumentParser
import Drills
import Office
import Reports

struct EvidenceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "evidence", abstract: Phrases.help.evidence,
      subcommands: [EvidenceList.self, Withhold.self])
  }
}

struct EvidenceList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Phrases.help.evidenceList)
  }

  @OptionGroup var common: CommonOptions
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

  func run() throws {
    let evidence = try Office(folder: try common.workspace(nil)).keptEvidence()
    switch format {
    case .json: Terminal.print([try EvidenceDocument(evidence).json()])
    case .table:
      Terminal.print(
        evidence.isEmpty
          ? [Phrases.noEvidence] : evidence.map { $0.text(in: Phrases.language) })
    }
  }
}

struct Withhold: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "withhold", abstract: Phrases.help.withhold,
      discussion: Phrases.help.withholdExamples)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Argument(help: .init(Phrases.help.evidenceHash)) var hash: String
  @Option(help: .init(Phrases.help.withholdWords)) var words = ""

  func run() throws {
    let withholding = try Office(folder: try common.workspace(nil))
      .withhold(hash, because: words, by: author.name, at: common.nowInstant)
    Terminal.print([withholding.text(in: Phrases.language)])
  }
}
