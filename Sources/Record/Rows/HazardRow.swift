internal import Drills
internal import GRDB

/// Rows of `problem`, each with the mending that stands.
enum HazardRow {
  /// In the order recorded; those found by a completion that was withdrawn went with it.
  static func standing(in database: Database) throws -> [Hazard] {
    let mendings = try mendings(in: database)
    let files = try Attachment.files(of: .problem, in: database)
    return try all(
      where: """
        id NOT IN (SELECT number FROM retraction WHERE kind = 'problem')
        AND (completion IS NULL OR completion NOT IN (SELECT completion FROM withdrawal))
        """, in: database
    ).map { hazard in
      var hazard = hazard
      hazard.mending = mendings[hazard.number]
      hazard.files = files[hazard.number] ?? []
      return hazard
    }
  }

  static func all(where condition: String = "TRUE", in database: Database) throws -> [Hazard] {
    try Cells.all(
      .problem,
      """
      SELECT id, text, community, venue, source, mender, mend_by, found_on, completion,
        recorded_by, recorded_at FROM problem WHERE \(condition) ORDER BY id
      """, in: database
    ) { row in
      var hazard = Hazard(
        text: try row.text(1), owner: try row.id(2), source: try row.word(4),
        foundOn: try row.day(7), recordedBy: try row.text(9), recordedAt: try row.instant(10))
      hazard.number = try row.number(0)
      hazard.venue = try row.optionalText(3)
      hazard.mender = try row.text(5)
      hazard.mendBy = try row.optionalDay(6)
      hazard.completion = try row.optionalNumber(8)
      return hazard
    }
  }

  static func notYetStanding(_ hazards: [Hazard], in database: Database) throws -> [Hazard] {
    guard !hazards.isEmpty else { return [] }
    let standing = try standing(in: database)
    return hazards.filter { hazard in
      !standing.contains {
        $0.text == hazard.text && $0.owner == hazard.owner && $0.foundOn == hazard.foundOn
      }
    }
  }

  /// The newest standing mending of each problem.
  private static func mendings(in database: Database) throws -> [Int: Hazard.Mending] {
    let files = try Attachment.files(of: .mending, in: database)
    let mendings = try Cells.all(
      .mending,
      """
      SELECT id, problem, day, note, recorded_by, recorded_at FROM mending
      WHERE id NOT IN (SELECT number FROM retraction WHERE kind = 'mending') ORDER BY id
      """, in: database
    ) { row in
      var mending = Hazard.Mending(
        day: try row.day(2), recordedBy: try row.text(4), recordedAt: try row.instant(5))
      mending.note = try row.text(3)
      mending.files = files[try row.number(0)] ?? []
      return (try row.number(1), mending)
    }
    return Dictionary(mendings, uniquingKeysWith: { $1 })
  }

  @discardableResult
  static func insert(_ hazard: Hazard, into database: Database) throws -> Int {
    try database.execute(
      sql: """
        INSERT INTO problem (text, community, venue, source, mender, mend_by, found_on, completion,
          recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        hazard.text, hazard.owner, hazard.venue, hazard.source.rawValue, hazard.mender,
        hazard.mendBy?.number, hazard.foundOn.number, hazard.completion, hazard.recordedBy,
        hazard.recordedAt,
      ])
    let number = Int(database.lastInsertedRowID)
    try Attachment.insert(hazard.files, of: .problem, number, into: database)
    return number
  }
}
