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
  @Flag(name: .customLong("explain"), help: .init(Phrases.help.planExplain)) var explains = false
  @OptionGroup var search: SearchFlags

  func run() async throws {
    let session = try Session(folder: try common.workspace(workspace))
    let record = isDryRun ? try session.existingRecord() : try session.openOrCreateRecord()
    if try record?.latestRevision() != nil {
      try PublishedPlan(session).tellWhatNoLongerHolds(session, at: common.nowInstant)
    }
    var planning = Planning(session, record, search, by: author.name, at: common.nowInstant)
    planning.baseRevision = baseRevision
    planning.isFromScratch = isFromScratch
    Interruption.begin()
    while true {
      let before = try record.map { try RecordNews($0) }
      let outcome = try await planning.run()
      if try report(outcome, session) { return }
      // Somebody decided or recorded something meanwhile: plan again on top of it.
      Terminal.warn(Phrases.replanning)
      if let before, let record { Terminal.warn(try before.lines(until: record)) }
    }
  }

  /// Saves and shows an outcome; false if the record had changed since planning began.
  private func report(_ planned: Planned, _ session: Session) throws -> Bool {
    var revision = planned.revision
    var feedFiles = 0
    // Before the new revision stands: what it changes is asked of what is published.
    let draft = try planned.view(in: session, at: common.nowInstant)
    let changes = try planned.changes(in: session, draft, at: common.nowInstant)
    if !isDryRun {
      guard let saved = try planned.save(in: session, by: author.name, at: common.nowInstant) else {
        return false
      }
      revision = saved.revision
      feedFiles = saved.feedFiles
    }
    let view = try planned.view(in: session, saved: revision, at: common.nowInstant)
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
        view, changes: changes.diff, language: Terminal.language, style: Terminal.style)
      Terminal.print(summary.lines() + changes.lines(in: Terminal.language, style: Terminal.style))
      Terminal.print([
        isDryRun
          ? Phrases.nothingWritten
          : Phrases.saved(
            revision.number, feeds: FeedFolder(workspace: session.folder).url.path,
            written: feedFiles)
      ])
    }
    if explains { tellScarcity(planned, session) }
    for pin in planned.brokenPins { Terminal.warn(Phrases.pinNotHeld(pin)) }
    if revision.score.unplaced > 0 { throw ExitCode(Failure.Status.no.rawValue) }
    return true
  }

  /// After the plan; beside JSON to stderr, so that what is printed stays one document.
  private func tellScarcity(_ planned: Planned, _ session: Session) {
    let words = Words(Terminal.language)
    let lines = planned.scarcest.map { "  " + words.scarcity($0, in: session.program) }
    let told = lines.isEmpty ? [Phrases.nothingScarce] : [Phrases.scarcest] + lines
    if format == .json { told.forEach { Terminal.warn($0) } } else { Terminal.print(told) }
  }
}
