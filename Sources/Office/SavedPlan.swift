package import Drills
package import Record
package import Reports
internal import Workspace

/// A revision with the workspace that it was made from and the decisions that it was planned with,
/// whatever was written and decided since.
package struct SavedPlan: Sendable {
  package let revision: Revision
  package let agenda: Agenda
  package let decisions: StandingDecisions

  package init(_ revision: Revision, agenda: Agenda, decisions: StandingDecisions) {
    self.revision = revision
    self.agenda = agenda
    self.decisions = decisions
  }

  /// As one side of a comparison.
  package var side: PlanDiff.Side {
    PlanDiff.Side(
      agenda: agenda, plan: revision.plan, decisions: decisions, earlier: revision.earlier)
  }
}

extension Record {
  /// A revision as it was planned.
  ///
  /// - Throws: `Refusal`, if there is none of that number.
  package func savedPlan(_ number: Int) throws -> SavedPlan {
    guard let revision = try revision(number) else {
      throw Refusal.planning(.noSuchRevision(number))
    }
    return try savedPlan(revision, workspace: Snapshot(files(of: number)))
  }

  func savedPlan(_ revision: Revision, workspace: Snapshot) throws -> SavedPlan {
    SavedPlan(
      revision,
      agenda: try Agenda(workspace.program(given: givenIDs())).keepingHosts(
        of: revision.plan, else: everPlaced),
      decisions: StandingDecisions(try decisions(through: revision.decisions)))
  }

  /// Of each subject the standing completions, oldest first, shares of joint drills too.
  package func standingCompletionLists() throws(RecordFailure) -> [DutyID: [Completion]] {
    var accounts = Accounts()
    accounts.completions = try standingCompletions()
    return accounts.completionLists
  }

  /// What the published plan, or a revision, says of its duties; nothing before the first plan.
  package func register(of number: Int? = nil) throws -> Register? {
    try register(
      of: number,
      orFrom: {
        let program = try Snapshot($0).program(given: givenIDs())
        return DutyRoll(try Agenda(program, published: $1, formerly: everPlaced()))
      })
  }

  /// SEQUENCE of each activity's public event.
  package func publicSequences() throws(RecordFailure) -> [DutyID: Int] {
    Dictionary(
      try publications().values.filter { $0.key.edition == .public }
        .map { ($0.key.event.duty(tellsPart: false), $0.sequence) }, uniquingKeysWith: max)
  }
}

/// A workspace as it was read: the files by their paths.
package struct Snapshot: Equatable {
  private let files: [String: [UInt8]]

  package init(_ files: [WorkspaceFile]) {
    self.files = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })
  }

  /// What the files say, with the ids that names were `given`.
  package func program(given: [GivenID] = []) throws(Refusal) -> Program {
    guard let program = WorkspaceReader(.memory(files), given: given).read().program else {
      throw Refusal.planning(.unreadableSnapshot)
    }
    return program
  }
}
