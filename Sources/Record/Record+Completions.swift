package import Drills
internal import GRDB

extension Record {
  /// The completions that no withdrawal took back, in the order recorded.
  ///
  /// Of one activity the last is the one that holds; of a campaign all hold.
  package func standingCompletions() throws(RecordFailure) -> [Completion] {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        var counts: [Int64: [String: Int]] = [:]
        let rows = try Row.fetchCursor(
          database, sql: "SELECT completion, counter, amount FROM completion_count")
        while let row = try rows.next() {
          let id: Int64 = row[0]
          counts[id, default: [:]][row[1]] = row[2]
        }
        return try CompletionRow.fetchAll(
          database,
          sql: """
            SELECT * FROM completion
            WHERE id NOT IN (SELECT completion FROM withdrawal) ORDER BY id
            """
        ).map { $0.completion(counts: $0.id.flatMap { counts[$0] } ?? [:]) }
      }
    }
  }

  package func complete(_ completion: Completion) throws(RecordFailure) {
    try RecordFailure.wrapping(path) {
      try database.write { database in
        var row = CompletionRow(completion)
        try row.insert(database)
        for (counter, amount) in completion.counts.sorted(by: { $0.key < $1.key }) {
          try database.execute(
            sql: "INSERT INTO completion_count VALUES (?, ?, ?)",
            arguments: [row.id, counter, amount])
        }
      }
    }
  }

  /// Takes back the newest standing completion; the one before it stands again.
  ///
  /// - Parameters:
  ///   - activity: What was completed.
  ///   - author: Who takes it back.
  ///   - instant: When, in seconds since 1970.
  /// - Returns: What was taken back; nothing if nothing stood.
  /// - Throws: `RecordFailure`.
  package func withdraw(
    newestOf activity: String, by author: String, at instant: Int
  ) throws(RecordFailure) -> Completion? {
    try RecordFailure.wrapping(path) {
      try database.write { database -> Completion? in
        let newest = try CompletionRow.fetchOne(
          database,
          sql: """
            SELECT * FROM completion
            WHERE activity = ? AND id NOT IN (SELECT completion FROM withdrawal)
            ORDER BY id DESC LIMIT 1
            """, arguments: [activity])
        guard let newest, let id = newest.id else { return nil }
        try database.execute(
          sql: "INSERT INTO withdrawal VALUES (?, ?, ?)", arguments: [id, author, instant])
        let counts = try Row.fetchAll(
          database, sql: "SELECT counter, amount FROM completion_count WHERE completion = ?",
          arguments: [id])
        return newest.completion(
          counts: Dictionary(counts.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 }))
      }
    }
  }
}
