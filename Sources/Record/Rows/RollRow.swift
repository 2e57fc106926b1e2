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
    let found = try Cells.first(
      .roll,
      """
      SELECT id, zone, grace, lines FROM roll WHERE id =
        (SELECT roll FROM revision_roll WHERE revision = ?)
      """, [revision], in: database
    ) { row in
      guard let zone = Zone(try row.text(1)) else { throw row.damage(1) }
      return (
        try row.number(0), zone, try row.number(2, in: 0...100_000),
        try row.json(3, as: [Line].self)
      )
    }
    guard let found else { return nil }
    (id, zone, grace, lines) = found
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
        id, item.id, item.kind.rawValue, item.number, item.name, item.owner,
        item.series?.text ?? "",
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
    try Cells.all(
      .duty,
      """
      SELECT id, kind, number, name, owner, series, minutes, counts_as, wants, due, partners
      FROM duty
      WHERE \(condition)
      """, arguments, in: database, duty)
  }

  private static func duty(_ row: Cells) throws -> Duty {
    var duty = Duty(
      id: try row.id(0), kind: try row.word(1), number: try row.number(2),
      name: try row.text(3), owner: try row.id(4))
    let series = try row.text(5)
    if !series.isEmpty { duty.series = DutyID.Series(series) }
    duty.minutes = try row.optionalAmount(6)
    duty.countsAs = try row.text(7).split(separator: "\n").map(String.init)
    duty.wants = try row.text(8).split(separator: "\n").map(String.init)
    duty.due = try row.optionalDay(9)
    duty.partners = try row.text(10).split(separator: "\n").map { OwnerID(String($0)) }
    return duty
  }

  static func party(_ row: Cells) throws -> DutyRoll.Party {
    DutyRoll.Party(
      id: try row.id(0), name: try row.text(1), population: try row.amount(2),
      isCommunity: try row.flag(3))
  }
}
