import Drills
import Record
import Reports
import Scheduling
import Workspace

extension Standing {
  /// Makes a plan, saves it and writes the feeds; what is tried here is only tried.
  ///
  /// Where somebody adds to the record while the search runs, it is made again on top of that.
  package func plan(
    _ planning: Planning, watch: PlanningWatch = PlanningWatch()
  ) async throws(Refusal) -> Planned {
    do {
      var standing = planning.isDryRun ? self : try withRecord()
      while true {
        let found = try await standing.search(planning, watch)
        // Before the new revision stands: what it changes is asked of what is published.
        let draft = try found.view()
        let changes = try found.changes(draft)
        guard !planning.isDryRun, let record = standing.record else {
          return Planned(found, draft, changes, feedFiles: nil)
        }
        if let saved = try found.save(in: record) {
          return Planned(
            found, try found.view(saved: saved.revision), changes, feedFiles: saved.feedFiles)
        }
        let newer = try standing.renewed()
        watch.replanning(newer.news(since: standing))
        standing = newer
      }
    } catch {
      throw Refusal(error)
    }
  }

  /// With a record, which is made if there is none, and keeps the ids that names have.
  private func withRecord() throws(Refusal) -> Standing {
    if let record {
      try Refusal.wrapping { try record.keep(reading.newIDs) }
      return self
    }
    return try office.begun(reading, agenda, at: instant)
  }

  private func search(_ planning: Planning, _ watch: PlanningWatch) async throws -> FoundPlan {
    let base = try base(planning.base)
    let decisions = standingDecisions
    var circumstances = Circumstances(
      agenda: agenda, published: base?.plan.placements ?? [:], completions: done,
      decisions: decisions, now: now)
    // A revision that is asked for is gone back to as it was.
    if planning.base == nil { circumstances.remember(history, in: agenda) }
    if planning.isFromScratch { circumstances.forgetPrices() }
    let outcome = await Scheduler(agenda, in: circumstances, options: planning.search)
      .run(progress: watch.progress, shouldStop: watch.shouldStop)
    watch.searched()
    let verdict = PlanChecker(agenda, in: circumstances).check(outcome.plan)
    guard verdict.isValid, verdict.score == outcome.score else {
      throw Refusal.planning(.brokenPlan(verdict.violations.map { Breach($0, in: program) }))
    }
    var revision = Revision(
      number: 0, base: base?.number, savedAt: instant, savedBy: planning.author,
      seed: planning.search.seed, now: instant, score: outcome.score, bound: outcome.bound,
      plan: outcome.plan, cancelled: circumstances.cancelled, fixed: circumstances.fixed,
      decisions: decisions.newest)
    if planning.isDraft { revision.draft = .waiting }
    revision.leftOut = circumstances.leftOut
    revision.earlier = circumstances.earlier
    return FoundPlan(
      standing: self, circumstances: circumstances, base: base, decisions: decisions,
      revision: revision, stopped: outcome.stopped, scarcest: outcome.scarcest,
      brokenAmongFixed: verdict.reported)
  }

  private func base(_ number: Int?) throws -> Revision? {
    guard let number else { return newest?.revision }
    guard let revision = try record?.revision(number) else {
      throw Refusal.planning(.noSuchRevision(number))
    }
    return revision
  }
}
