internal import Drills
internal import GRDB

/// Rows of `wish`, each with its answer.
enum WishRow {
  private enum Kind: String {
    case time, absence
  }

  /// In the order wished.
  static func all(in database: Database) throws -> [Wish] {
    var answers: [Int: Wish.Answer] = [:]
    try Cells.each(
      .answer,
      "SELECT wish, is_granted, decision, words, answered_by, answered_at FROM answer",
      in: database
    ) { row in
      var answer = Wish.Answer(
        isGranted: try row.flag(1), words: try row.text(3), answeredBy: try row.text(4),
        answeredAt: try row.instant(5))
      answer.decision = try row.optionalNumber(2)
      answers[try row.number(0)] = answer
    }
    return try Cells.all(
      .wish,
      """
      SELECT id, kind, subject, day, last_day, start, words, wished_by, wished_at
      FROM wish ORDER BY id
      """, in: database
    ) { row in
      var wish = Wish(
        try what(row), words: try row.text(6), wishedBy: try row.text(7),
        wishedAt: try row.instant(8))
      wish.number = try row.number(0)
      wish.answer = answers[wish.number]
      return wish
    }
  }

  private static func what(_ row: Cells) throws -> Wish.What {
    let subject = try row.text(2)
    let day = try row.day(3)
    switch try row.word(1, as: Kind.self) {
    case .time: return .anotherTime(DutyID(subject), day, try row.number(5, in: Cells.minutesOfDay))
    case .absence:
      let last = try row.day(4)
      guard day <= last else { throw row.damage(4) }
      return .cannotCome(subject, day...last)
    }
  }

  /// - Returns: The number that it got.
  static func insert(_ wish: Wish, into database: Database) throws -> Int {
    let (kind, first, last, start): (Kind, Day, Day?, Minute?) =
      switch wish.what {
      case .anotherTime(_, let day, let start): (.time, day, nil, start)
      case .cannotCome(_, let days): (.absence, days.lowerBound, days.upperBound, nil)
      }
    try database.execute(
      sql: """
        INSERT INTO wish (kind, subject, day, last_day, start, words, wished_by, wished_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        kind.rawValue, wish.subject, first.number, last?.number, start, wish.words, wish.wishedBy,
        wish.wishedAt,
      ])
    return Int(database.lastInsertedRowID)
  }

  static func insert(_ answer: Wish.Answer, to wish: Int, into database: Database) throws {
    try database.execute(
      sql: "INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        wish, answer.isGranted, answer.decision, answer.words, answer.answeredBy,
        answer.answeredAt,
      ])
  }
}
