import Drills
import Foundation
import Office
import Record
import Reports
import Workspace

/// A workspace as it stands: what the planner wrote, and the record beside it.
struct Session {
  let folder: String
  let reading: WorkspaceReading
  let agenda: Agenda
  var program: Program { agenda.program }

  /// Reads a workspace; with any mistake in it every mistake is told and nothing else happens.
  init(folder: String, tellsWarnings: Bool = true) throws(Failure) {
    self.folder = folder
    reading = WorkspaceReader(folder: folder).read()
    if tellsWarnings { Session.tell(reading.warnings, as: Phrases.warning) }
    guard let program = reading.program else {
      Session.tell(reading.errors, as: Phrases.error)
      if reading.errors.contains(where: { [.noWorkspace, .notAFolder].contains($0.reason) }) {
        throw Failure(.noInput, Phrases.mistakes(reading.errors.count))
      }
      throw Failure(.badData, Phrases.mistakes(reading.errors.count))
    }
    agenda = Session.agenda(of: program, in: folder)
  }

  /// Nothing, and nothing is told, where there is any mistake.
  init?(sound folder: String) {
    self.folder = folder
    reading = WorkspaceReader(folder: folder).read()
    guard let program = reading.program else { return nil }
    agenda = Session.agenda(of: program, in: folder)
  }

  /// A joint activity keeps the host under which it is published.
  private static func agenda(of program: Program, in folder: String) -> Agenda {
    let agenda = Agenda(program)
    guard agenda.hasJoint, let record = try? Record.open(recordPath(in: folder), plan: program.id),
      let revision = try? record.latestRevision()
    else { return agenda }
    return agenda.keepingHosts(of: revision.plan)
  }

  static func tell(_ findings: [WorkspaceError], as kind: String) {
    for finding in findings {
      Terminal.warn("\(kind): \(finding.text(in: Phrases.language))")
    }
  }

  static func recordPath(in folder: String) -> String {
    URL(filePath: folder).appending(path: "muster.sqlite").path
  }

  func existingRecord() throws(RecordFailure) -> Record? {
    try Record.open(Session.recordPath(in: folder), plan: program.id)
  }

  func openOrCreateRecord() throws(RecordFailure) -> Record {
    try Record.openOrCreate(Session.recordPath(in: folder), plan: program.id)
  }
}

extension Failure {
  init(_ error: RecordFailure) {
    let status: Status =
      switch error.kind {
      case .badData: .badData
      case .cannotCreate: .cannotCreate
      case .inputOutput: .inputOutput
      case .busy: .busy
      }
    self.init(status, error.text(in: Phrases.language))
  }
}

/// The plan that is published: a revision of the record, with the workspace it was made from.
struct PublishedPlan {
  let folder: String
  let record: Record
  let revision: Revision
  let agenda: Agenda
  /// Whether the planner edited the workspace since.
  let isWorkspaceNewer: Bool

  /// Without a number it is the newest revision.
  init(_ session: Session, revision number: Int? = nil) throws {
    guard let record = try session.existingRecord() else {
      throw Failure(.noInput, Phrases.noPlanYet(session.folder))
    }
    try self.init(session, record, revision: number)
  }

  init(_ session: Session, _ record: Record, revision number: Int? = nil) throws {
    let found = try number.map(record.revision) ?? record.latestRevision()
    guard let revision = found else {
      throw Failure(
        .noInput, number.map(Phrases.noSuchRevision) ?? Phrases.noPlanYet(session.folder))
    }
    let files = try record.files(of: revision.number)
    folder = session.folder
    self.record = record
    self.revision = revision
    if Snapshot(files) == Snapshot(session.reading.files) {
      agenda = session.agenda
      isWorkspaceNewer = false
    } else {
      agenda = Agenda(
        try Snapshot(files).program(), published: revision.plan.placements.keys)
      isWorkspaceNewer = true
    }
  }

  /// A revision with its own workspace, whatever the planner has written since.
  init(folder: String, record: Record, revision: Revision) throws {
    self.folder = folder
    self.record = record
    self.revision = revision
    agenda = Agenda(
      try Snapshot(try record.files(of: revision.number)).program(),
      published: revision.plan.placements.keys)
    isWorkspaceNewer = false
  }

  func view(now: Int) throws -> PlanView {
    try view(now: now, sequences: try record.publicSequences())
  }

  /// The view without what subscribers were told, which takes long to read and only `show` tells.
  func viewForRecording(now: Int) throws -> PlanView { try view(now: now, sequences: [:]) }

  private func view(now: Int, sequences: [String: Int]) throws -> PlanView {
    PlanView(
      agenda: agenda, revision: revision, completions: try record.standingCompletionLists(),
      decisions: try decisions(), sequences: sequences, now: agenda.program.zone.moment(at: now))
  }

  /// The placements that were the published ones when this revision was planned.
  func base() throws -> [String: Placement] {
    guard let number = revision.base, let base = try record.revision(number) else { return [:] }
    return base.plan.placements.filter { !base.cancelled.contains($0.key) }
  }

  /// Those that stood when this revision was planned.
  func decisions() throws -> StandingDecisions {
    StandingDecisions(try record.decisions(through: revision.decisions))
  }

  /// As one side of a comparison.
  func side() throws -> PlanDiff.Side {
    PlanDiff.Side(agenda: agenda, plan: revision.plan, decisions: try decisions())
  }
}
