package import Drills
internal import GRDB

/// What was recorded under a key.
package struct Submitted: Hashable, Sendable {
  /// A row that was appended under the key, or that said the same already then.
  package struct Row: Hashable, Sendable {
    package let number: Int
    package let isNew: Bool

    package init(number: Int, isNew: Bool) {
      self.number = number
      self.isNew = isNew
    }
  }

  package let submission: Submission
  /// In the order of what was reported.
  package let rows: [Row]
}

extension Record {
  /// What was recorded under a key; nothing while nothing was.
  package func submitted(under key: String) throws(RecordFailure) -> Submitted? {
    try RecordFailure.wrapping(path) {
      try database.read { try Record.submitted(under: key, in: $0) }
    }
  }

  /// The completion of that number, whether it stands or not.
  package func completion(_ number: Int) throws(RecordFailure) -> Completion? {
    try RecordFailure.wrapping(path) {
      try database.read { try CompletionRow.numbered(number, in: $0) }
    }
  }

  /// What stood of the same before that completion, and was not taken back since.
  package func completion(
    before completion: Completion
  ) throws(RecordFailure) -> Completion? {
    try RecordFailure.wrapping(path) {
      try database.read { try CompletionRow.standing(before: completion, in: $0) }
    }
  }

  /// The counts of those numbers, whether they stand or not.
  package func counts(_ numbers: [Int]) throws(RecordFailure) -> [Count] {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        let wanted = Set(numbers)
        return try CountRow.all(in: database).filter { wanted.contains($0.number) }
      }
    }
  }

  /// One transaction, whose rows are known by a key from then on; no rows at all: it appended nothing.
  ///
  /// - Throws: `.submittedMeanwhile` where the key is taken: whoever asked before found it free.
  func write<Value>(
    under submission: Submission?,
    _ change: (Database) throws -> (value: Value, rows: [Submitted.Row]?)
  ) throws -> Value {
    try write { database in
      guard let submission else { return try change(database).value }
      guard try Record.submitted(under: submission.key, in: database) == nil else {
        throw RecordFailure(.submittedMeanwhile(submission.key), path)
      }
      let (value, rows) = try change(database)
      guard let rows else { return value }
      try database.execute(
        sql: "INSERT INTO submission VALUES (?, ?, ?)",
        arguments: [submission.key, submission.kind.rawValue, submission.digest])
      for (position, row) in rows.enumerated() {
        try database.execute(
          sql: "INSERT INTO submission_row VALUES (?, ?, ?, ?)",
          arguments: [submission.key, position, row.number, row.isNew])
      }
      return value
    }
  }

  private static func submitted(
    under key: String, in database: Database
  ) throws -> Submitted? {
    let submission = try Cells.first(
      .submission, "SELECT key, kind, digest FROM submission WHERE key = ?", [key], in: database
    ) { Submission(key: try $0.text(0), kind: try $0.word(1), digest: try $0.hash(2)) }
    guard let submission else { return nil }
    let rows = try Cells.all(
      .submission,
      "SELECT key, number, is_new FROM submission_row WHERE key = ? ORDER BY position", [key],
      in: database
    ) { Submitted.Row(number: try $0.number(1), isNew: try $0.flag(2)) }
    return Submitted(submission: submission, rows: rows)
  }
}
