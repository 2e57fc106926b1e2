internal import Drills
internal import GRDB

/// Rows of `count`.
enum CountRow {
  static func standing(in database: Database) throws -> [Count] {
    try all(
      where: "id NOT IN (SELECT number FROM retraction WHERE kind = 'count')", in: database)
  }

  static func all(where condition: String = "TRUE", in database: Database) throws -> [Count] {
    let files = try Attachment.files(of: .count, in: database)
    return try Cells.all(
      .count,
      """
      SELECT id, line, unit, owner, day, amount, name, note, recorded_by, recorded_at FROM count
      WHERE \(condition) ORDER BY id
      """, in: database
    ) { row in
      var count = Count(
        counter: Counter(line: try row.text(1), unit: try row.text(2)), owner: try row.id(3),
        day: try row.day(4), amount: max(try row.amount(5, from: .min), -Count.most),
        recordedBy: try row.text(8), recordedAt: try row.instant(9))
      count.number = try row.number(0)
      count.name = try row.text(6)
      count.note = try row.text(7)
      count.files = files[count.number] ?? []
      return count
    }
  }

  static func insert(_ count: Count, into database: Database) throws -> Int {
    try database.execute(
      sql: """
        INSERT INTO count (line, unit, owner, day, amount, name, note, recorded_by, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        count.counter.line, count.counter.unit, count.owner, count.day.number, count.amount,
        count.name, count.note, count.recordedBy, count.recordedAt,
      ])
    let number = Int(database.lastInsertedRowID)
    try Attachment.insert(count.files, of: .count, number, into: database)
    return number
  }
}
