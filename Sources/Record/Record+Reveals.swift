package import Drills
internal import GRDB

extension Record {
  /// The hours that were opened, in the order of opening.
  package func reveals() throws(RecordFailure) -> [Reveal] {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Record.numberedReveals(in: database).map(\.reveal)
      }
    }
  }

  static func numberedReveals(in database: Database) throws -> [(number: Int, reveal: Reveal)] {
    try Cells.all(
      .reveal, "SELECT id, activity, start, revealed_by, revealed_at FROM reveal ORDER BY id",
      in: database
    ) { row in
      (
        try row.number(0),
        Reveal(
          activity: try row.id(1), start: try row.moment(2), revealedBy: try row.text(3),
          revealedAt: try row.instant(4))
      )
    }
  }

  /// Appends that an hour was opened.
  ///
  /// - Returns: Whether it was still hidden; if not, nothing is appended.
  package func reveal(_ reveal: Reveal) throws(RecordFailure) -> Bool {
    try RecordFailure.wrapping(path) {
      try write { database in
        try database.execute(
          sql: """
            INSERT INTO reveal (activity, start, revealed_by, revealed_at) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
          arguments: [
            reveal.activity, reveal.start.minutes, reveal.revealedBy, reveal.revealedAt,
          ])
        return database.changesCount > 0
      }
    }
  }
}
