import Drills
import Office
import Record
import Reports
import Scheduling

extension Planned {
  /// What this plan changes; `tried`: decisions that are not in the record.
  func changes(
    in session: Session, _ view: PlanView, tried: [Decision] = [], at instant: Int
  ) throws -> ChangeReport {
    guard let base, let record = try session.existingRecord() else {
      return ChangeReport(view, before: nil, diff: nil, notices: [], lost: lost(session, view))
    }
    let published = try PublishedPlan(session, record, revision: base.number)
    let side = try published.side()
    let after = PlanDiff.Side(
      agenda: session.agenda, plan: revision.plan, decisions: decisions)
    return ChangeReport(
      view, before: score(of: base, side.decisions, in: session),
      diff: PlanDiff(from: side, to: after),
      notices: try record.notices(for: view, in: session).notices, lost: lost(session, view),
      tried: tried)
  }

  /// What is published, priced by the workspace as it is now.
  private func score(
    of base: Revision, _ decisions: StandingDecisions, in session: Session
  ) -> Score {
    let circumstances = Circumstances(
      agenda: session.agenda, published: base.plan.placements,
      completions: completions.compactMapValues(\.last), decisions: decisions,
      now: session.program.zone.moment(at: revision.now))
    let plan = Plan(
      base.plan.placements.filter {
        session.agenda.activities[$0.key] != nil && !circumstances.cancelled.contains($0.key)
      })
    return PlanChecker(session.agenda, in: circumstances).check(plan).score
  }

  private func lost(_ session: Session, _ view: PlanView) -> [LostActivity] {
    view.entries.filter(\.isLost).enumerated().compactMap { index, entry in
      guard let day = entry.makeUpBy else { return nil }
      return LostActivity(
        id: entry.activity.id, makeUpBy: day,
        blockingSet: index < explained
          ? circumstances.blockingSet(of: entry.activity, in: revision.plan, session.agenda) : nil)
    }
  }
}

/// Of how many lost activities a plan tells at once what is in the way.
private let explained = 5

extension Circumstances {
  /// What keeps an unplaced activity out of a plan; a pin is a reason like others.
  func blockingSet(of activity: Activity, in plan: Plan, _ agenda: Agenda) -> BlockingSet? {
    guard let row = agenda.activities.row(of: activity.id) else { return nil }
    var circumstances = self
    circumstances.overrides[activity.id] = nil
    return BlockingSet(
      Inquiry(of: row, in: plan, agenda, circumstances).blockingSet(), overrides: overrides)
  }
}

extension Record {
  /// Who must be told what, if `view` is the plan.
  func notices(for view: PlanView, in session: Session) throws -> NoticeBook {
    let sent = try sentNotices()
    var revisions = Set(sent.map(\.revision))
    if try latestRevision() != nil { revisions.insert(1) }
    let baselines = try revisions.sorted().map { number in
      NoticeBook.Told(
        revision: number, side: try PublishedPlan(session, self, revision: number).side())
    }
    return NoticeBook(view, sent: sent, baselines: baselines)
  }
}

extension Planned {
  /// Ids of what a person pinned or moved and the plan has elsewhere: done, frozen, or unplaced.
  var brokenPins: [String] {
    decisions.pins.filter { id, pin in
      guard !circumstances.cancelled.contains(id) else { return false }
      return revision.plan[id].map { !pin.fixing.admits($0) } ?? (circumstances.fixed[id] != nil)
    }.keys.sorted()
  }
}

/// What the record held when planning began.
struct RecordNews {
  private let decisions: Int
  private let revision: Int

  init(_ record: Record) throws {
    decisions = try record.decisions().last?.number ?? 0
    revision = try record.latestRevision()?.number ?? 0
  }

  /// What was decided and planned since, a line each.
  func lines(until record: Record) throws -> String {
    var lines = try record.decisions().filter { $0.number > decisions }.map(Phrases.decided)
    if let latest = try record.latestRevision(), latest.number > revision {
      lines.append(Phrases.newRevision(latest))
    }
    return lines.map { "  \($0)" }.joined(separator: "\n")
  }
}
