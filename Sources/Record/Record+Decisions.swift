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
        try Cells.first(
          .revision, "SELECT decisions FROM revision WHERE number = ?", [revision], in: database
        ) { try $0.number(0) } ?? 0
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
        return try decisions.map { try Record.insert($0, into: database) }
      }
    }
  }

  /// With the number that it got.
  static func insert(_ decision: Decision, into database: Database) throws -> Decision {
    var row = DecisionRow(decision)
    try row.insert(database)
    var decision = decision
    decision.number = Int(row.id ?? 0)
    return decision
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
              INSERT INTO told (name, about, revision, how, told_by, told_at)
              VALUES (?, ?, ?, ?, ?, ?)
              """,
            arguments: [
              notice.notice, notice.about, notice.revision, notice.how.rawValue, notice.sentBy,
              notice.sentAt,
            ])
        }
      }
    }
  }

  static func sentNotices(
    in database: Database
  ) throws -> [(number: Int, notice: SentNotice)] {
    try Cells.all(
      .told, "SELECT id, name, about, revision, how, told_by, told_at FROM told ORDER BY id",
      in: database
    ) { row in
      (
        try row.number(0),
        SentNotice(
          notice: try row.id(1), about: try row.text(2), revision: try row.number(3),
          how: try row.word(4), sentBy: try row.text(5), sentAt: try row.instant(6))
      )
    }
  }
}
