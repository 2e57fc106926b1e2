package import Drills
internal import GRDB

extension Record {
  /// The hours that were opened, in the order of opening.
  package func reveals() throws(RecordFailure) -> [Reveal] {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Row.fetchAll(
          database,
          sql: "SELECT activity, start, revealed_by, revealed_at FROM reveal ORDER BY id"
        ).map { row in
          Reveal(
            activity: row[0], start: Moment(minutes: row[1]), revealedBy: row[2],
            revealedAt: row[3])
        }
      }
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
