package import Drills
internal import GRDB

extension Record {
  /// Everything that was decided, in that order; `newest`: up to the decision of that number.
  package func decisions(through newest: Int? = nil) throws(RecordFailure) -> [Decision] {
    try RecordFailure.wrapping(path) {
      try database.read { try DecisionRow.all(through: newest, in: $0) }
    }
  }

  /// The newest decision that a revision was planned with; 0: none.
  package func newestDecision(of revision: Int) throws(RecordFailure) -> Int {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Int.fetchOne(
          database, sql: "SELECT decisions FROM revision WHERE number = ?", arguments: [revision])
          ?? 0
      }
    }
  }

  /// Appends decisions, all or none.
  ///
  /// - Returns: What was appended, with the numbers that it got; nothing, and nothing is appended,
  ///   if the record has grown since `token`.
  package func decide(
    _ decisions: [Decision], ifUnchangedSince token: Token
  ) throws(RecordFailure) -> [Decision]? {
    try RecordFailure.wrapping(path) {
      try write { database -> [Decision]? in
        guard try Record.token(in: database) == token else { return nil }
        return try decisions.map { decision in
          var row = DecisionRow(decision)
          try row.insert(database)
          var decision = decision
          decision.number = Int(row.id ?? 0)
          return decision
        }
      }
    }
  }

  /// Who was told what, in the order told.
  package func sentNotices() throws(RecordFailure) -> [SentNotice] {
    try RecordFailure.wrapping(path) {
      try database.read { try Record.sentNotices(in: $0).map(\.notice) }
    }
  }

  /// Appends that somebody was told, all or none.
  package func send(_ notices: [SentNotice]) throws(RecordFailure) {
    try RecordFailure.wrapping(path) {
      try write { database in
        for notice in notices {
          try database.execute(
            sql: """
              INSERT INTO notice (name, about, revision, sent_by, sent_at) VALUES (?, ?, ?, ?, ?)
              """,
            arguments: [
              notice.notice, notice.about, notice.revision, notice.sentBy, notice.sentAt,
            ])
        }
      }
    }
  }

  static func sentNotices(
    in database: Database
  ) throws -> [(number: Int, notice: SentNotice)] {
    try GRDB.Row.fetchAll(
      database, sql: "SELECT id, name, about, revision, sent_by, sent_at FROM notice ORDER BY id"
    ).map { row in
      (
        row[0],
        SentNotice(
          notice: row[1], about: row[2], revision: row[3], sentBy: row[4], sentAt: row[5])
      )
    }
  }
}
