internal import Foundation
internal import GRDB

extension Record {
  /// Why nobody may write at `path`, if so.
  ///
  /// A log that somebody else left beside the record, and that may not be written, locks out too.
  static func obstacle(at path: String) -> RecordFailure.Reason? {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard access(path, W_OK) == 0, access(folder, W_OK) == 0 else { return .readOnly }
    return ["\(path)-wal", "\(path)-shm"]
      .first { (file: String) in access(file, F_OK) == 0 && access(file, W_OK) != 0 }
      .map { .lockedOut(by: $0) }
  }

  /// What is at `path`, for whoever may read it and not write.
  ///
  /// SQLite would lay a log beside it, which then locks its owner out, or not open it at all. So the file
  /// and its log are copied, the copy is brought up to date where it needs be, and read from memory.
  static func copied(from path: String, plan id: String) throws(RecordFailure) -> Record {
    try RecordFailure.wrapping(path) {
      try withCopy(of: path) { copy in
        let memory = try DatabaseQueue(configuration: configuration)
        let record = try connect(copy, plan: id)
        try record.database.writeWithoutTransaction {
          try $0.execute(sql: "PRAGMA journal_mode = DELETE")
        }
        try record.database.backup(to: memory)
        try record.database.close()
        return Record(database: memory, path: path, isReadOnly: true)
      }
    }
  }

  /// Lends a copy of a database and its log as they were at one moment; failures name the original.
  static func withCopy<Value>(of path: String, _ body: (String) throws -> Value) throws -> Value {
    let folder = URL.temporaryDirectory.appending(path: "muster-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = folder.appending(path: "record.sqlite").path
    try copyWhole(path, to: copy)
    do {
      return try body(copy)
    } catch let failure as RecordFailure {
      throw RecordFailure(failure.reason, path)
    }
  }

  /// One transaction, for all that is appended.
  ///
  /// - Throws: Where this is a copy: what is added to it would be lost, and must not be called recorded.
  func write<Value>(_ change: (Database) throws -> Value) throws -> Value {
    guard !isReadOnly else {
      throw RecordFailure(Record.obstacle(at: path) ?? .readOnly, path)
    }
    return try database.write(change)
  }

  /// Copies the file and its log as they were at one moment.
  static func copyWhole(_ path: String, to copy: String) throws {
    let parts = ["", "-wal"]
    for _ in 0..<100 {
      let before = parts.map { mark(of: path + $0) }
      for part in parts {
        try? FileManager.default.removeItem(atPath: copy + part)
        guard let bytes = FileManager.default.contents(atPath: path + part) else {
          if part.isEmpty { throw RecordFailure(.cannotOpen, path) }
          continue
        }
        errno = 0
        guard FileManager.default.createFile(atPath: copy + part, contents: bytes) else {
          let denied = [EACCES, EPERM, EROFS].contains(errno)
          throw RecordFailure(denied ? .readOnly : .full, copy)
        }
      }
      if parts.map({ mark(of: path + $0) }) == before { return }
      usleep(50_000)
    }
    throw RecordFailure(.busy, path)
  }

  /// Changes with whatever is written; nothing where there is no file.
  private static func mark(of path: String) -> [Int]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [
      Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_ino),
    ]
  }
}
