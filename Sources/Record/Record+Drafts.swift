package import Drills
internal import GRDB

extension Record {
  /// The newest revision, if it is a draft of which nobody said anything yet.
  package func draft() throws(RecordFailure) -> Revision? {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Record.waitingDraft(in: database).flatMap { try Record.revision($0, in: database) }
      }
    }
  }

  /// The first revision that subscribers were told of.
  package func firstPublished() throws(RecordFailure) -> Int? {
    try RecordFailure.wrapping(path) {
      try database.read {
        try Int.fetchOne($0, sql: "SELECT MIN(number) FROM published_revision")
      }
    }
  }

  /// Ends the draft that waits: it becomes the published plan, or never will.
  ///
  /// - Parameters:
  ///   - end: What becomes of it.
  ///   - number: Of the draft.
  ///   - publications: What the feeds then say otherwise than before.
  ///   - seals: Of the hours that are newly hidden.
  ///   - author: Who says so.
  ///   - instant: Now, in seconds since 1970.
  ///   - token: What stood in the record when the draft was judged.
  /// - Returns: Whether it did; else nothing is appended, since the record has grown since `token`.
  /// - Throws: `RecordFailure`.
  package func end(
    _ end: Draft.End, draft number: Int, publications: [Publication], seals: [Seal] = [],
    by author: String, at instant: Int, ifUnchangedSince token: Token
  ) throws(RecordFailure) -> Bool {
    try RecordFailure.wrapping(path) {
      try write { database -> Bool in
        guard try Record.token(in: database) == token,
          try Record.waitingDraft(in: database) == number
        else { return false }
        try database.execute(
          sql: "INSERT INTO draft_end VALUES (?, ?, ?, ?)",
          arguments: [number, end.rawValue, author, instant])
        try Record.insert(publications, seals, into: database)
        return true
      }
    }
  }

  /// What became of a revision that was saved as a draft.
  static func draft(_ number: Int, in database: Database) throws -> Draft {
    let row = try GRDB.Row.fetchOne(
      database, sql: "SELECT outcome, ended_at FROM draft_end WHERE revision = ?",
      arguments: [number])
    guard let row, let end = Draft.End(rawValue: row[0]) else { return .waiting }
    switch end {
    case .published: return .published(at: row[1])
    case .discarded: return .discarded(at: row[1])
    }
  }

  private static func waitingDraft(in database: Database) throws -> Int? {
    try Int.fetchOne(
      database,
      sql: """
        SELECT number FROM revision
        WHERE number = (SELECT MAX(number) FROM revision) AND is_draft = 1
          AND number NOT IN (SELECT revision FROM draft_end)
        """)
  }

  static func draftEndEvents(in database: Database) throws -> [HistoryEvent] {
    try GRDB.Row.fetchAll(
      database, sql: "SELECT revision, outcome, ended_by, ended_at FROM draft_end ORDER BY revision"
    ).compactMap { row in
      Draft.End(rawValue: row[1]).map {
        HistoryEvent(
          instant: row[3], author: row[2], number: row[0], what: .draftEnd($0, revision: row[0]))
      }
    }
  }
}
