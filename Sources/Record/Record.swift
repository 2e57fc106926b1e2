internal import Foundation
internal import GRDB

/// What was planned, what was done and what was published, in one SQLite file.
///
/// Everything is appended: a revision, a completion, the withdrawal of one, a publication. Triggers
/// abort every UPDATE and DELETE, so that what stands can always be told from what once stood: the
/// newest publication of an event is the one with the greatest row, a completion stands while no
/// withdrawal names it.
///
/// Any number of processes may hold the file. Readers never wait (WAL); a writer waits up to five
/// seconds for another and then fails as busy. Every change is one immediate transaction under
/// `synchronous=FULL`: it has happened wholly, and durably, or not at all.
///
/// Planning takes minutes and holds no lock. It takes a ``Token`` when it reads, and ``save`` gives
/// up if anything but publications was appended since.
///
/// The file carries the plan's id and refuses another's. A newer Muster migrates an older file after
/// copying it; an older one refuses a newer file.
package struct Record: Sendable {
  /// Everything that was appended up to some moment, publications aside.
  package struct Token: Hashable, Sendable {
    let revisions: Int
    let completions: Int
    let withdrawals: Int
    let decisions: Int
    let draftEnds: Int
  }

  let database: DatabaseQueue
  let path: String
  /// Whether it is a copy of one that may not be written.
  package private(set) var isReadOnly = false

  init(database: DatabaseQueue, path: String, isReadOnly: Bool = false) {
    self.database = database
    self.path = path
    self.isReadOnly = isReadOnly
  }

  /// The record at `path`, or nothing if there is none; creates no file.
  ///
  /// Whoever may not write there is handed what it says by now, to read.
  package static func open(_ path: String, plan id: String) throws(RecordFailure) -> Record? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try obstacle(at: path) == nil ? connect(path, plan: id) : copied(from: path, plan: id)
  }

  /// Whose record a file is; nothing where there is none.
  package static func plan(at path: String) throws(RecordFailure) -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try RecordFailure.wrapping(path) {
      var reading = configuration
      reading.readonly = true
      let database = try DatabaseQueue(path: path, configuration: reading)
      defer { try? database.close() }
      return try database.read { database in
        try database.tableExists("meta")
          ? String.fetchOne(database, sql: "SELECT plan FROM meta") : nil
      }
    }
  }

  package static func openOrCreate(_ path: String, plan id: String) throws(RecordFailure) -> Record
  {
    try connect(path, plan: id)
  }

  /// A record that goes when it is let go.
  package static func inMemory(plan id: String) throws(RecordFailure) -> Record {
    try RecordFailure.wrapping(":memory:") {
      let record = Record(
        database: try DatabaseQueue(configuration: configuration), path: ":memory:")
      try record.prepare(plan: id)
      return record
    }
  }

  static func connect(_ path: String, plan id: String) throws(RecordFailure) -> Record {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw RecordFailure(.notADatabase, path)
    }
    return try RecordFailure.wrapping(path) {
      let database = try DatabaseQueue(path: path, configuration: configuration)
      try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      let record = Record(database: database, path: path)
      try record.prepare(plan: id)
      return record
    }
  }

  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    return configuration
  }

  /// Brings the schema up to date and checks whose record it is.
  private func prepare(plan id: String) throws {
    let migrator = Schema.migrator
    let (isEmpty, isNewer, isCurrent) = try database.read { database in
      (
        try database.tableExists("grdb_migrations") == false,
        try migrator.hasBeenSuperseded(database), try migrator.hasCompletedMigrations(database)
      )
    }
    if isNewer { throw RecordFailure(.newerSchema, path) }
    if isEmpty, try database.read({ try $0.tableExists("meta") || !$0.isWithoutTables() }) {
      throw RecordFailure(.foreignDatabase, path)
    }
    // A program killed while it made the record may have left no table of ours yet.
    let known = try database.read { database in
      try database.tableExists("meta")
        ? String.fetchOne(database, sql: "SELECT plan FROM meta") : nil
    }
    if let known, known != id { throw RecordFailure(.foreignPlan(known, expected: id), path) }
    // Only now: it changes the file, and one that is not ours must stay as it was.
    try useWriteAheadLog()
    if !isCurrent {
      if !isEmpty { try keepCopyBeforeMigration() }
      try migrator.migrate(database)
    }
    // Only a new record is written to: whoever opens one to read waits for nobody.
    if known == nil {
      try database.write { database in
        try database.execute(
          sql: "INSERT INTO meta (singleton, plan) VALUES (1, ?) ON CONFLICT DO NOTHING",
          arguments: [id])
      }
    }
    let owner =
      try known ?? database.read { try String.fetchOne($0, sql: "SELECT plan FROM meta") }
    if let owner, owner != id { throw RecordFailure(.foreignPlan(owner, expected: id), path) }
  }

  private func useWriteAheadLog() throws {
    try database.writeWithoutTransaction { database in
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

  private func keepCopyBeforeMigration() throws {
    let version = try database.read { try Schema.migrator.completedMigrations($0).count }
    let copy = try DatabaseQueue(path: "\(path).before-\(version + 1)")
    try database.backup(to: copy)
    try copy.close()
  }
}

extension Database {
  func isWithoutTables() throws -> Bool {
    try Int.fetchOne(self, sql: "SELECT COUNT(*) FROM sqlite_master") == 0
  }
}
