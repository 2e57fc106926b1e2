package import Drills
internal import Digests
internal import Foundation
internal import GRDB

extension Record {
  package func token() throws(RecordFailure) -> Token {
    try RecordFailure.wrapping(path) { try database.read(Record.token) }
  }

  /// The published revision, the newest that is no mere draft; nothing before the first.
  package func latestRevision() throws(RecordFailure) -> Revision? {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Int.fetchOne(database, sql: "SELECT MAX(number) FROM published_revision")
          .flatMap { try Record.revision($0, in: database) }
      }
    }
  }

  package func revision(_ number: Int) throws(RecordFailure) -> Revision? {
    try RecordFailure.wrapping(path) { try database.read { try Record.revision(number, in: $0) } }
  }

  /// The workspace that a revision was made from.
  package func files(of number: Int) throws(RecordFailure) -> [WorkspaceFile] {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT path, size, deflated FROM revision_file NATURAL JOIN content
            WHERE revision = ? ORDER BY path
            """, arguments: [number]
        ).map { row in
          let deflated: Data = row["deflated"]
          guard let bytes = Deflation.inflated(Array(deflated), size: row["size"]) else {
            throw RecordFailure(.damaged, path)
          }
          return WorkspaceFile(path: row["path"], bytes: bytes)
        }
      }
    }
  }

  /// Appends a plan under the next number, with the workspace it was made from and what its feeds
  /// now say.
  ///
  /// - Parameters:
  ///   - draft: A revision whose number is not looked at.
  ///   - files: The workspace.
  ///   - roll: Made from the workspace, if the record has not kept it yet.
  ///   - publications: What the feeds now say otherwise than before.
  ///   - seals: Of the hours that the plan newly hides.
  ///   - token: What stood in the record when planning began.
  /// - Returns: Nothing, and nothing is appended, if the record has grown since `token`.
  /// - Throws: `RecordFailure`.
  package func save(
    _ draft: Revision, files: [WorkspaceFile], roll: () -> DutyRoll, publications: [Publication],
    seals: [Seal] = [], ifUnchangedSince token: Token
  ) throws(RecordFailure) -> Revision? {
    try RecordFailure.wrapping(path) {
      try write { database -> Revision? in
        guard try Record.token(in: database) == token else { return nil }
        var revision = draft
        revision.number =
          (try Int.fetchOne(database, sql: "SELECT MAX(number) FROM revision") ?? 0) + 1
        try Record.insert(revision, into: database)
        for file in files { try Record.insert(file, of: revision.number, into: database) }
        try RollRow.insert(
          roll, of: revision.number, workspace: Record.hash(of: files), into: database)
        try Record.insert(publications, seals, into: database)
        return revision
      }
    }
  }

  static func insert(
    _ publications: [Publication], _ seals: [Seal], into database: Database
  ) throws {
    for publication in publications {
      var row = PublicationRow(publication)
      try row.insert(database)
    }
    for seal in seals {
      try database.execute(
        sql: "INSERT INTO seal (activity, start, salt) VALUES (?, ?, ?)",
        arguments: [seal.activity, seal.start.minutes, seal.salt])
    }
  }

  /// Of a whole workspace.
  static func hash(of files: [WorkspaceFile]) -> String {
    let lines = files.sorted { $0.path < $1.path }
      .map { "\($0.path)\n\(SHA256.hex(of: $0.bytes))\n" }
    return SHA256.hex(of: lines.joined())
  }

  static func token(in database: Database) throws -> Token {
    func newest(_ column: String, of table: String) throws -> Int {
      try Int.fetchOne(database, sql: "SELECT MAX(\(column)) FROM \(table)") ?? 0
    }
    return Token(
      revisions: try newest("number", of: "revision"),
      completions: try newest("id", of: "completion"),
      withdrawals: try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM withdrawal") ?? 0,
      decisions: try newest("id", of: "decision"),
      draftEnds: try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM draft_end") ?? 0)
  }

  static func revision(_ number: Int, in database: Database) throws -> Revision? {
    guard let row = try RevisionRow.fetchOne(database, key: number) else { return nil }
    var placements: [String: Placement] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT activity, day, start, venue FROM placement WHERE revision = ?",
      arguments: [number])
    while let row = try rows.next() {
      placements[row[0]] = Placement(
        day: Day(number: row[1]), start: row[2], venue: row[3])
    }
    let crews = try Row.fetchCursor(
      database, sql: "SELECT activity, role, team FROM crew WHERE revision = ?",
      arguments: [number])
    while let row = try crews.next() {
      let activity: String = row[0]
      placements[activity]?.teams[row[1]] = row[2]
    }
    let cancelled = try String.fetchSet(
      database, sql: "SELECT activity FROM cancelled WHERE revision = ?", arguments: [number])
    let fixings = try FixingRow.fetchAll(
      database, sql: "SELECT * FROM fixing WHERE revision = ?", arguments: [number])
    var revision = row.revision(
      Plan(placements), cancelled: cancelled,
      fixed: Dictionary(
        fixings.compactMap { row in row.fixing.map { (row.activity, $0) } },
        uniquingKeysWith: { $1 }))
    if row.isDraft { revision.draft = try Record.draft(number, in: database) }
    for place in try EarlierPlaceRow.fetchAll(
      database, sql: "SELECT * FROM earlier_place WHERE revision = ?", arguments: [number])
    {
      if let earlier = place.earlier {
        revision.earlier[place.activity] = earlier
      } else {
        revision.leftOut.insert(place.activity)
      }
    }
    return revision
  }

  /// Every published revision's number with the newest decision that it knew, in order.
  package func steps() throws(RecordFailure) -> [PlanHistory.Step] {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Row.fetchAll(
          database, sql: "SELECT number, decisions FROM published_revision ORDER BY number"
        ).map { PlanHistory.Step(number: $0[0], decisions: $0[1]) }
      }
    }
  }

  /// Ids of all that any published revision placed.
  package func everPlaced() throws(RecordFailure) -> Set<String> {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try String.fetchSet(
          database,
          sql: """
            SELECT DISTINCT activity FROM placement
            WHERE revision IN (SELECT number FROM published_revision)
            """)
      }
    }
  }

  private static func insert(_ revision: Revision, into database: Database) throws {
    try RevisionRow(revision, number: revision.number).insert(database)
    let placement = try database.makeStatement(
      sql: "INSERT INTO placement VALUES (?, ?, ?, ?, ?)")
    let crew = try database.makeStatement(sql: "INSERT INTO crew VALUES (?, ?, ?, ?)")
    for (id, place) in revision.plan.placements.sorted(by: { $0.key < $1.key }) {
      try placement.execute(
        arguments: [revision.number, id, place.day.number, place.start, place.venue])
      for (role, team) in place.teams.sorted(by: { $0.key < $1.key }) {
        try crew.execute(arguments: [revision.number, id, role, team])
      }
    }
    for id in revision.cancelled.sorted() {
      try database.execute(
        sql: "INSERT INTO cancelled VALUES (?, ?)", arguments: [revision.number, id])
    }
    for (id, fixing) in revision.fixed.sorted(by: { $0.key < $1.key }) {
      try FixingRow(fixing, of: id, in: revision.number).insert(database)
    }
    for row in EarlierPlaceRow.rows(of: revision) { try row.insert(database) }
  }

  /// One content is kept once, however many revisions it is part of.
  private static func insert(
    _ file: WorkspaceFile, of revision: Int, into database: Database
  ) throws {
    let hash = SHA256.hex(of: file.bytes)
    try database.execute(
      sql: "INSERT INTO content VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      arguments: [hash, file.bytes.count, Data(Deflation.deflated(file.bytes))])
    try database.execute(
      sql: "INSERT INTO revision_file VALUES (?, ?, ?)", arguments: [revision, file.path, hash])
  }
}
