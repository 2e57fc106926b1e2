internal import Drills
internal import GRDB

/// Rows of `problem`, each with the mending that stands.
enum ProblemRow {
  /// In the order recorded; those found by a completion that was withdrawn went with it.
  static func standing(in database: Database) throws -> [Problem] {
    let mendings = try mendings(in: database)
    let files = try Attachment.files(of: .problem, in: database)
    return try all(
      where: """
        id NOT IN (SELECT number FROM retraction WHERE kind = 'problem')
        AND (completion IS NULL OR completion NOT IN (SELECT completion FROM withdrawal))
        """, in: database
    ).map { problem in
      var problem = problem
      problem.mending = mendings[problem.number]
      problem.files = files[problem.number] ?? []
      return problem
    }
  }

  static func all(where condition: String = "TRUE", in database: Database) throws -> [Problem] {
    try Cells.all(
      .problem,
      """
      SELECT id, text, community, venue, source, mender, mend_by, found_on, completion,
        recorded_by, recorded_at FROM problem WHERE \(condition) ORDER BY id
      """, in: database
    ) { row in
      var problem = Problem(
        text: try row.text(1), owner: try row.id(2), source: try row.word(4),
        foundOn: try row.day(7), recordedBy: try row.text(9), recordedAt: try row.instant(10))
      problem.number = try row.number(0)
      problem.venue = try row.optionalText(3)
      problem.mender = try row.text(5)
      problem.mendBy = try row.optionalDay(6)
      problem.completion = try row.optionalNumber(8)
      return problem
    }
  }

  static func notYetStanding(_ problems: [Problem], in database: Database) throws -> [Problem] {
    guard !problems.isEmpty else { return [] }
    let standing = try standing(in: database)
    return problems.filter { problem in
      !standing.contains {
        $0.text == problem.text && $0.owner == problem.owner && $0.foundOn == problem.foundOn
      }
    }
  }

  /// The newest standing mending of each problem.
  private static func mendings(in database: Database) throws -> [Int: Problem.Mending] {
    let files = try Attachment.files(of: .mending, in: database)
    let mendings = try Cells.all(
      .mending,
      """
      SELECT id, problem, day, note, recorded_by, recorded_at FROM mending
      WHERE id NOT IN (SELECT number FROM retraction WHERE kind = 'mending') ORDER BY id
      """, in: database
    ) { row in
      var mending = Problem.Mending(
        day: try row.day(2), recordedBy: try row.text(4), recordedAt: try row.instant(5))
      mending.note = try row.text(3)
      mending.files = files[try row.number(0)] ?? []
      return (try row.number(1), mending)
    }
    return Dictionary(mendings, uniquingKeysWith: { $1 })
  }

  @discardableResult
  static func insert(_ problem: Problem, into database: Database) throws -> Int {
    try database.execute(
      sql: """
        INSERT INTO problem (text, community, venue, source, mender, mend_by, found_on, completion,
          recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        problem.text, problem.owner, problem.venue, problem.source.rawValue, problem.mender,
        problem.mendBy?.number, problem.foundOn.number, problem.completion, problem.recordedBy,
        problem.recordedAt,
      ])
    let number = Int(database.lastInsertedRowID)
    try Attachment.insert(problem.files, of: .problem, number, into: database)
    return number
  }
}
