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
    try Row.fetchAll(
      database,
      sql: """
        SELECT id, text, community, venue, source, mender, mend_by, found_on, completion,
          recorded_by, recorded_at FROM problem WHERE \(condition) ORDER BY id
        """
    ).compactMap { row in
      guard let source = Hazard.Source(rawValue: row[4]) else { return nil }
      var hazard = Hazard(
        text: row[1], owner: row[2], source: source, foundOn: Day(number: row[7]),
        recordedBy: row[9], recordedAt: row[10])
      hazard.number = row[0]
      hazard.venue = row[3]
      hazard.mender = row[5]
      hazard.mendBy = (row[6] as Int32?).map { Day(number: $0) }
      hazard.completion = row[8]
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
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT id, problem, day, note, recorded_by, recorded_at FROM mending
        WHERE id NOT IN (SELECT number FROM retraction WHERE kind = 'mending') ORDER BY id
        """)
    return Dictionary(
      rows.map { row in
        var mending = Hazard.Mending(
          day: Day(number: row[2]), recordedBy: row[4], recordedAt: row[5])
        mending.note = row[3]
        mending.files = files[row[0]] ?? []
        return (row[1], mending)
      }, uniquingKeysWith: { $1 })
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
