internal import Drills
internal import GRDB

extension DutyID: DatabaseValueConvertible, StatementColumnConvertible {}
extension DutyID.Series: DatabaseValueConvertible, StatementColumnConvertible {}
extension EventID: DatabaseValueConvertible, StatementColumnConvertible {}
extension NoticeID: DatabaseValueConvertible, StatementColumnConvertible {}
extension OwnerID: DatabaseValueConvertible, StatementColumnConvertible {}

/// An identity is kept as its text; by `Codable`, as GRDB would have it, a status takes ten times as long.
extension WrittenID where Self: DatabaseValueConvertible & StatementColumnConvertible {
  var databaseValue: DatabaseValue { text.databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
    String.fromDatabaseValue(value).map { Self($0) }
  }

  init?(sqliteStatement: SQLiteStatement, index: CInt) {
    self.init(String(sqliteStatement: sqliteStatement, index: index))
  }
}

/// An instant is kept as its seconds.
extension Instant: DatabaseValueConvertible, StatementColumnConvertible {
  var databaseValue: DatabaseValue { seconds.databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Instant? {
    Int.fromDatabaseValue(value).map(Instant.init(seconds:))
  }

  init?(sqliteStatement: SQLiteStatement, index: CInt) {
    guard let seconds = Int(sqliteStatement: sqliteStatement, index: index) else { return nil }
    self.init(seconds: seconds)
  }
}
