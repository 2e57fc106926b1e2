package import Drills
internal import Foundation
package import Record
package import SourceText
internal import Workspace

/// What came of a sheet.
package struct RecordedRows: Sendable {
  /// A row of a task that was handed in without all that it wants.
  package struct Wanting: Hashable, Sendable {
    package let position: SourcePosition
    package let id: DutyID
    package let missing: [String]
  }

  package let count: Int
  /// The others say what stands already.
  package let new: Int
  package let wanting: [Wanting]
}

extension Office {
  /// Records the rows of a sheet, all or none; the feeds are behind until `publish(_:at:warn:)`.
  ///
  /// - Parameters:
  ///   - sheet: As a person filled it in.
  ///   - register: By which it is judged.
  ///   - author: Who says so.
  ///   - instant: Now.
  ///   - key: Under which the same sheet given again is the same record.
  /// - Returns: What came of the rows.
  /// - Throws: `Refusal` with every mistake and its place; then nothing is recorded.
  package func record(
    _ sheet: DoneSheet, in register: Register, by author: String, at instant: Instant,
    under key: SubmissionKey? = nil
  ) throws(Refusal) -> RecordedRows {
    let rows = sheet.rows.map { row in
      row.report.said(of: row.id).compactMap { name, value in value.map { "\(name)=\($0)" } }
        .joined(separator: "\n")
    }
    let submission = key?.submission(
      of: .completion, ["sheet": rows.joined(separator: "\n\n")])
    return try Refusal.wrapping {
      try register.record.once(submission) {
        try append(sheet, in: register, by: author, at: instant, under: submission)
      } again: { rows in
        RecordedRows(count: rows.count, new: rows.count(where: \.isNew), wanting: [])
      }
    }
  }

  private func append(
    _ sheet: DoneSheet, in register: Register, by author: String, at instant: Instant,
    under submission: Submission?
  ) throws(Refusal) -> RecordedRows {
    try Refusal.wrapping {
      var (drafts, wanting) = try drafts(of: sheet, in: register, by: author, at: instant)
      let home = URL(filePath: sheet.path).deletingLastPathComponent()
      let paths = sheet.rows.map(\.report.files)
      // All before any is recorded: a missing one stops the whole sheet.
      if try !evidence.keep(
        paths.flatMap(\.self), relativeTo: home, for: register.record
      ).isEmpty {
        for index in drafts.indices where !paths[index].isEmpty {
          drafts[index].completion.files = try evidence.keep(
            paths[index], relativeTo: home, for: register.record)
        }
      }
      let recordings = try register.record.complete(drafts, under: submission)
      let new = recordings.count { if case .appended = $0 { true } else { false } }
      return RecordedRows(count: recordings.count, new: new, wanting: wanting)
    }
  }

  private func drafts(
    of sheet: DoneSheet, in register: Register, by author: String, at instant: Instant
  ) throws -> (
    drafts: [(completion: Completion, problems: [Problem])], wanting: [RecordedRows.Wanting]
  ) {
    let identifier = Identifier(in: register)
    var drafts: [(completion: Completion, problems: [Problem])] = []
    var wanting: [RecordedRows.Wanting] = []
    var mistakes: [SheetMistake] = []
    var earlier: [DutyID: DoneSheet.Row] = [:]
    for row in sheet.rows {
      do {
        let subject = try identifier.subject(row.id)
        // Of a campaign every row stands.
        if subject.duty.kind != .campaign {
          if let other = earlier[subject.id], other.report != row.report {
            mistakes.append(
              .contradicts(subject.id, earlier: other.position, at: row.position))
            continue
          }
          earlier[subject.id] = row
        }
        let review = CompletionReview(subject, in: register, at: instant)
        drafts.append(try review.draft(row.report, by: author, at: instant))
        let missing = review.missing(from: row.report)
        if !missing.isEmpty {
          wanting.append(
            RecordedRows.Wanting(position: row.position, id: subject.id, missing: missing))
        }
      } catch let refusal as Refusal {
        mistakes.append(.refused(refusal, at: row.position))
      }
    }
    guard mistakes.isEmpty else { throw Refusal.sheet(.mistakes(mistakes)) }
    return (drafts, wanting)
  }
}
