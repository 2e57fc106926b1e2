internal import Foundation
internal import GRDB
internal import Glibc

/// Who may use an office's pages and private feeds, in `office.sqlite`, which outlives a year.
///
/// Links and their revocations are appended, as the record is; when a feed was last fetched is state, and
/// may be lost without harm.
package struct Directory: Sendable {
  let database: DatabaseQueue
  let path: String

  private init(database: DatabaseQueue, path: String) {
    self.database = database
    self.path = path
  }

  /// Nothing, and no file is made, where there is none.
  package static func open(_ path: String) throws(RecordFailure) -> Directory? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    if Record.obstacle(at: path) != nil { return try copied(from: path) }
    return try connect(path)
  }

  package static func openOrCreate(_ path: String) throws(RecordFailure) -> Directory {
    // Tokens stand in it as they are: nobody else may read it, nor what SQLite lays beside it.
    // One that another makes just now stays.
    let made = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    if made >= 0 { close(made) }
    return try connect(path)
  }

  /// One that goes when it is let go.
  package static func inMemory() throws(RecordFailure) -> Directory {
    try RecordFailure.wrapping(":memory:") {
      let directory = Directory(
        database: try DatabaseQueue(configuration: Record.configuration), path: ":memory:")
      try directory.prepare()
      return directory
    }
  }

  private static func connect(_ path: String) throws(RecordFailure) -> Directory {
    try RecordFailure.wrapping(path) {
      try DatabaseQueue.patiently {
        let database = try DatabaseQueue(path: path, configuration: Record.configuration)
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        let directory = Directory(database: database, path: path)
        try directory.prepare()
        return directory
      }
    }
  }

  /// Takes the file to another place, where nothing may lie yet.
  package static func move(_ path: String, to target: String) throws(RecordFailure) {
    try RecordFailure.wrapping(path) {
      let directory = try connect(path)
      // All into the one file, which nobody else may be using for that.
      try directory.database.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA journal_mode = DELETE")
      }
      try directory.database.close()
    }
    // A second name, then the first away: at no moment is it nowhere, and it is never laid over another.
    guard Glibc.link(path, target) == 0 else { throw RecordFailure(.cannotOpen, target) }
    unlink(path)
  }

  /// For whoever may read it and not write.
  static func copied(from path: String) throws(RecordFailure) -> Directory {
    try RecordFailure.wrapping(path) {
      try Record.withCopy(of: path) { copy in
        let memory = try DatabaseQueue(configuration: Record.configuration)
        let whole = try connect(copy)
        // Nothing in memory has a log.
        try whole.database.writeWithoutTransaction {
          try $0.execute(sql: "PRAGMA journal_mode = DELETE")
        }
        try whole.database.backup(to: memory)
        try whole.database.close()
        return Directory(database: memory, path: path)
      }
    }
  }

  private func prepare() throws {
    let migrator = DirectorySchema.migrator
    let isCurrent = try database.read { database in
      try database.beginSnapshot()
      if try migrator.hasBeenSuperseded(database) { throw RecordFailure(.newerSchema, path) }
      // A program killed while it made it, or another that makes it now, may have left the migrator's table alone.
      let names = try String.fetchSet(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      guard names.contains("link") || names.isSubset(of: ["grdb_migrations"]) else {
        throw RecordFailure(.foreignDatabase, path)
      }
      return try migrator.hasCompletedMigrations(database)
    }
    try database.useWriteAheadLog()
    if !isCurrent { try database.migrate(by: migrator) }
  }
}

/// The tables, one migration after the other; what is here is never edited, only followed.
enum DirectorySchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 links") { database in
      try database.execute(sql: links)
      try Schema.forbidEdits(of: ["link", "link_revocation"], in: database)
    }
    return migrator
  }

  /// Instants are seconds since 1970; a fetched feed is named as a link's number or as a public feed.
  private static let links = """
    CREATE TABLE link (
      id INTEGER PRIMARY KEY,
      token TEXT NOT NULL UNIQUE CHECK (length(token) = 26),
      is_of_tasks INTEGER NOT NULL CHECK (is_of_tasks IN (0, 1)),
      feed TEXT NOT NULL,
      label TEXT NOT NULL,
      made_by TEXT NOT NULL,
      made_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE link_revocation (
      link INTEGER PRIMARY KEY REFERENCES link (id),
      revoked_by TEXT NOT NULL,
      revoked_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE fetch (
      feed TEXT PRIMARY KEY,
      hour INTEGER NOT NULL,
      family TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
