package import Drills
internal import Foundation
package import Record
internal import Workspace

/// What came of a report.
package struct Recorded: Sendable {
  package enum Outcome: Hashable, Sendable {
    /// What stands says the same; nothing was appended.
    case standsAlready(Completion)
    /// Nothing is replaced where every record stands beside the others.
    case appended(replacing: Completion?)
  }

  package let duty: Duty
  package let completion: Completion
  package let problems: [Problem]
  package let outcome: Outcome
  /// What the task wants and did not get.
  package let missing: [String]
  /// What people call the partners of a joint drill, by their ids.
  package let partnerNames: [OwnerID: String]

  /// The last day of a task that was handed in after it.
  package var lateSince: Day? { duty.due.flatMap { completion.day > $0 ? $0 : nil } }
}

/// What was taken back, and what stands again.
package struct Undone: Sendable {
  package let id: DutyID
  package let taken: Completion
  package let standing: Completion?
}

extension Office {
  package var evidence: EvidenceFolder { EvidenceFolder(workspace: folder) }

  /// The newest plan as reports are judged by it, row by row: without the workspace, which takes longer.
  ///
  /// What was done does not depend on what the planner is writing now, so mistakes in it stop nothing
  /// here. Only the plan's id is looked at, for a record that was copied from elsewhere.
  package func register() throws(Refusal) -> Register {
    guard let id = WorkspaceReader(folder: folder).planID(), let record = try record(of: id),
      let register = try Refusal.wrapping({ try record.register() })
    else {
      // It tells what is wrong with the workspace, if anything is.
      _ = try workspace()
      throw .planning(.noPlanYet(folder: folder))
    }
    return register
  }

  /// Records that something was done; the feeds are behind until `publish(_:at:warn:)`.
  ///
  /// - Parameters:
  ///   - report: What was done.
  ///   - id: An id, a number of a list, or a part that only one id has.
  ///   - register: By which it is judged.
  ///   - author: Who says so.
  ///   - instant: Now.
  ///   - key: Under which the same report given again is the same record, answered as the first time.
  /// - Returns: What came of it.
  /// - Throws: `Refusal`; then nothing is recorded.
  package func record(
    _ report: CompletionReport, of id: String, in register: Register, by author: String,
    at instant: Instant, under key: SubmissionKey? = nil
  ) throws(Refusal) -> Recorded {
    let submission = key?.submission(of: .completion, report.said(of: id))
    return try Refusal.wrapping {
      try register.record.once(submission) {
        try append(report, of: id, in: register, by: author, at: instant, under: submission)
      } again: { rows in
        try recorded(rows, report, in: register)
      }
    }
  }

  private func append(
    _ report: CompletionReport, of id: String, in register: Register, by author: String,
    at instant: Instant, under submission: Submission?
  ) throws -> Recorded {
    let subject = try Identifier(in: register).subject(id)
    let review = CompletionReview(subject, in: register, at: instant)
    var draft = try review.draft(report, by: author, at: instant)
    let empty = EvidenceFolder.empty(report.files)
    if !empty.isEmpty, !report.isConfirmed {
      throw Refusal.recording(.questioned(empty.map(Question.emptyFile)))
    }
    draft.completion.isConfirmed = draft.completion.isConfirmed || !empty.isEmpty
    draft.completion.files = try evidence.keep(report.files, for: register.record)
    let recording = try register.record.complete([draft], under: submission)[0]
    let outcome: Recorded.Outcome =
      switch recording {
      case .standsAlready(let standing): .standsAlready(standing)
      case .appended: .appended(replacing: review.isRepeated ? nil : subject.ownCompletion)
      }
    return Recorded(
      duty: subject.duty, completion: draft.completion, problems: draft.problems, outcome: outcome,
      missing: review.missing(from: report), partnerNames: try names(of: draft.completion, register)
    )
  }

  /// What was answered when it was recorded, whatever became of it since.
  private func recorded(
    _ rows: [Submitted.Row], _ report: CompletionReport, in register: Register
  ) throws -> Recorded {
    guard let row = rows.first, let completion = try register.record.completion(row.number),
      let duty = try register.dutyEver(completion.duty)
    else { throw Refusal.planning(.unreadableSnapshot) }
    let outcome: Recorded.Outcome =
      row.isNew
      ? .appended(
        replacing: duty.kind == .campaign
          ? nil : try register.record.completion(before: completion))
      : .standsAlready(completion)
    return Recorded(
      duty: duty, completion: completion,
      problems: row.isNew ? try register.record.problems(foundBy: row.number) : [],
      outcome: outcome,
      missing: Wants(duty.wants).missing(files: report.files, note: report.note),
      partnerNames: try names(of: completion, register))
  }

  /// Of the partners, by their ids.
  private func names(
    of completion: Completion, _ register: Register
  ) throws(RecordFailure) -> [OwnerID: String] {
    var names: [OwnerID: String] = [:]
    for partner in completion.partners {
      names[partner.community] = try register.partyEver(partner.community)?.name
    }
    return names
  }

  /// Takes back the newest standing record of something that was done.
  package func undo(
    _ id: String, in register: Register, by author: String, at instant: Instant
  ) throws(Refusal) -> Undone {
    try Refusal.wrapping {
      let subject = try Identifier(in: register).subject(id)
      let taken = try register.record.withdraw(newestOf: subject.id, by: author, at: instant)
      guard let taken else {
        if let host = subject.completion?.sharedFrom {
          throw Refusal.recording(.isDoneJointly(subject.id, host: host))
        }
        throw Refusal.recording(.nothingToUndo(subject.id))
      }
      return Undone(
        id: subject.id, taken: taken, standing: try register.completion(of: subject.id))
    }
  }

  /// Brings the feeds in line with the record, after the answer: it takes longer than all before.
  ///
  /// While the planner is in the midst of an edit, the feeds are those of the workspace as it was.
  package func publish(
    _ register: Register, at instant: Instant, warn: (Warning) -> Void
  ) throws(Refusal) {
    let record = register.record
    do throws(Refusal) {
      guard WorkspaceReader(folder: folder).read().program != nil else {
        try Refusal.wrapping {
          try publish(nil, record, at: instant)
        }
        return
      }
      let standing = try standing(at: instant)
      standing.cautions.forEach(warn)
      try publish(standing.published().plan, record, at: instant)
    } catch {
      throw .publishing(.feedsAreBehind(error))
    }
  }
}

extension CompletionReview {
  init(_ subject: Subject, in register: Register, at instant: Instant) {
    self.init(
      subject, in: register, counters: CounterTable(Line.official + register.lines),
      now: register.zone.moment(at: instant))
  }
}

extension Record {
  /// Whoever writes must know: a clock that was set back puts what follows before what came first.
  package func clockWarning(at instant: Instant) throws(RecordFailure) -> Warning? {
    try newestInstant().flatMap { $0 > instant ? .clockIsBehind(seconds: $0 - instant) : nil }
  }
}
