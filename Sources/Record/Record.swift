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
      try DatabaseQueue.patiently { try prepared(path, plan: id) }
    }
  }

  private static func prepared(_ path: String, plan id: String) throws -> Record {
    let database = try DatabaseQueue(path: path, configuration: configuration)
    try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    let record = Record(database: database, path: path)
    try record.prepare(plan: id)
    return record
  }

  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(DatabaseQueue.patience)
    return configuration
  }

  /// Brings the schema up to date and checks whose record it is, whoever else does so at once.
  private func prepare(plan id: String) throws {
    let migrator = Schema.migrator
    // As of one moment: another may be making the record, or migrating it, right now.
    let found = try database.read { database in
      try database.beginSnapshot()
      let isEmpty = try !database.tableExists("grdb_migrations")
      let isOurs = try database.tableExists("meta")
      if isEmpty, try isOurs || !database.isWithoutTables() {
        throw RecordFailure(.foreignDatabase, path)
      }
      if try migrator.hasBeenSuperseded(database) { throw RecordFailure(.newerSchema, path) }
      return (
        isEmpty: isEmpty, isCurrent: try migrator.hasCompletedMigrations(database),
        // A program killed while it made the record may have left no table of ours yet.
        plan: try isOurs ? String.fetchOne(database, sql: "SELECT plan FROM meta") : nil
      )
    }
    if let plan = found.plan, plan != id {
      throw RecordFailure(.foreignPlan(plan, expected: id), path)
    }
    // Only now: it changes the file, and one that is not ours must stay as it was.
    try database.useWriteAheadLog()
    if !found.isCurrent {
      if !found.isEmpty { try keepCopyBeforeMigration() }
      try database.migrate(by: migrator)
    }
    // Only a new record is written to: whoever opens one to read waits for nobody.
    if found.plan == nil {
      try database.write { database in
        try database.execute(
          sql: "INSERT INTO meta (singleton, plan) VALUES (1, ?) ON CONFLICT DO NOTHING",
          arguments: [id])
      }
    }
    let owner =
      try found.plan ?? database.read { try String.fetchOne($0, sql: "SELECT plan FROM meta") }
    if let owner, owner != id { throw RecordFailure(.foreignPlan(owner, expected: id), path) }
  }

  /// A copy of one moment, under a name that says how far it was, unless it was migrated meanwhile.
  private func keepCopyBeforeMigration() throws {
    let beside = "\(path).copy-\(UUID().uuidString)"
    defer { for ending in ["", "-wal", "-shm", "-journal"] { unlink(beside + ending) } }
    let copy = try DatabaseQueue(path: beside)
    try database.backup(to: copy)
    let (version, isCurrent) = try copy.read { database in
      (
        try Schema.migrator.completedMigrations(database).count + 1,
        try Schema.migrator.hasCompletedMigrations(database)
      )
    }
    try copy.close()
    guard !isCurrent else { return }
    // Two that come at once keep the same; each of the copies is whole.
    guard rename(beside, "\(path).before-\(version)") == 0 else {
      throw RecordFailure(.cannotOpen, path)
    }
  }
}

extension Database {
  func isWithoutTables() throws -> Bool {
    try Int.fetchOne(self, sql: "SELECT COUNT(*) FROM sqlite_master") == 0
  }
}
