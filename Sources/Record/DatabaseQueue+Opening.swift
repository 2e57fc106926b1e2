internal import Foundation
internal import GRDB

/// What a record and a directory do alike when they are opened, whoever else does so at once.
extension DatabaseQueue {
  /// How long a writer waits for another, in seconds.
  static let patience = 5.0

  /// Opens it anew while SQLite is busy: it waits for nobody where the log is begun or a copy is made.
  ///
  /// A connection remembers which tables there were, so another takes its place.
  static func patiently<Value>(_ open: () throws -> Value) throws -> Value {
    let end = Date(timeIntervalSinceNow: patience)
    while true {
      do {
        return try open()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && Date() < end {
        usleep(10_000)
      }
    }
  }

  /// Brings the schema up to date.
  ///
  /// GRDB reads which migrations were made before it locks anything, so two that begin at once may both
  /// begin the same one. Nothing is kept of what the second does; it goes on with what is left.
  func migrate(by migrator: DatabaseMigrator) throws {
    func made() throws -> Int {
      try read { database in
        try database.beginSnapshot()
        return try migrator.completedMigrations(database).count
      }
    }
    while true {
      let before = try made()
      do {
        return try migrator.migrate(self)
      } catch let error as DatabaseError
        where [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
      {
        guard try made() > before else { throw error }
      }
    }
  }

  func useWriteAheadLog() throws {
    try writeWithoutTransaction { database in
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode")
      guard mode == "delete" else { return }
      // The journal of this step must be gone for good: one that comes back after a loss of power
      // rolls the file back to nothing, and the log beside it is thrown away.
      try database.execute(
        sql: """
          PRAGMA synchronous = EXTRA;
          PRAGMA journal_mode = WAL;
          PRAGMA synchronous = FULL;
          """)
    }
  }
}

extension Database {
  /// Holds what is read next to one moment.
  ///
  /// A deferred transaction begins with its first row. A statement about a table that is not there yet fails
  /// before that; GRDB then looks whether the table is there, and by then another may have made it.
  func beginSnapshot() throws {
    _ = try Int.fetchOne(self, sql: "SELECT COUNT(*) FROM sqlite_master")
  }
}
