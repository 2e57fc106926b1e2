import ArgumentParser
import Drills
import Feeds
import Office
import Reports

struct RevealCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reveal", abstract: Phrases.help.reveal, discussion: Phrases.help.revealExample)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Argument(help: .init(Phrases.help.identifier)) var id: String
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

  func run() throws {
    let standing = try Office(folder: try common.workspace(nil)).standing(at: common.nowInstant)
    standing.cautions.forEach(Terminal.warn)
    let revealed = try standing.reveal(id, by: author.name)
    let seal = revealed.seal
    let commitment = revealed.commitment
    switch format {
    case .table:
      Terminal.print(revealed.lines(in: Phrases.language))
    case .json:
      Terminal.print([
        try RevealDocument(
          id: seal.activity, start: standing.program.zone.timestamp(of: seal.start),
          salt: seal.salt, opening: commitment.opening, commitment: commitment.hash
        ).json()
      ])
    }
  }
}

private struct RevealDocument: Encodable {
  let id: DutyID
  let start: String
  let salt: String
  let opening: String
  let commitment: String
}
