import ArgumentParser
import Drills
import Foundation
import Feeds
import Record
import Reports
import Scheduling

struct PlanCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "plan", abstract: Phrases.help.plan)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Argument(help: .init(Phrases.help.workspaceArgument)) var workspace: String?
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table
  @Flag(name: .customLong("dry-run"), help: .init(Phrases.help.dryRun)) var isDryRun = false
  @Flag(name: .customLong("from-scratch"), help: .init(Phrases.help.fromScratch))
  var isFromScratch = false
  @Option(name: .customLong("base"), help: .init(Phrases.help.base)) var baseRevision: Int?
  @Option(help: .init(Phrases.help.seed)) var seed: UInt64 = 1
  @Option(name: .customLong("time-limit"), help: .init(Phrases.help.timeLimit))
  var timeLimit: DurationOption?
  @Option(name: .customLong("gap"), help: .init(Phrases.help.gap)) var gapPercent = 0.0
  @Option(help: .init(Phrases.help.threads)) var threads: Int?
  @Option(help: .init(Phrases.help.progress)) var progress = ProgressFormat.terminal

  func validate() throws {
    if gapPercent < 0 || !gapPercent.isFinite { throw ValidationError(Phrases.badGap) }
    if let threads, threads < 1 { throw ValidationError(Phrases.badThreads) }
  }

  func run() async throws {
    let session = try Session(folder: try common.workspace(workspace))
    Interruption.begin()
    while true {
      let outcome = try await Planning(session, self).run()
      if try report(outcome, session) { return }
      // Somebody decided or recorded something meanwhile: plan again on top of it.
      Terminal.warn(Phrases.replanning)
    }
  }

  /// Saves and shows an outcome; false if the record had changed since planning began.
  private func report(_ planned: Planned, _ session: Session) throws -> Bool {
    var revision = planned.revision
    var feedFiles = 0
    if !isDryRun {
      guard let saved = try planned.save(in: session, by: author.name, at: common.nowInstant) else {
        return false
      }
      revision = saved.revision
      feedFiles = saved.feedFiles
    }
    let view = PlanView(
      agenda: session.agenda, revision: revision, completions: planned.completions,
      sequences: try session.existingRecord()?.publicSequences() ?? [:],
      now: session.program.zone.moment(at: common.nowInstant))
    switch format {
    case .json:
      Terminal.print([
        try PlanDocument(
          view, base: planned.circumstances.base, blocks: planned.circumstances.blocks,
          isSaved: !isDryRun
        ).json()
      ])
    case .table:
      let summary = PlanSummary(
        view, base: planned.circumstances.base, language: Terminal.language,
        style: Terminal.style)
      Terminal.print(summary.lines())
      Terminal.print([
        isDryRun
          ? Phrases.nothingWritten
          : Phrases.saved(
            revision.number, feeds: FeedFolder(workspace: session.folder).url.path,
            written: feedFiles)
      ])
    }
    if revision.score.unplaced > 0 { throw ExitCode(Failure.Status.no.rawValue) }
    return true
  }
}
