internal import Drills
internal import GRDB

/// Rows of `work`, each with the outcomes that stand.
enum WorkRow {
  static func standing(in database: Database) throws -> [Work] {
    let files = try Attachment.files(of: .work, in: database)
    var outcomes: [Int: [Work.Outcome]] = [:]
    for row in try Row.fetchAll(
      database,
      sql: """
        SELECT work, stage, passed, day, recorded_by, recorded_at FROM outcome
        WHERE id NOT IN (SELECT number FROM retraction WHERE kind = 'outcome') ORDER BY id
        """)
    {
      outcomes[row[0], default: []].append(
        Work.Outcome(
          stage: row[1], passed: row[2], day: Day(number: row[3]), recordedBy: row[4],
          recordedAt: row[5]))
    }
    return try all(
      where: "id NOT IN (SELECT number FROM retraction WHERE kind = 'work')", in: database
    ).map { work in
      var work = work
      work.files = files[work.number] ?? []
      work.outcomes = outcomes[work.number] ?? []
      return work
    }
  }

  static func all(where condition: String = "TRUE", in database: Database) throws -> [Work] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT id, campaign, community, title, medium, published, platform, recorded_by, recorded_at
        FROM work WHERE \(condition) ORDER BY id
        """
    ).compactMap { row in
      guard let medium = Work.Medium(rawValue: row[4]) else { return nil }
      var work = Work(
        campaign: row[1], owner: row[2], title: row[3], medium: medium,
        published: Day(number: row[5]), recordedBy: row[7], recordedAt: row[8])
      work.number = row[0]
      work.platform = row[6]
      return work
    }
  }

  static func insert(_ work: Work, into database: Database) throws -> Int {
    try database.execute(
      sql: """
        INSERT INTO work (campaign, community, title, medium, published, platform, recorded_by,
          recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        work.campaign, work.owner, work.title, work.medium.rawValue, work.published.number,
        work.platform, work.recordedBy, work.recordedAt,
      ])
    let number = Int(database.lastInsertedRowID)
    try Attachment.insert(work.files, of: .work, number, into: database)
    return number
  }
}
