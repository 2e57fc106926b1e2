import ArgumentParser
import Drills
import Office
import Reports

struct Show: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: Phrases.help.show)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.workspaceArgument)) var workspace: String?
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table
  @Flag(help: .init(Phrases.help.list)) var list = false
  @Option(help: .init(Phrases.help.community)) var community: String?
  @Option(help: .init(Phrases.help.team)) var team: String?
  @Option(help: .init(Phrases.help.revision)) var revision: Int?
  @OptionGroup var draft: DraftOptions

  func validate() throws {
    if draft.isDraft, revision != nil { throw ValidationError(Phrases.draftOrRevision) }
  }

  func run() throws {
    let standing = try Office(folder: try common.workspace(workspace))
      .standing(at: common.nowInstant)
    if revision == nil { standing.cautions(showing: draft.choice).forEach(Terminal.warn) }
    let shown = try standing.shown(draft.choice, revision: revision)
    let entries = try shown.view.entries(ofCommunity: community, team: team)
    if format == .json {
      let chosen = Set(entries.map(\.activity.id))
      Terminal.print([
        try PlanDocument(
          shown.view, base: shown.base, blocks: shown.blocks,
          of: community == nil && team == nil ? nil : chosen,
          community: community.map(shown.view.agenda.program.host)
        ).json()
      ])
      return
    }
    let text = PlanText(shown.view, language: Phrases.language, style: Terminal.style)
    let isWhole = community == nil && team == nil
    Terminal.print(
      text.heading
        + (list || !isWhole
          ? text.list(of: entries, showsHost: community == nil)
          : text.monthGrid(of: entries, columns: max(80, Terminal.columns))))
  }
}
