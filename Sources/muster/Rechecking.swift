import Drills
import Office
import Record
import Reports

extension PublishedPlan {
  /// Holds the published plan against the workspace as it is now and all that was decided since, and
  /// says what of it no longer holds.
  ///
  /// Where neither changed there is nothing to say: it was judged when it was saved.
  func tellWhatNoLongerHolds(_ session: Session, at instant: Int) throws {
    if isWorkspaceNewer { Terminal.warn(Phrases.workspaceIsNewer(revision.number)) }
    let decisions = try record.decisions()
    guard isWorkspaceNewer || (decisions.last?.number ?? 0) > revision.decisions else { return }
    let completions = try record.standingCompletionLists().compactMapValues(\.last)
    let now = session.program.zone.moment(at: instant)
    let plan = revision.plan
    let circumstances = Circumstances(
      agenda: session.agenda, published: plan.placements, completions: completions,
      decisions: StandingDecisions(decisions), now: now)
    let broken = PlanChecker(session.agenda, in: circumstances, scores: false)
      .brokenRules(of: plan)
      .filter { violation in
        violation.activities.contains { id in
          completions[id] == nil && plan[id].map { $0.moment >= now } ?? true
        }
      }
    let planned = agenda.activities
    let added = session.agenda.activities.elements.count {
      planned[$0.id] == nil && !circumstances.cancelled.contains($0.id)
    }
    let lines = Phrases.noLongerHolds(broken, added: added, in: session.program)
    if !lines.isEmpty { Terminal.warn(lines.joined(separator: "\n")) }
  }
}
