internal import GRDB

extension Schema {
  /// An hour is opened once; its start is in minutes since 1970, as a seal's.
  static func addReveals(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE reveal (
          id INTEGER PRIMARY KEY,
          activity TEXT NOT NULL,
          start INTEGER NOT NULL,
          revealed_by TEXT NOT NULL,
          revealed_at INTEGER NOT NULL,
          UNIQUE (activity, start)
        ) STRICT;
        """)
    try forbidEdits(of: ["reveal"], in: database)
  }
}
