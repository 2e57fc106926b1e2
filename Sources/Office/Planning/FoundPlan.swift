import Drills
import Record
import Reports
import Scheduling
import Workspace

/// What a search found, with all that it was made from; not saved yet.
struct FoundPlan {
  let standing: Standing
  let circumstances: Circumstances
  /// What was published; nothing for a first plan.
  let base: Revision?
  let decisions: StandingDecisions
  let revision: Revision
  let stopped: StopReason
  let scarcest: [Scarcity]
  let brokenAmongFixed: [Violation]
  var isDraft: Bool { revision.draft != nil }

  /// The plan as pages show it; `saved`: with the number that it got.
  func view(saved: Revision? = nil) throws -> PlanView {
    PlanView(
      agenda: standing.agenda, revision: saved ?? revision, completions: standing.completions,
      decisions: decisions, sequences: try standing.record?.publicSequences() ?? [:],
      now: standing.now)
  }

  /// Appends the plan to the record, then writes the feeds.
  ///
  /// - Returns: Nothing if somebody added to the record since the plan was begun.
  func save(in record: Record) throws -> (revision: Revision, feedFiles: Int)? {
    let office = standing.office
    var isSaved = false
    do {
      return try office.feedFolder.locked { feeds in
        guard let saved = try append(to: record) else { return nil }
        isSaved = true
        return (saved.revision, try saved.publishing.write(to: feeds))
      }
    } catch {
      throw isSaved ? Refusal.publishing(.feedsAreBehind(Refusal(error))) : error
    }
  }

  /// With what the feeds say by it; nothing if somebody added to the record meanwhile.
  private func append(
    to record: Record
  ) throws -> (revision: Revision, publishing: Publishing)? {
    let found = SavedPlan(revision, agenda: standing.agenda, decisions: decisions)
    let publishing = try standing.publishing(
      of: isDraft ? standing.newest : found, draft: isDraft ? found : nil, record)
    return try record.save(
      revision, files: standing.reading.files, roll: { DutyRoll(standing.agenda) },
      publications: publishing.changed, seals: publishing.newSeals,
      ifUnchangedSince: standing.token ?? record.token()
    ).map { ($0, publishing) }
  }
}
