package import Drills
package import Record
package import Workspace

/// All that holds in an office as of one moment: what the planner wrote, what is published, and what was
/// decided and done.
package struct Standing: Sendable {
  package let office: Office
  package let reading: WorkspaceReading
  /// The activities of the workspace as it is.
  package let agenda: Agenda
  /// Nothing before the first plan was begun.
  package let record: Record?
  /// What stood in the record when it was read.
  package let token: Record.Token?
  /// The published plan; nothing before the first.
  package let newest: SavedPlan?
  /// A newer one that waits to be published.
  package let draft: SavedPlan?
  /// Whether the planner edited the workspace since the published plan.
  package let isWorkspaceNewer: Bool
  /// The standing ones by what they complete, oldest first.
  package let completions: [DutyID: [Completion]]
  /// In the order decided; those that are only tried come last.
  package private(set) var decisions: [Decision]
  /// How many of ``decisions`` are only tried.
  package private(set) var triedCount = 0
  /// What earlier revisions leave to the next plan.
  private(set) var history: PlanHistory
  /// When the newest entry of the record was made.
  let newestInstant: Instant?
  /// Now.
  package let instant: Instant

  package var program: Program { agenda.program }
  package var now: Moment { program.zone.moment(at: instant) }
  package var standingDecisions: StandingDecisions { StandingDecisions(decisions) }
  package var tried: ArraySlice<Decision> { decisions.suffix(triedCount) }

  /// What is published, with the record that has it.
  ///
  /// - Throws: `Refusal` while there is none.
  package func published() throws(Refusal) -> (plan: SavedPlan, record: Record) {
    guard let newest, let record else {
      if let draft { throw .planning(.isOnlyDraft(draft.revision.number)) }
      throw .planning(.noPlanYet(folder: office.folder))
    }
    return (newest, record)
  }

  /// What decisions are about: the published plan; while there is none, the draft.
  package func basis() throws(Refusal) -> (plan: SavedPlan, record: Record) {
    if newest == nil, let draft, let record { return (draft, record) }
    return try published()
  }

  /// What holds of each activity that was done.
  package var done: [DutyID: Completion] { completions.compactMapValues(\.last) }

  /// What a plan or a decision is made in the face of.
  package var circumstances: Circumstances {
    var circumstances = Circumstances(
      agenda: agenda, published: newest?.revision.plan.placements ?? [:], completions: done,
      decisions: standingDecisions, now: now)
    circumstances.remember(history, in: agenda)
    return circumstances
  }

  /// As if this had been decided too.
  func trying(_ decision: Decision) -> Standing {
    var standing = self
    var decision = decision
    decision.number = (decisions.last?.number ?? 0) + 1
    standing.decisions.append(decision)
    standing.triedCount += 1
    // Taking one back opens the way back to where it found things.
    if case .undo = decision.what,
      let history = try? record?.history(
        decisions: standing.decisions, done: Set(completions.keys), in: agenda)
    {
      standing.history = history
    }
    return standing
  }
}

extension Office {
  /// Reads the workspace and the record; `instant`: now.
  package func standing(at instant: Instant) throws(Refusal) -> Standing {
    let (reading, program) = try workspace()
    return try Standing(
      self, reading, Agenda(program), try record(of: program.id), at: instant)
  }
}

extension Standing {
  /// The same workspace with the record as it stands by now; what was only tried is forgotten.
  package func renewed() throws(Refusal) -> Standing {
    try Standing(office, reading, agenda, try office.record(of: program.id), at: instant)
  }

  init(
    _ office: Office, _ reading: WorkspaceReading, _ agenda: Agenda, _ record: Record?,
    at instant: Instant
  ) throws(Refusal) {
    self = try Refusal.wrapping {
      while true {
        let token = try record?.token()
        let standing = try Standing(
          reading: office, reading, agenda, record, token, at: instant)
        // Else somebody added to it meanwhile, and the parts may not belong together.
        if try record?.token() == token { return standing }
      }
    }
  }

  private init(
    reading office: Office, _ reading: WorkspaceReading, _ agenda: Agenda, _ record: Record?,
    _ token: Record.Token?, at instant: Instant
  ) throws {
    self.office = office
    self.reading = reading
    let revision = try record?.latestRevision()
    // A joint activity keeps the host under which it is published.
    self.agenda =
      try revision.map { revision in
        try agenda.keepingHosts(of: revision.plan) { try record?.everPlaced() ?? [] }
      } ?? agenda
    self.record = record
    self.token = token
    self.instant = instant
    decisions = try record?.decisions() ?? []
    completions = try record?.standingCompletionLists() ?? [:]
    newestInstant = try record?.newestInstant()
    history =
      try record?.history(decisions: decisions, done: Set(completions.keys), in: self.agenda)
      ?? PlanHistory()
    let saved = Saved(reading, self.agenda, decisions, record)
    let plan = try revision.map(saved.plan)
    newest = plan?.plan
    isWorkspaceNewer = plan?.isOfOtherWorkspace ?? false
    draft = try record?.draft().map(saved.plan)?.plan
  }
}

/// Makes plans that were saved whole again, without reading twice what the workspace still says.
private struct Saved {
  private let now: Snapshot
  private let agenda: Agenda
  private let decisions: [Decision]
  private let record: Record?

  init(_ reading: WorkspaceReading, _ agenda: Agenda, _ decisions: [Decision], _ record: Record?) {
    now = Snapshot(reading.files)
    self.agenda = agenda
    self.decisions = decisions
    self.record = record
  }

  func plan(_ revision: Revision) throws -> (plan: SavedPlan, isOfOtherWorkspace: Bool) {
    let then = Snapshot(try record?.files(of: revision.number) ?? [])
    let isOther = then != now
    let agenda =
      isOther
      ? try Agenda(then.program(given: record?.givenIDs() ?? [])).keepingHosts(of: revision.plan) {
        try record?.everPlaced() ?? []
      } : agenda
    return (
      SavedPlan(
        revision, agenda: agenda,
        decisions: StandingDecisions(decisions.filter { $0.number <= revision.decisions })),
      isOther
    )
  }
}
