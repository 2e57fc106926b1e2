internal import Drills
internal import GRDB

/// Rows of `work`, each with the outcomes that stand.
enum WorkRow {
  static func standing(in database: Database) throws -> [Work] {
    let files = try Attachment.files(of: .work, in: database)
    var outcomes: [Int: [Work.Outcome]] = [:]
    try Cells.each(
      .outcome,
      """
      SELECT id, work, stage, passed, day, recorded_by, recorded_at FROM outcome
      WHERE id NOT IN (SELECT number FROM retraction WHERE kind = 'outcome') ORDER BY id
      """, in: database
    ) { row in outcomes[try row.number(1), default: []].append(try outcome(row)) }
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
    try Cells.all(
      .work,
      """
      SELECT id, campaign, community, title, medium, published, platform, recorded_by, recorded_at
      FROM work WHERE \(condition) ORDER BY id
      """, in: database
    ) { row in
      var work = Work(
        campaign: try row.text(1), owner: try row.id(2), title: try row.text(3),
        medium: try row.word(4), published: try row.day(5), recordedBy: try row.text(7),
        recordedAt: try row.instant(8))
      work.number = try row.number(0)
      work.platform = try row.text(6)
      return work
    }
  }

  /// From its columns but the first two, in the table's order.
  static func outcome(_ row: Cells) throws -> Work.Outcome {
    Work.Outcome(
      stage: try row.text(2), passed: try row.flag(3), day: try row.day(4),
      recordedBy: try row.text(5), recordedAt: try row.instant(6))
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
