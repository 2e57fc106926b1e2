package import Drills
internal import Record
package import Reports

/// Why a draft cannot become the published plan.
package enum DraftObstacle: Hashable, Sendable {
  /// Decided since it was made; it knows nothing of these.
  case decided([Decision])
  /// Rules that it breaks by now: of the workspace as it is, the time, and what is done or frozen.
  case breaks([Breach])
  /// How many activities the workspace asks for that it does not know.
  case lacks(Int)
  /// Ids of activities that it knows and the workspace asks for no more.
  case isNoLongerAsked([DutyID])
}

/// A draft that became the published plan, or would.
package struct PublishedDraft: Sendable {
  package let view: PlanView
  package let changes: ChangeReport
  package let isPublished: Bool
  /// How many files of the feeds changed.
  package let feedFiles: Int
}

extension Standing {
  /// What keeps the draft from being published now; nothing while none waits.
  package var draftObstacles: [DraftObstacle] {
    guard let draft else { return [] }
    let later = StandingDecisions.pending(decisions, after: draft.revision.decisions)
      .filter { changesSomething($0, for: draft) }
    var obstacles: [DraftObstacle] = later.isEmpty ? [] : [.decided(later)]
    let known = draft.agenda.activities
    let added = agenda.activities.elements.count {
      known[$0.id] == nil && !circumstances.cancelled.contains($0.id)
    }
    let gone = known.elements.map(\.id).filter { agenda.activities[$0] == nil }
    if added > 0 { obstacles.append(.lacks(added)) }
    if !gone.isEmpty { obstacles.append(.isNoLongerAsked(gone)) }
    var plan = draft.revision.plan
    plan.placements = plan.placements.filter { agenda.activities[$0.key] != nil }
    let broken = PlanChecker(agenda, in: circumstances, scores: false).check(plan).violations
    if !broken.isEmpty { obstacles.append(.breaks(broken.map { Breach($0, in: program) })) }
    return obstacles
  }

  /// What was decided and taken back since a draft was made changes nothing for it.
  private func changesSomething(_ decision: Decision, for draft: SavedPlan) -> Bool {
    switch decision.what {
    case .undo(let number): number <= draft.revision.decisions
    case .restore(let id): draft.decisions.cancelled[id] != nil
    case .unpin(let id): draft.decisions.pins[id] != nil
    case .move, .pin, .cancel, .block: true
    }
  }

  private func waiting() throws(Refusal) -> (draft: SavedPlan, record: Record) {
    guard let draft, let record else { throw .planning(.noDraft) }
    return (draft, record)
  }

  /// Makes the draft the published plan, and writes the feeds.
  ///
  /// - Parameters:
  ///   - author: Who says so.
  ///   - isDryRun: Only shows what would change.
  ///   - tell: Is told what somebody added to the record meanwhile; the draft is then judged anew.
  /// - Returns: What was published, and whom it concerns.
  /// - Throws: `Refusal`, where there is no draft, or it is out of date; then nothing is written.
  package func publishDraft(
    by author: String, isDryRun: Bool = false, meanwhile tell: ([News]) -> Void = { _ in }
  ) throws(Refusal) -> PublishedDraft {
    var standing = self
    while true {
      let (draft, record) = try standing.waiting()
      let obstacles = standing.draftObstacles
      guard obstacles.isEmpty else {
        throw .planning(.draftIsStale(draft.revision.number, obstacles))
      }
      let changes = try Refusal.wrapping { try standing.changes(publishing: draft, record) }
      if isDryRun {
        return PublishedDraft(
          view: changes.view, changes: changes, isPublished: false, feedFiles: 0)
      }
      if let (published, files) = try standing.publish(draft, in: record, by: author) {
        return PublishedDraft(
          view: published, changes: changes, isPublished: true, feedFiles: files)
      }
      let newer = try standing.renewed()
      tell(newer.news(since: standing))
      standing = newer
    }
  }

  /// Gives the draft up: private feeds show the published plan again.
  ///
  /// - Returns: The number of the draft.
  /// - Throws: `Refusal`, where there is no draft.
  package func discardDraft(by author: String) throws(Refusal) -> Int {
    var standing = self
    while true {
      let (draft, record) = try standing.waiting()
      if try standing.end(.discarded, draft, in: record, by: author) != nil {
        return draft.revision.number
      }
      standing = try standing.renewed()
    }
  }

  private func changes(
    publishing draft: SavedPlan, _ record: Record
  ) throws -> ChangeReport {
    let view = view(of: draft, sequences: try record.publicSequences())
    return ChangeReport(
      view, before: nil, diff: newest.map { PlanDiff(from: $0.side, to: draft.side) },
      notices: newest == nil ? [] : try record.noticeBook(for: view).notices, lost: [])
  }

  private func publish(
    _ draft: SavedPlan, in record: Record, by author: String
  ) throws(Refusal) -> (PlanView, feedFiles: Int)? {
    guard let files = try end(.published, draft, in: record, by: author) else { return nil }
    return try Refusal.wrapping {
      let published = try record.savedPlan(draft.revision.number)
      return (view(of: published, sequences: try record.publicSequences()), files)
    }
  }

  /// - Returns: How many files of the feeds changed; nothing if somebody added to the record since.
  private func end(
    _ end: Draft.End, _ draft: SavedPlan, in record: Record, by author: String
  ) throws(Refusal) -> Int? {
    var isEnded = false
    do {
      return try office.feedFolder.locked { feeds in
        let plan = end == .published ? draft : newest
        let publishing = try publishing(
          of: plan, draft: plan == nil ? draft.emptied : nil, record)
        isEnded = try record.end(
          end, draft: draft.revision.number, publications: publishing.changed,
          seals: publishing.newSeals, by: author, at: instant,
          ifUnchangedSince: token ?? record.token())
        return isEnded ? try publishing.write(to: feeds) : nil
      }
    } catch {
      let refusal = Refusal(error)
      throw isEnded ? .publishing(.feedsAreBehind(refusal)) : refusal
    }
  }

  /// The feeds of a plan and a draft, in place of those of what is published.
  func publishing(
    of plan: SavedPlan?, draft: SavedPlan?, _ record: Record
  ) throws -> Publishing {
    // The clock of what was published, if it is another by now.
    let zone = (plan ?? draft)?.agenda.program.zone.identifier
    let former = newest?.agenda.program.zone
    return try Publishing(
      of: plan, draft: draft, completions: completions,
      formerZone: former?.identifier == zone ? nil : former, record: record,
      office: office, now: instant)
  }
}

extension SavedPlan {
  /// The same with nothing in it, so that feeds call off what it told.
  fileprivate var emptied: SavedPlan {
    var program = agenda.program
    program.requirements = Table([])
    program.campaigns = []
    program.deadlines = []
    var revision = revision
    revision.plan = Plan()
    return SavedPlan(revision, agenda: Agenda(program), decisions: StandingDecisions())
  }
}
