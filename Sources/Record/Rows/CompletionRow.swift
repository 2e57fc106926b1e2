internal import Drills
internal import GRDB

/// Rows of `completion`, with what hangs on them.
///
/// Read by column number and not by `Codable`, which takes ten times as long: a status reads them
/// all.
enum CompletionRow {
  private static let columns = """
    completion.id, activity, day, last_day, people, start, minutes, residents, assisted,
    evacuation_seconds, headcount_seconds, mode, weather, observers, note, is_confirmed, is_late,
    recorded_by, recorded_at
    """
  private static let stands = "completion.id NOT IN (SELECT completion FROM withdrawal)"

  /// In the order recorded.
  static func standing(in database: Database) throws -> [Completion] {
    try fetch("SELECT \(columns) FROM completion WHERE \(stands) ORDER BY id", in: database)
  }

  static func all(in database: Database) throws -> [Completion] {
    try fetch("SELECT \(columns) FROM completion ORDER BY id", in: database)
  }

  /// Those of a duty, and those of the joint drills that name it as a partner's; in the order
  /// recorded.
  static func standing(about duty: DutyID, in database: Database) throws -> [Completion] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT \(columns) FROM completion WHERE \(stands) AND activity IN (
          SELECT ? UNION ALL
          SELECT host.activity FROM partner JOIN completion AS host ON host.id = partner.completion
          WHERE partner.activity = ?)
        ORDER BY id
        """, arguments: [duty, duty])
    var result = rows.map(completion)
    if result.isEmpty { return [] }
    let numbers = result.map { String($0.number) }.joined(separator: ", ")
    try hang(on: &result, "completion IN (\(numbers))", "number IN (\(numbers))", in: database)
    return result
  }

  static func newestStanding(of duty: DutyID, in database: Database) throws -> Completion? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT \(columns) FROM completion WHERE activity = ? AND \(stands) ORDER BY id DESC LIMIT 1
        """, arguments: [duty])
    guard let row else { return nil }
    var result = [completion(row)]
    let number = result[0].number
    try hang(on: &result, "completion = \(number)", "number = \(number)", in: database)
    return result[0]
  }

  private static func fetch(_ sql: String, in database: Database) throws -> [Completion] {
    var result: [Completion] = []
    let rows = try Row.fetchCursor(database, sql: sql)
    while let row = try rows.next() { result.append(completion(row)) }
    try hang(on: &result, "TRUE", "TRUE", in: database)
    return result
  }

  private static func completion(_ row: GRDB.Row) -> Completion {
    var completion = Completion(
      of: row[1], day: Day(number: row[2]), people: bounded(row[4] as Int),
      recordedBy: row[17],
      recordedAt: row[18])
    completion.number = row[0]
    completion.lastDay = (row[3] as Int32?).map { Day(number: $0) }
    completion.start = row[5]
    completion.minutes = (row[6] as Int?).map(bounded)
    completion.residents = (row[7] as Int?).map(bounded)
    completion.assisted = (row[8] as Int?).map(bounded)
    completion.evacuationSeconds = (row[9] as Int?).map(bounded)
    completion.headcountSeconds = (row[10] as Int?).map(bounded)
    completion.mode = (row[11] as String?).flatMap(Requirement.Mode.init)
    completion.weather = row[12]
    completion.observers = row[13]
    completion.note = row[14]
    completion.isConfirmed = row[15]
    completion.isLate = row[16]
    return completion
  }

  /// Adds counts, partners and files; the conditions choose the rows that are looked at.
  private static func hang(
    on completions: inout [Completion], _ condition: String, _ fileCondition: String,
    in database: Database
  ) throws {
    let indices = Dictionary(
      completions.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    let counts = try Row.fetchCursor(
      database,
      sql: "SELECT completion, counter, amount FROM completion_count WHERE \(condition)")
    while let row = try counts.next() {
      guard let index = indices[row[0]] else { continue }
      completions[index].counts[row[1]] = bounded(row[2] as Int)
    }
    let partners = try Row.fetchCursor(
      database,
      sql: """
        SELECT completion, community, people, activity FROM partner WHERE \(condition)
        ORDER BY completion, community
        """)
    while let row = try partners.next() {
      guard let index = indices[row[0]] else { continue }
      completions[index].partners.append(
        Completion.Partner(community: row[1], people: bounded(row[2] as Int), activity: row[3]))
    }
    let files = try Attachment.files(of: .completion, where: fileCondition, in: database)
    for (number, files) in files {
      if let index = indices[number] { completions[index].files = files }
    }
  }

  /// - Returns: The number that it got.
  static func insert(_ completion: Completion, into database: Database) throws -> Int {
    try database.execute(
      sql: """
        INSERT INTO completion (activity, day, last_day, people, start, minutes, residents,
          assisted, evacuation_seconds, headcount_seconds, mode, weather, observers, note,
          is_confirmed, is_late, recorded_by, recorded_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        completion.duty, completion.day.number, completion.lastDay?.number, completion.people,
        completion.start, completion.minutes, completion.residents, completion.assisted,
        completion.evacuationSeconds, completion.headcountSeconds, completion.mode?.rawValue,
        completion.weather, completion.observers, completion.note, completion.isConfirmed,
        completion.isLate, completion.recordedBy, completion.recordedAt,
      ])
    let number = Int(database.lastInsertedRowID)
    for (counter, amount) in completion.counts.sorted(by: { $0.key < $1.key }) {
      try database.execute(
        sql: "INSERT INTO completion_count VALUES (?, ?, ?)", arguments: [number, counter, amount])
    }
    for partner in completion.partners {
      try database.execute(
        sql: "INSERT INTO partner VALUES (?, ?, ?, ?)",
        arguments: [number, partner.community, partner.people, partner.activity])
    }
    try Attachment.insert(completion.files, of: .completion, number, into: database)
    return number
  }
}
