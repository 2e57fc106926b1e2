internal import Drills
internal import Foundation
internal import GRDB

/// A row of `roll`, and the rows that hang on it.
struct RollRow {
  let id: Int
  let zone: Zone
  let grace: Int
  let lines: [Line]

  /// The roll of a revision; nothing if none is kept yet.
  init?(of revision: Int, in database: Database) throws {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT id, zone, grace, lines FROM roll WHERE id =
          (SELECT roll FROM revision_roll WHERE revision = ?)
        """, arguments: [revision])
    guard let row, let zone = Zone(row[1]) else { return nil }
    id = row[0]
    self.zone = zone
    grace = row[2]
    let text: String = row[3]
    lines = (try? JSONDecoder().decode([Line].self, from: Data(text.utf8))) ?? []
  }

  /// Keeps the roll of a revision, once for each workspace.
  static func insert(
    _ roll: () -> DutyRoll, of revision: Int, workspace hash: String, into database: Database
  ) throws {
    let known = try Int.fetchOne(
      database, sql: "SELECT id FROM roll WHERE workspace = ?", arguments: [hash])
    try database.execute(
      sql: "INSERT INTO revision_roll VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [revision, try known ?? insert(roll(), workspace: hash, into: database)])
  }

  private static func insert(
    _ roll: DutyRoll, workspace hash: String, into database: Database
  ) throws -> Int {
    let lines = String(decoding: try JSONEncoder().encode(roll.lines), as: UTF8.self)
    try database.execute(
      sql: "INSERT INTO roll (workspace, zone, grace, lines) VALUES (?, ?, ?, ?)",
      arguments: [hash, roll.zone.identifier, roll.grace, lines])
    let id = Int(database.lastInsertedRowID)
    let duty = try database.makeStatement(
      sql: "INSERT INTO duty VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
    for item in roll.duties {
      try duty.execute(arguments: [
        id, item.id, item.kind.rawValue, item.number, item.name, item.owner, item.series,
        item.minutes, item.countsAs.joined(separator: "\n"), item.wants.joined(separator: "\n"),
        item.due?.number, item.partners.joined(separator: "\n"),
      ])
    }
    let party = try database.makeStatement(
      sql: "INSERT INTO party VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
    for (number, item) in roll.parties.enumerated() {
      try party.execute(
        arguments: [id, item.id, number, item.name, item.population, item.isCommunity])
    }
    let seats = try database.makeStatement(
      sql: "INSERT INTO seats VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
    for item in roll.venues {
      try seats.execute(arguments: [id, item.id, item.name, item.capacity])
    }
    return id
  }

  static func duties(
    _ condition: String, _ arguments: StatementArguments, in database: Database
  ) throws -> [Duty] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT id, kind, number, name, owner, series, minutes, counts_as, wants, due, partners
        FROM duty
        WHERE \(condition)
        """, arguments: arguments
    ).compactMap { row in
      guard let kind = Duty.Kind(rawValue: row[1]) else { return nil }
      var duty = Duty(id: row[0], kind: kind, number: row[2], name: row[3], owner: row[4])
      duty.series = row[5]
      duty.minutes = row[6]
      duty.countsAs = (row[7] as String).split(separator: "\n").map(String.init)
      duty.wants = (row[8] as String).split(separator: "\n").map(String.init)
      duty.partners = (row[10] as String).split(separator: "\n").map(String.init)
      duty.due = (row[9] as Int32?).map { Day(number: $0) }
      return duty
    }
  }
}
