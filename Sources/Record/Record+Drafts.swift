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
  ///   - instant: Now.
  ///   - token: What stood in the record when the draft was judged.
  /// - Returns: Whether it did; else nothing is appended, since the record has grown since `token`.
  /// - Throws: `RecordFailure`.
  package func end(
    _ end: Draft.End, draft number: Int, publications: [Publication], seals: [Seal] = [],
    by author: String, at instant: Instant, ifUnchangedSince token: Token
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
    try Cells.first(
      .draftEnd, "SELECT revision, outcome, ended_at FROM draft_end WHERE revision = ?", [number],
      in: database
    ) { row in
      switch try row.word(1, as: Draft.End.self) {
      case .published: .published(at: try row.instant(2))
      case .discarded: .discarded(at: try row.instant(2))
      }
    } ?? .waiting
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
    try Cells.all(
      .draftEnd,
      "SELECT revision, outcome, ended_by, ended_at FROM draft_end ORDER BY revision", in: database
    ) { row in
      HistoryEvent(
        instant: try row.instant(3), author: try row.text(2), number: try row.number(0),
        what: .draftEnd(try row.word(1), revision: try row.number(0)))
    }
  }
}
