import ArgumentParser
import Drills
import Office
import Reports

struct Diff: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff", abstract: Phrases.help.diff, discussion: Phrases.help.diffExamples)
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, html
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.diffRevisions, valueName: "revision"))
  var revisions: [Int] = []
  @Option(help: .init(Phrases.help.community)) var community: String?
  @Option(help: .init(Phrases.help.diffFormat)) var format = Format.table
  @OptionGroup var draft: DraftOptions

  func validate() throws {
    if revisions.count > 2 { throw ValidationError(Phrases.twoRevisions) }
    if draft.isDraft, revisions.count > 1 { throw ValidationError(Phrases.draftOrRevision) }
  }

  func run() throws {
    let standing = try Office(folder: try common.workspace(nil)).standing(at: common.nowInstant)
    standing.cautions(showing: draft.choice).forEach(Terminal.warn)
    let comparison = try standing.comparison(
      from: revisions.first, to: revisions.dropFirst().first, draft.choice, community: community)
    switch format {
    case .table:
      Terminal.print(comparison.page(in: Phrases.language).text(style: Terminal.style))
    case .html: Terminal.print([comparison.page(in: Phrases.language).html])
    case .json:
      Terminal.print([
        try DiffDocument(
          comparison.diff, from: comparison.from?.number, to: comparison.to.number,
          isDraft: !comparison.to.isPublished, in: comparison.program
        ).json()
      ])
    }
  }
}
