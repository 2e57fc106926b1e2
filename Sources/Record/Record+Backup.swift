internal import Foundation
internal import GRDB

extension Record {
  /// Copies all that stands as of one moment into a new file, while others may read and write.
  ///
  /// What is copied is looked through: a damaged record makes no backup.
  package func backup(to target: String) throws(RecordFailure) {
    do {
      try RecordFailure.wrapping(target) {
        let copy = try DatabaseQueue(path: target, configuration: Record.configuration)
        defer { Record.removeLogs(of: target) }
        // Whoever asked for it waits for the disk once, at the end.
        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        try database.backup(to: copy)
        try Record.settle(copy)
        try copy.close()
      }
    } catch {
      throw error.reason == .damaged ? RecordFailure(.damaged, path) : error
    }
  }

  /// Copies a backup, or any other record that nobody writes, into a new file.
  ///
  /// The backup stays as it is, whatever Muster wrote it.
  ///
  /// - Returns: Whose it is: the plan's id.
  /// - Throws: `RecordFailure`, of a file that is no record, damaged or newer.
  package static func restore(
    from backup: String, to target: String
  ) throws(RecordFailure) -> String {
    do {
      return try RecordFailure.wrapping(target) {
        defer { removeLogs(of: target) }
        try copyWhole(backup, to: target)
        let copy = try DatabaseQueue(path: target, configuration: configuration)
        let plan = try owner(of: copy)
        try settle(copy)
        try copy.close()
        return plan
      }
    } catch {
      switch error.kind {
      // It is the file that was handed in.
      case .badData, .busy: throw RecordFailure(error.reason, backup)
      case .cannotCreate, .inputOutput: throw error
      }
    }
  }

  /// Whose record lies there: the plan's id.
  package static func owner(at path: String) throws(RecordFailure) -> String {
    try RecordFailure.wrapping(path) {
      let database = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? database.close() }
      return try owner(of: database)
    }
  }

  private static func owner(of database: DatabaseQueue) throws -> String {
    let migrator = Schema.migrator
    return try database.read { database in
      if try migrator.hasBeenSuperseded(database) {
        throw RecordFailure(.newerSchema, database.description)
      }
      guard try database.tableExists("grdb_migrations"), try database.tableExists("meta"),
        let plan = try Cells.first(
          .revision, "SELECT plan FROM meta", in: database, { try $0.text(0) })
      else { throw RecordFailure(.foreignDatabase, database.description) }
      return plan
    }
  }

  /// Leaves one file without a log, after a look at all of it.
  private static func settle(_ database: DatabaseQueue) throws {
    try database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
      let found = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
      guard found == "ok" else { throw RecordFailure(.damaged, database.description) }
    }
  }

  private static func removeLogs(of path: String) {
    for ending in ["-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
  }
}
