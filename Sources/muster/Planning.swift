import Drills
import Feeds
import Foundation
import Office
import Record
import Reports
import Scheduling
import Workspace

/// One run of the scheduler on a workspace and its record.
struct Planning {
  private let session: Session
  private let record: Record?
  private let search: SearchFlags
  private let author: String
  /// Seconds since 1970.
  private let instant: Int
  var baseRevision: Int?
  var isFromScratch = false
  /// Decided, or only tried; nothing: what the record holds.
  var decisions: [Decision]?

  init(
    _ session: Session, _ record: Record?, _ search: SearchFlags, by author: String,
    at instant: Int
  ) {
    self.session = session
    self.record = record
    self.search = search
    self.author = author
    self.instant = instant
  }

  func run() async throws -> Planned {
    let now = session.program.zone.moment(at: instant)
    try record?.tellIfClockIsBehind(instant)
    let token = try record?.token()
    let base = try publishedRevision()
    let completions = try record?.standingCompletionLists() ?? [:]
    let standing = StandingDecisions(try decisions ?? record?.decisions() ?? [])
    var circumstances = Circumstances(
      agenda: session.agenda, published: base?.plan.placements ?? [:],
      completions: completions.compactMapValues(\.last), decisions: standing, now: now)
    let before = circumstances
    if isFromScratch { circumstances.forgetPrices() }
    let outcome = await schedule(in: circumstances)
    let verdict = PlanChecker(session.agenda, in: circumstances).check(outcome.plan)
    guard verdict.isValid, verdict.score == outcome.score else {
      throw Failure(.bug, Phrases.brokenPlan(verdict.violations.map(\.description)))
    }
    for violation in verdict.reported { Terminal.warn(Phrases.brokenAmongFixed(violation)) }
    return Planned(
      circumstances: circumstances, before: before, base: base, completions: completions,
      decisions: standing, token: token,
      revision: Revision(
        number: 0, base: base?.number, savedAt: instant, savedBy: author,
        seed: search.seed, now: instant, score: outcome.score, bound: outcome.bound,
        plan: outcome.plan, cancelled: circumstances.cancelled, fixed: circumstances.fixed,
        decisions: standing.newest),
      scarcest: outcome.scarcest)
  }

  private func publishedRevision() throws -> Revision? {
    guard let number = baseRevision else { return try record?.latestRevision() }
    guard let revision = try record?.revision(number) else {
      throw Failure(.noInput, Phrases.noSuchRevision(number))
    }
    return revision
  }

  private func schedule(in circumstances: Circumstances) async -> Outcome {
    let scheduler = Scheduler(session.agenda, in: circumstances, options: search.options)
    let outcome = await scheduler.run(
      progress: {
        search.progress == .json
          ? Terminal.warn($0.json) : Terminal.progress(Phrases.progress($0))
      },
      shouldStop: { Interruption.isRequested })
    Terminal.progress("")
    return outcome
  }
}

/// A plan with all that it was made from, not saved yet.
struct Planned {
  let circumstances: Circumstances
  /// The same with the prices of what is published, where they were to be forgotten.
  let before: Circumstances
  /// What was published; nothing for a first plan.
  let base: Revision?
  let completions: [String: [Completion]]
  let decisions: StandingDecisions
  let token: Record.Token?
  let revision: Revision
  let scarcest: [Scarcity]

  /// Appends the plan to the record, then writes the feeds.
  ///
  /// - Returns: Nothing if somebody added to the record since the plan was begun.
  func save(
    in session: Session, by author: String, at instant: Int
  ) throws -> (revision: Revision, feedFiles: Int)? {
    let record = try session.openOrCreateRecord()
    return try FeedFolder(workspace: session.folder).locked { feeds in
      let publishing = try Publishing(
        agenda: session.agenda, revision: revision, decisions: decisions,
        completions: completions, record: record, folder: session.folder, now: instant)
      guard
        let saved = try record.save(
          revision, files: session.reading.files, roll: { DutyRoll(session.agenda) },
          publications: publishing.changed, seals: publishing.newSeals,
          ifUnchangedSince: token ?? record.token())
      else { return nil }
      return (saved, try publishing.write(to: feeds))
    }
  }

  /// The plan as pages show it; `saved`: with the number that it got.
  func view(in session: Session, saved: Revision? = nil, at instant: Int) throws -> PlanView {
    PlanView(
      agenda: session.agenda, revision: saved ?? revision, completions: completions,
      decisions: decisions, sequences: try session.existingRecord()?.publicSequences() ?? [:],
      now: session.program.zone.moment(at: instant))
  }
}
