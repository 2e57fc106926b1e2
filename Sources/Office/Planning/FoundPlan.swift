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
  let scarcest: [Scarcity]
  let brokenAmongFixed: [Violation]

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
    let publishing = try Publishing(
      agenda: standing.agenda, revision: revision, decisions: decisions,
      completions: standing.completions, formerZone: formerZone, record: record,
      office: standing.office, now: standing.instant)
    return try record.save(
      revision, files: standing.reading.files, roll: { DutyRoll(standing.agenda) },
      publications: publishing.changed, seals: publishing.newSeals,
      ifUnchangedSince: standing.token ?? record.token()
    ).map { ($0, publishing) }
  }

  /// The clock of the newest plan that was published, if the workspace has another now.
  private var formerZone: Zone? {
    guard let zone = standing.newest?.agenda.program.zone,
      zone.identifier != standing.program.zone.identifier
    else { return nil }
    return zone
  }

  /// Ids of what a person pinned or moved and the plan has elsewhere: done, frozen, or unplaced.
  var brokenPins: [String] {
    decisions.pins.filter { id, pin in
      guard !circumstances.cancelled.contains(id), !circumstances.lapsedPins.contains(id) else {
        return false
      }
      return revision.plan[id].map { !pin.fixing.admits($0) } ?? (circumstances.fixed[id] != nil)
    }.keys.sorted()
  }
}
