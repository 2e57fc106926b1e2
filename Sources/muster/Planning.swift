import Drills
import Feeds
import Foundation
import Record
import Reports
import Scheduling
import Workspace

/// One run of the scheduler on a workspace and its record.
struct Planning {
  private let session: Session
  private let options: PlanCommand
  private let record: Record?

  init(_ session: Session, _ options: PlanCommand) throws {
    self.session = session
    self.options = options
    record =
      options.isDryRun ? try session.existingRecord() : try session.openOrCreateRecord()
  }

  func run() async throws -> Planned {
    let zone = session.program.zone
    let now = zone.moment(at: options.common.nowInstant)
    try record?.tellIfClockIsBehind(options.common.nowInstant)
    let token = try record?.token()
    let base = try baseRevision()
    let completions = try record?.standingCompletionLists() ?? [:]
    var circumstances = Circumstances(
      agenda: session.agenda, published: base?.plan.placements ?? [:],
      completions: completions.compactMapValues(\.last), now: now)
    if options.isFromScratch { circumstances.forgetPrices() }
    let outcome = await schedule(in: circumstances)
    let verdict = PlanChecker(session.agenda, in: circumstances).check(outcome.plan)
    guard verdict.isValid, verdict.score == outcome.score else {
      throw Failure(.bug, Phrases.brokenPlan(verdict.violations.map(\.description)))
    }
    for violation in verdict.reported { Terminal.warn(Phrases.brokenAmongFixed(violation)) }
    return Planned(
      circumstances: circumstances, completions: completions, token: token,
      revision: Revision(
        number: 0, base: base?.number, savedAt: options.common.nowInstant,
        savedBy: options.author.name, seed: options.seed, now: options.common.nowInstant,
        score: outcome.score, bound: outcome.bound, plan: outcome.plan,
        cancelled: circumstances.cancelled, fixed: circumstances.fixed))
  }

  private func baseRevision() throws -> Revision? {
    guard let number = options.baseRevision else { return try record?.latestRevision() }
    guard let revision = try record?.revision(number) else {
      throw Failure(.noInput, Phrases.noSuchRevision(number))
    }
    return revision
  }

  private func schedule(in circumstances: Circumstances) async -> Outcome {
    var search = SearchOptions()
    search.seed = options.seed
    search.gap = options.gapPercent / 100
    search.timeLimitSeconds = options.timeLimit.map { Double($0.seconds) } ?? 60
    search.threads = options.threads ?? ProcessInfo.processInfo.activeProcessorCount
    let scheduler = Scheduler(session.agenda, in: circumstances, options: search)
    let outcome = await scheduler.run(
      progress: {
        options.progress == .json ? Terminal.warn($0.json) : Terminal.progress(Phrases.progress($0))
      },
      shouldStop: { Interruption.isRequested })
    Terminal.progress("")
    return outcome
  }
}

/// A plan with all that it was made from, not saved yet.
struct Planned {
  let circumstances: Circumstances
  let completions: [String: [Completion]]
  let token: Record.Token?
  let revision: Revision

  /// Appends the plan to the record, then writes the feeds.
  ///
  /// - Returns: Nothing if somebody added to the record since the plan was begun.
  func save(
    in session: Session, by author: String, at instant: Int
  ) throws -> (revision: Revision, feedFiles: Int)? {
    let record = try session.openOrCreateRecord()
    return try FeedFolder(workspace: session.folder).locked { feeds in
      let publishing = try Publishing(
        agenda: session.agenda, revision: revision, completions: completions, record: record,
        folder: session.folder, now: instant)
      guard
        let saved = try record.save(
          revision, files: session.reading.files, roll: { DutyRoll(session.agenda) },
          publications: publishing.changed, seals: publishing.newSeals,
          ifUnchangedSince: token ?? record.token())
      else { return nil }
      return (saved, try publishing.write(to: feeds))
    }
  }
}
