package import Drills
internal import Digests
internal import Foundation
internal import GRDB

extension Record {
  package func token() throws(RecordFailure) -> Token {
    try RecordFailure.wrapping(path) { try database.read(Record.token) }
  }

  /// The newest revision's number, published or not; 0 before the first.
  package func newestRevision() throws(RecordFailure) -> Int {
    try RecordFailure.wrapping(path) { try database.read(Record.newestRevision) }
  }

  /// The published revision, the newest that is no mere draft; nothing before the first.
  package func latestRevision() throws(RecordFailure) -> Revision? {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Record.publishedRevision(in: database)
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
        try Cells.all(
          .content,
          """
          SELECT path, size, deflated, hash FROM revision_file NATURAL JOIN content
          WHERE revision = ? ORDER BY path
          """, [number], in: database
        ) { row in
          let size = try row.number(1, in: 0...Record.largestFile)
          guard let bytes = Deflation.inflated(try row.bytes(2), size: size),
            SHA256.hex(of: bytes) == (try row.hash(3))
          else { throw row.damage(1) }
          return WorkspaceFile(path: try row.text(0), bytes: bytes)
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
        revision.number = try Record.newestRevision(in: database) + 1
        try Record.insert(revision, into: database)
        for file in files { try Record.insert(file, of: revision.number, into: database) }
        try RollRow.insert(
          roll, of: revision.number, workspace: Record.hash(of: files), into: database)
        try Record.insert(publications, seals, into: database)
        return revision
      }
    }
  }

  /// Bytes; a workspace has no larger one.
  private static let largestFile = 1 << 28

  /// The newest revision's number, published or not; 0 before the first.
  static func newestRevision(in database: Database) throws -> Int {
    try Cells.first(.revision, "SELECT MAX(number) FROM revision", in: database) {
      try $0.optionalNumber(0, in: 1...Int(Int32.max) - 1)
    }.flatMap(\.self) ?? 0
  }

  /// The newest number that is no mere draft's; nothing before the first.
  static func publishedRevision(in database: Database) throws -> Int? {
    try Cells.first(.revision, "SELECT MAX(number) FROM published_revision", in: database) {
      try $0.optionalNumber(0, in: 1...Int(Int32.max) - 1)
    }.flatMap(\.self)
  }

  static func insert(
    _ publications: [Publication], _ seals: [Seal], into database: Database
  ) throws {
    for publication in publications { try PublicationRow(publication).insert(database) }
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
    guard let row = try RevisionRow.all("number = ?", [number], in: database).first else {
      return nil
    }
    var placements: [DutyID: Placement] = [:]
    try Cells.each(
      .placement, "SELECT activity, day, start, venue FROM placement WHERE revision = ?",
      [number], in: database
    ) { row in placements[try row.id(0)] = try placement(row) }
    try Cells.each(
      .crew, "SELECT activity, role, team FROM crew WHERE revision = ?", [number], in: database
    ) { row in placements[try row.id(0)]?.teams[try row.text(1)] = try row.text(2) }
    let cancelled = try Cells.all(
      .cancelled, "SELECT activity FROM cancelled WHERE revision = ?", [number], in: database
    ) { try $0.id(0, as: DutyID.self) }
    var revision = row.revision(
      Plan(placements), cancelled: Set(cancelled),
      fixed: try FixingRow.all(of: number, in: database))
    if row.isDraft { revision.draft = try Record.draft(number, in: database) }
    try EarlierPlaceRow.hang(on: &revision, in: database)
    return revision
  }

  /// From activity, day, start and venue; its teams are rows of their own.
  static func placement(_ row: Cells) throws -> Placement {
    Placement(
      day: try row.day(1), start: try row.number(2, in: Cells.minutesOfDay),
      venue: try row.optionalText(3))
  }

  /// Every published revision's number with the newest decision that it knew, in order.
  package func steps() throws(RecordFailure) -> [PlanHistory.Step] {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Cells.all(
          .revision, "SELECT number, decisions FROM published_revision ORDER BY number",
          in: database
        ) { PlanHistory.Step(number: try $0.number(0), decisions: try $0.number(1)) }
      }
    }
  }

  /// Of each workspace that was ever planned the newest revision, the newest first.
  package func newestOfEachWorkspace() throws(RecordFailure) -> [Int] {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Cells.all(
          .revision,
          """
          SELECT MAX(number) AS newest FROM revision
          LEFT JOIN revision_roll ON revision_roll.revision = number
          GROUP BY COALESCE(roll, -number) ORDER BY newest DESC
          """, in: database
        ) { try $0.number(0) }
      }
    }
  }

  /// Ids of all that any published revision placed.
  package func everPlaced() throws(RecordFailure) -> Set<DutyID> {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        Set(
          try Cells.all(
            .placement,
            """
            SELECT DISTINCT activity FROM placement
            WHERE revision IN (SELECT number FROM published_revision)
            """, in: database
          ) { try $0.id(0) })
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
