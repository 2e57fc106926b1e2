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
    return try Row.fetchAll(
      database,
      sql: """
        SELECT id, line, unit, owner, day, amount, name, note, recorded_by, recorded_at FROM count
        WHERE \(condition) ORDER BY id
        """
    ).map { row in
      var count = Count(
        counter: Counter(line: row[1], unit: row[2]), owner: row[3], day: Day(number: row[4]),
        amount: bounded(row[5] as Int), recordedBy: row[8], recordedAt: row[9])
      count.number = row[0]
      count.name = row[6]
      count.note = row[7]
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
