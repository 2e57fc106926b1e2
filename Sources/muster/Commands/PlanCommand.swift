import ArgumentParser
import Drills
import Foundation
import Office
import Reports
import Workspace

struct PlanCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "plan", abstract: Phrases.help.plan)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Argument(help: .init(Phrases.help.workspaceArgument)) var workspace: String?
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table
  @Flag(name: .customLong("draft"), help: .init(Phrases.help.planDraft)) var isDraft = false
  @Flag(name: .customLong("dry-run"), help: .init(Phrases.help.dryRun)) var isDryRun = false
  @Flag(name: .customLong("from-scratch"), help: .init(Phrases.help.fromScratch))
  var isFromScratch = false
  @Option(name: .customLong("base"), help: .init(Phrases.help.base)) var baseRevision: Int?
  @Flag(name: .customLong("begin-anew"), help: .init(Phrases.help.beginAnew))
  var beginsAnew = false
  @Flag(name: .customLong("explain"), help: .init(Phrases.help.planExplain)) var explains = false
  @Flag(name: .customLong("deep"), help: .init(Phrases.help.planDeep)) var isDeep = false
  @OptionGroup var search: SearchFlags

  func run() async throws {
    var office = Office(folder: try common.workspace(workspace))
    office.beginsAnew = beginsAnew
    let standing = try standing(in: office)
    Terminal.tell(standing.reading.warnings, as: Phrases.warning)
    standing.cautions.forEach(Terminal.warn)
    Terminal.warn(standing.clockWarning)
    var planning = Planning(search.options, by: author.name)
    planning.base = baseRevision
    planning.isFromScratch = isFromScratch
    planning.isDraft = isDraft
    planning.isDryRun = isDryRun
    let planned = try await standing.plan(planning, watch: search.watch())
    planned.warnings.forEach(Terminal.warn)
    try show(planned, of: standing)
    if explains || isDeep { await tellScarcity(planned, standing.program) }
    planned.brokenPins.forEach(Terminal.warn)
    if planned.isShort { throw ExitCode(Failure.Status.no.rawValue) }
  }

  private func standing(in office: Office) throws(Refusal) -> Standing {
    do {
      return try office.standing(at: common.nowInstant)
    } catch {
      if case .workspace(_, let warnings) = error.reason {
        Terminal.tell(warnings, as: Phrases.warning)
      }
      throw error
    }
  }

  private func show(_ planned: Planned, of standing: Standing) throws {
    switch format {
    case .json:
      Terminal.print([
        try PlanDocument(
          planned.view, base: planned.circumstances.base, blocks: planned.circumstances.blocks,
          isSaved: planned.isSaved
        ).json()
      ])
    case .table:
      Terminal.print(planned.lines())
      Terminal.print([outcome(planned, standing.office.feedFolder)])
      if planned.isSaved, let draft = standing.draft?.revision.number {
        Terminal.print([Phrases.replacesDraft(draft)])
      }
    }
  }

  private func outcome(_ planned: Planned, _ feeds: FeedFolder) -> String {
    guard planned.isSaved else { return Phrases.nothingWritten }
    let number = planned.view.revision.number
    return isDraft
      ? Phrases.savedDraft(number, feeds: feeds.privateURL.path, written: planned.feedFiles)
      : Phrases.saved(number, feeds: feeds.url.path, written: planned.feedFiles)
  }

  /// After the plan; beside JSON to stderr, so that what is printed stays one document.
  private func tellScarcity(_ planned: Planned, _ program: Program) async {
    let words = Words(Phrases.language)
    var told = planned.scarcest.map { "  " + words.scarcity($0, in: program) }
    if isDeep {
      told = await planned.reliefs(by: search.options, shouldStop: search.watch().shouldStop)
        .map { "  " + words.relief($0, in: program) }
    }
    let heading = isDeep ? Phrases.reliefs : Phrases.scarcest
    let lines = told.isEmpty ? [Phrases.nothingScarce] : [heading] + told
    if format == .json { lines.forEach { Terminal.warn($0) } } else { Terminal.print(lines) }
  }
}
