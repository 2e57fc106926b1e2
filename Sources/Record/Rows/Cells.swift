internal import Drills
internal import Foundation
internal import GRDB

/// A row as it is read: each cell is taken for what it may be, else the record is damaged there.
///
/// The tables refuse most of what cannot be, but a file can be edited by anything; a number that is
/// believed as it stands ends the program somewhere else. Cells are read by number and not by
/// `Codable`, which takes ten times as long: a status reads them all.
struct Cells {
  private let row: GRDB.Row
  let kind: RowKind

  private init(_ row: GRDB.Row, _ kind: RowKind) {
    self.row = row
    self.kind = kind
  }

  // MARK: Rows

  /// Lends each row; the first column names it in messages.
  static func each(
    _ kind: RowKind, _ sql: String, _ arguments: StatementArguments = [], in database: Database,
    _ body: (Cells) throws -> Void
  ) throws {
    // A cursor's cells are still SQLite's own, so that a text is seen with its NULs.
    let rows = try GRDB.Row.fetchCursor(database, sql: sql, arguments: arguments)
    while let row = try rows.next() { try body(Cells(row, kind)) }
  }

  static func all<Value>(
    _ kind: RowKind, _ sql: String, _ arguments: StatementArguments = [], in database: Database,
    _ read: (Cells) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    try each(kind, sql, arguments, in: database) { values.append(try read($0)) }
    return values
  }

  static func first<Value>(
    _ kind: RowKind, _ sql: String, _ arguments: StatementArguments = [], in database: Database,
    _ read: (Cells) throws -> Value
  ) throws -> Value? {
    let rows = try GRDB.Row.fetchCursor(database, sql: sql, arguments: arguments)
    return try rows.next().map { try read(Cells($0, kind)) }
  }

  // MARK: Cells

  /// Days that people write, in a year of four digits.
  static let days: ClosedRange<Int> = -719_162...2_932_896
  /// Seconds since 1970, in such years with any offset.
  static let instants: ClosedRange<Int> = -62_135_683_200...253_402_387_199
  /// What any sum of a plan's costs stays below.
  static let costs: ClosedRange<Int> = -1_000_000_000_000_000...1_000_000_000_000_000
  /// Numbers of rows.
  static let numbers: ClosedRange<Int> = 0...9_007_199_254_740_991
  static let minutesOfDay: ClosedRange<Int> = 0...1440

  func number(_ column: Int, in bounds: ClosedRange<Int> = numbers) throws -> Int {
    guard let number = try whole(column), bounds.contains(number) else { throw damage(column) }
    return number
  }

  func optionalNumber(_ column: Int, in bounds: ClosedRange<Int> = numbers) throws -> Int? {
    row.hasNull(atIndex: column) ? nil : try number(column, in: bounds)
  }

  /// How many of something.
  ///
  /// Muster 1.0 took more than anybody counts; sums of such numbers would not fit, so they are cut.
  func amount(_ column: Int, from least: Int = 0) throws -> Int {
    min(try number(column, in: least...Int.max), Count.most)
  }

  func optionalAmount(_ column: Int) throws -> Int? {
    row.hasNull(atIndex: column) ? nil : try amount(column)
  }

  func flag(_ column: Int) throws -> Bool { try number(column, in: 0...1) == 1 }

  func day(_ column: Int) throws -> Day {
    Day(number: Int32(try number(column, in: Cells.days)))
  }

  func optionalDay(_ column: Int) throws -> Day? {
    row.hasNull(atIndex: column) ? nil : try day(column)
  }

  func instant(_ column: Int) throws -> Instant {
    Instant(seconds: try number(column, in: Cells.instants))
  }

  func optionalInstant(_ column: Int) throws -> Instant? {
    row.hasNull(atIndex: column) ? nil : try instant(column)
  }

  /// From minutes since 1970.
  func moment(_ column: Int) throws -> Moment {
    let bounds = Cells.days.lowerBound * 1440...Cells.days.upperBound * 1440
    return Moment(minutes: try number(column, in: bounds))
  }

  func text(_ column: Int) throws -> String {
    guard let text = try optionalText(column) else { throw damage(column) }
    return text
  }

  func optionalText(_ column: Int) throws -> String? {
    if row.hasNull(atIndex: column) { return nil }
    let text = try row.withUnsafeData(atIndex: column) { bytes in
      String(validating: bytes ?? Data(), as: UTF8.self)
    }
    // SQLite's own functions, and whoever joins by this text, would see less of it.
    guard let text, !text.utf8.contains(0) else { throw damage(column) }
    return text
  }

  func id<ID: WrittenID>(_ column: Int, as: ID.Type = ID.self) throws -> ID {
    ID(try text(column))
  }

  func optionalID<ID: WrittenID>(_ column: Int, as: ID.Type = ID.self) throws -> ID? {
    try optionalText(column).map { ID($0) }
  }

  /// One of a closed list of words.
  func word<Word: RawRepresentable<String>>(_ column: Int, as: Word.Type = Word.self) throws
    -> Word
  {
    guard let word = Word(rawValue: try text(column)) else { throw damage(column) }
    return word
  }

  func optionalWord<Word: RawRepresentable<String>>(_ column: Int, as: Word.Type = Word.self) throws
    -> Word?
  {
    row.hasNull(atIndex: column) ? nil : try word(column)
  }

  /// Words of a closed list, separated by spaces.
  func words<Word: RawRepresentable<String>>(_ column: Int) throws -> Set<Word> {
    Set(
      try text(column).split(separator: " ").map { part in
        guard let word = Word(rawValue: String(part)) else { throw damage(column) }
        return word
      })
  }

  /// SHA-256 in hex, which also names a file.
  func hash(_ column: Int) throws -> String {
    let text = try text(column)
    guard text.utf8.count == 64, text.allSatisfy({ "0123456789abcdef".contains($0) }) else {
      throw damage(column)
    }
    return text
  }

  func bytes(_ column: Int) throws -> [UInt8] {
    guard !row.hasNull(atIndex: column) else { throw damage(column) }
    return try row.withUnsafeData(atIndex: column) { Array($0 ?? Data()) }
  }

  func json<Value: Decodable>(_ column: Int, as type: Value.Type = Value.self) throws -> Value {
    let text = try text(column)
    guard let value = try? JSONDecoder().decode(type, from: Data(text.utf8)) else {
      throw damage(column)
    }
    return value
  }

  /// That the cell is nothing that can stand there.
  func damage(_ column: Int) -> Damage {
    Damage(kind: kind, row: shown(0), value: shown(column))
  }

  private func whole(_ column: Int) throws -> Int? {
    row.hasNull(atIndex: column) ? nil : try row.decode(Int.self, atIndex: column)
  }

  private func shown(_ column: Int) -> String {
    let text =
      switch row.databaseValue(column).storage {
      case .null: ""
      case .int64(let number): String(number)
      case .double(let number): String(number)
      case .string(let text): text
      case .blob(let bytes): "\(bytes.count) bytes"
      }
    return text.count > 60 ? text.prefix(60) + "…" : text
  }
}

extension GRDB.Row {
  fileprivate func databaseValue(_ column: Int) -> DatabaseValue { self[column] }
}

/// That a row says what cannot be.
struct Damage: Error {
  let kind: RowKind
  /// What names the row, by its first column.
  let row: String
  let value: String
}
