import Drills
import Record
import Reports
import Scheduling

extension FoundPlan {
  /// What this plan changes, while what it replaces is still the newest.
  func changes(_ view: PlanView) throws -> ChangeReport {
    guard let base, let record = standing.record else {
      return ChangeReport(view, before: nil, diff: nil, notices: [], lost: lost(view))
    }
    let published =
      standing.newest.flatMap { $0.revision.number == base.number ? $0 : nil }
    let before = try published ?? record.savedPlan(base.number)
    let after = PlanDiff.Side(
      agenda: standing.agenda, plan: revision.plan, decisions: decisions,
      earlier: revision.earlier)
    return ChangeReport(
      view, before: score(of: before), diff: PlanDiff(from: before.side, to: after),
      notices: try record.noticeBook(for: view).notices, lost: lost(view),
      tried: Array(standing.tried))
  }

  /// What is published, priced by the workspace as it is now.
  private func score(of base: SavedPlan) -> Score {
    let agenda = standing.agenda
    let placements = base.revision.plan.placements
    var circumstances = Circumstances(
      agenda: agenda, published: placements, completions: standing.done,
      decisions: base.decisions, now: standing.now)
    circumstances.leftOut = self.circumstances.leftOut
    circumstances.earlier = self.circumstances.earlier
    let plan = Plan(
      placements.filter {
        agenda.activities[$0.key] != nil && !circumstances.cancelled.contains($0.key)
      })
    return PlanChecker(agenda, in: circumstances).check(plan).score
  }

  private func lost(_ view: PlanView) -> [LostActivity] {
    view.entries.filter(\.isLost).enumerated().compactMap { index, entry in
      guard let day = entry.makeUpBy else { return nil }
      return LostActivity(
        id: entry.activity.id, makeUpBy: day,
        blockingSet: index < explained
          ? circumstances.blockingSet(of: entry.activity, in: revision.plan, standing.agenda)
          : nil)
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
    let inquiry = Inquiry(of: row, in: plan, agenda, circumstances)
    let reasons = inquiry.blockingSet()
    return BlockingSet(reasons, crowds: inquiry.crowds(of: reasons ?? []), overrides: overrides)
  }
}
