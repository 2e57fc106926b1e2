import ArgumentParser
import Drills
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

  func run() throws {
    let session = try Session(folder: try common.workspace(workspace), tellsWarnings: false)
    let published = try PublishedPlan(session, revision: revision)
    if revision == nil { try published.tellWhatNoLongerHolds(session, at: common.nowInstant) }
    let view = try published.view(now: common.nowInstant)
    if format == .json {
      Terminal.print([
        try PlanDocument(
          view, base: try published.base(), blocks: try published.decisions().blocks.map(\.closure)
        ).json()
      ])
      return
    }
    let entries = try chosen(from: view)
    let text = PlanText(view, language: Terminal.language, style: Terminal.style)
    let isWhole = community == nil && team == nil
    Terminal.print(
      list || !isWhole
        ? text.list(of: entries, showsHost: community == nil)
        : text.monthGrid(of: entries, columns: max(80, Terminal.columns)))
  }

  /// All entries, or those of one community or one team.
  private func chosen(from view: PlanView) throws -> [PlanView.Entry] {
    let program = view.agenda.program
    var entries = view.entries
    if let community {
      guard community == Organizer.id || program.communities[community] != nil else {
        throw Failure(
          .noInput, Phrases.unknown(community, among: program.communities.elements.map(\.id)))
      }
      let row = program.communities.row(of: community)
      entries = entries.filter { entry in
        entry.host == community
          || row.map { view.agenda.attendees(of: entry.activity).contains($0) } ?? false
      }
    }
    if let team {
      guard program.teams[team] != nil else {
        throw Failure(.noInput, Phrases.unknown(team, among: program.teams.elements.map(\.id)))
      }
      entries = entries.filter { $0.placement?.teams.values.contains(team) ?? false }
    }
    return entries
  }
}
