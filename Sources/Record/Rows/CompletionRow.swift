internal import Drills
internal import GRDB

/// Rows of `completion`, with what hangs on them.
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
    var result = try Cells.all(
      .completion,
      """
      SELECT \(columns) FROM completion WHERE \(stands) AND activity IN (
        SELECT ? UNION ALL
        SELECT host.activity FROM partner JOIN completion AS host ON host.id = partner.completion
        WHERE partner.activity = ?)
      ORDER BY id
      """, [duty, duty], in: database, completion)
    if result.isEmpty { return [] }
    let numbers = result.map { String($0.number) }.joined(separator: ", ")
    try hang(on: &result, "completion IN (\(numbers))", "number IN (\(numbers))", in: database)
    return result
  }

  static func newestStanding(of duty: DutyID, in database: Database) throws -> Completion? {
    try one("activity = ? AND \(stands) ORDER BY id DESC LIMIT 1", [duty], in: database)
  }

  /// Whether it stands or not.
  static func numbered(_ number: Int, in database: Database) throws -> Completion? {
    try one("id = ?", [number], in: database)
  }

  /// What stood of the same before that completion was appended, and was not taken back since.
  static func standing(
    before completion: Completion, in database: Database
  ) throws -> Completion? {
    try one(
      "activity = ? AND id < ? AND \(stands) ORDER BY id DESC LIMIT 1",
      [completion.duty, completion.number], in: database)
  }

  private static func one(
    _ condition: String, _ arguments: StatementArguments, in database: Database
  ) throws -> Completion? {
    let found = try Cells.first(
      .completion, "SELECT \(columns) FROM completion WHERE \(condition)", arguments,
      in: database, completion)
    guard let found else { return nil }
    var result = [found]
    let number = found.number
    try hang(on: &result, "completion = \(number)", "number = \(number)", in: database)
    return result[0]
  }

  private static func fetch(_ sql: String, in database: Database) throws -> [Completion] {
    var result = try Cells.all(.completion, sql, in: database, completion)
    try hang(on: &result, "TRUE", "TRUE", in: database)
    return result
  }

  private static func completion(_ row: Cells) throws -> Completion {
    var completion = Completion(
      of: try row.id(1), day: try row.day(2), people: try row.amount(4),
      recordedBy: try row.text(17), recordedAt: try row.instant(18))
    completion.number = try row.number(0)
    completion.lastDay = try row.optionalDay(3)
    completion.start = try row.optionalNumber(5, in: Cells.minutesOfDay)
    completion.minutes = try row.optionalAmount(6)
    completion.residents = try row.optionalAmount(7)
    completion.assisted = try row.optionalAmount(8)
    completion.evacuationSeconds = try row.optionalAmount(9)
    completion.headcountSeconds = try row.optionalAmount(10)
    completion.mode = try row.optionalWord(11)
    completion.weather = try row.text(12)
    completion.observers = try row.text(13)
    completion.note = try row.text(14)
    completion.isConfirmed = try row.flag(15)
    completion.isLate = try row.flag(16)
    return completion
  }

  /// Adds counts, partners and files; the conditions choose the rows that are looked at.
  private static func hang(
    on completions: inout [Completion], _ condition: String, _ fileCondition: String,
    in database: Database
  ) throws {
    let indices = Dictionary(
      completions.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    try Cells.each(
      .completionCount,
      "SELECT completion, counter, amount FROM completion_count WHERE \(condition)", in: database
    ) { row in
      guard let index = indices[try row.number(0)] else { return }
      completions[index].counts[try row.text(1)] = try row.amount(2, from: -Count.most)
    }
    try Cells.each(
      .partner,
      """
      SELECT completion, community, people, activity FROM partner WHERE \(condition)
      ORDER BY completion, community
      """, in: database
    ) { row in
      guard let index = indices[try row.number(0)] else { return }
      completions[index].partners.append(
        Completion.Partner(
          community: try row.id(1), people: try row.amount(2),
          activity: try row.optionalID(3)))
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
