package import Drills
internal import GRDB

extension Record {
  /// All that stands, as of one moment.
  package func accounts() throws(RecordFailure) -> Accounts {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        var accounts = Accounts()
        accounts.completions = try CompletionRow.standing(in: database)
        accounts.counts = try CountRow.standing(in: database)
        accounts.problems = try ProblemRow.standing(in: database)
        accounts.works = try WorkRow.standing(in: database)
        accounts.sentNotices = try Record.sentNotices(in: database).map(\.notice)
        return accounts
      }
    }
  }

  /// Appends numbers for counters, all or none.
  ///
  /// - Parameters:
  ///   - submission: The key that it is known by.
  ///   - counts: Made from what stands, inside the transaction, so that totals so far become
  ///     differences to what is really there; nothing: append nothing.
  /// - Returns: What was appended, with the numbers that it got.
  /// - Throws: `RecordFailure`.
  package func count(
    under submission: Submission? = nil, _ counts: (Accounts) -> [Count]?
  ) throws(RecordFailure) -> [Count]? {
    try RecordFailure.wrapping(path) {
      try write(under: submission) { database in
        var accounts = Accounts()
        accounts.completions = try CompletionRow.standing(in: database)
        accounts.counts = try CountRow.standing(in: database)
        accounts.problems = try ProblemRow.standing(in: database)
        let appended = try counts(accounts)?.map { count in
          var count = count
          count.number = try CountRow.insert(count, into: database)
          return count
        }
        return (appended, appended?.map { Submitted.Row(number: $0.number, isNew: true) })
      }
    }
  }

  /// - Returns: The number that it got.
  package func report(
    _ problem: Problem, under submission: Submission? = nil
  ) throws(RecordFailure) -> Int {
    try RecordFailure.wrapping(path) {
      try write(under: submission) { database in
        let number = try ProblemRow.insert(problem, into: database)
        return (number, [Submitted.Row(number: number, isNew: true)])
      }
    }
  }

  /// The problem of that number as it was reported, whether it stands or not.
  package func problem(_ number: Int) throws(RecordFailure) -> Problem? {
    try RecordFailure.wrapping(path) {
      try database.read { try ProblemRow.all(where: "id = \(number)", in: $0).first }
    }
  }

  /// Those that were reported with that completion.
  package func problems(foundBy completion: Int) throws(RecordFailure) -> [Problem] {
    try RecordFailure.wrapping(path) {
      try database.read { try ProblemRow.all(where: "completion = \(completion)", in: $0) }
    }
  }

  /// The day of the mending of that row, whether it stands or not.
  package func mendingDay(_ row: Int) throws(RecordFailure) -> Day? {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Cells.first(.mending, "SELECT id, day FROM mending WHERE id = ?", [row], in: database) {
          try $0.day(1)
        }
      }
    }
  }

  /// The work of that number as it was entered, whether it stands or not.
  package func work(_ number: Int) throws(RecordFailure) -> Work? {
    try RecordFailure.wrapping(path) {
      try database.read { try WorkRow.all(where: "id = \(number)", in: $0).first }
    }
  }

  /// Records that a problem was mended.
  ///
  /// - Returns: The problem as it stood before, with an earlier mending if it has one, in which case
  ///   nothing is appended; nothing at all if there is no such problem.
  package func mend(
    _ number: Int, _ mending: Problem.Mending, under submission: Submission? = nil
  ) throws(RecordFailure) -> Problem? {
    try RecordFailure.wrapping(path) {
      try write(under: submission) { database in
        let standing = try ProblemRow.standing(in: database).first { $0.number == number }
        guard let standing, standing.mending == nil else { return (standing, nil) }
        try database.execute(
          sql: """
            INSERT INTO mending (problem, day, note, recorded_by, recorded_at)
            VALUES (?, ?, ?, ?, ?)
            """,
          arguments: [
            number, mending.day.number, mending.note, mending.recordedBy, mending.recordedAt,
          ])
        let row = Int(database.lastInsertedRowID)
        try Attachment.insert(mending.files, of: .mending, row, into: database)
        return (standing, [Submitted.Row(number: row, isNew: true)])
      }
    }
  }

  /// - Returns: The number that it got.
  package func enter(
    _ work: Work, under submission: Submission? = nil
  ) throws(RecordFailure) -> Int {
    try RecordFailure.wrapping(path) {
      try write(under: submission) { database in
        let number = try WorkRow.insert(work, into: database)
        return (number, [Submitted.Row(number: number, isNew: true)])
      }
    }
  }

  /// Records what a stage decided of a work.
  ///
  /// - Parameters:
  ///   - number: The work's.
  ///   - submission: The key that it is known by.
  ///   - decide: Given the work as it stands, inside the transaction; nothing: append nothing.
  /// - Returns: The work as it stood before; nothing if there is no such work.
  /// - Throws: `RecordFailure`.
  package func judge(
    _ number: Int, under submission: Submission? = nil, _ decide: (Work) -> Work.Outcome?
  ) throws(RecordFailure) -> Work? {
    try RecordFailure.wrapping(path) {
      try write(under: submission) { database in
        let standing = try WorkRow.standing(in: database).first { $0.number == number }
        guard let standing, let outcome = decide(standing) else { return (standing, nil) }
        try database.execute(
          sql: """
            INSERT INTO outcome (work, stage, passed, day, recorded_by, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            number, outcome.stage, outcome.passed, outcome.day.number, outcome.recordedBy,
            outcome.recordedAt,
          ])
        let row = Int(database.lastInsertedRowID)
        return (standing, [Submitted.Row(number: row, isNew: true)])
      }
    }
  }

  /// Takes a count or a problem or a work back by its number, or the newest standing mending or
  /// outcome of the problem or work of that number.
  ///
  /// - Returns: Whether there was anything to take back.
  package func retract(
    _ kind: Retractable, _ number: Int, by author: String, at instant: Instant
  ) throws(RecordFailure) -> Bool {
    try RecordFailure.wrapping(path) {
      try write { database in
        let (table, column) =
          switch kind {
          case .count: ("count", "id")
          case .problem: ("problem", "id")
          case .work: ("work", "id")
          case .mending: ("mending", "problem")
          case .outcome: ("outcome", "work")
          }
        let found = try Int.fetchOne(
          database,
          sql: """
            SELECT id FROM \(table) WHERE \(column) = ?
            AND id NOT IN (SELECT number FROM retraction WHERE kind = ?) ORDER BY id DESC LIMIT 1
            """, arguments: [number, kind.rawValue])
        guard let found else { return false }
        try database.execute(
          sql: "INSERT INTO retraction VALUES (?, ?, ?, ?)",
          arguments: [kind.rawValue, found, author, instant])
        return true
      }
    }
  }
}
