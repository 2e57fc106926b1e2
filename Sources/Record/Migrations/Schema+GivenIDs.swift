internal import GRDB

extension Schema {
  /// The ids that rows of the workspace's tables were given by their names.
  static func addGivenIDs(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE given_id (
          number INTEGER PRIMARY KEY,
          kind TEXT NOT NULL CHECK (kind IN ('area', 'community', 'team', 'venue')),
          name TEXT NOT NULL,
          owner TEXT NOT NULL,
          id TEXT NOT NULL,
          UNIQUE (kind, id),
          UNIQUE (kind, name, owner)
        ) STRICT;
        """)
    try forbidEdits(of: ["given_id"], in: database)
  }
}
