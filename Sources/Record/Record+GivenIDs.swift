package import Drills
internal import Foundation
internal import GRDB

extension Record {
  /// The ids that names were given, oldest first.
  package func givenIDs() throws(RecordFailure) -> [GivenID] {
    try RecordFailure.wrapping(path) { try database.read(Record.givenIDs) }
  }

  /// The same of the record at `path`, whosever it is, which is only read; none where there is none.
  ///
  /// For whoever reads the workspace, which comes before it is known whose record there should be.
  package static func givenIDs(at path: String) throws(RecordFailure) -> [GivenID] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    func read(_ path: String) throws -> [GivenID] {
      var reading = configuration
      reading.readonly = true
      let database = try DatabaseQueue(path: path, configuration: reading)
      defer { try? database.close() }
      return try database.read { database in
        try database.tableExists("given_id") ? givenIDs(in: database) : []
      }
    }
    return try RecordFailure.wrapping(path) {
      try obstacle(at: path) == nil ? read(path) : withCopy(of: path, read)
    }
  }

  /// Appends ids that names have from now on.
  ///
  /// - Throws: `RecordFailure`, busy, if somebody gave such a name or such an id meanwhile.
  package func keep(_ ids: [GivenID]) throws(RecordFailure) {
    guard !ids.isEmpty else { return }
    try RecordFailure.wrapping(path) {
      try write { database in
        let known = Set(try Record.givenIDs(in: database))
        for given in ids where !known.contains(given) {
          try database.execute(
            sql: """
              INSERT INTO given_id (kind, name, owner, id) VALUES (?, ?, ?, ?)
              ON CONFLICT DO NOTHING
              """,
            arguments: [given.kind.rawValue, given.name, given.owner, given.id])
          guard database.changesCount == 1 else { throw RecordFailure(.busy, path) }
        }
      }
    }
  }

  private static func givenIDs(in database: Database) throws -> [GivenID] {
    try Cells.all(
      .givenID, "SELECT number, kind, name, owner, id FROM given_id ORDER BY number",
      in: database
    ) { row in
      GivenID(
        try row.word(1, as: GivenID.Kind.self), try row.text(2), owner: try row.text(3),
        id: try row.text(4))
    }
  }
}
