internal import GRDB

extension Schema {
  /// What a decision says beside its activity stands in `detail`, as JSON, since each kind says
  /// something else; a revision knows the newest decision that it was planned with.
  static func addDecisions(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE decision (
          id INTEGER PRIMARY KEY,
          verb TEXT NOT NULL
            CHECK (verb IN ('move', 'pin', 'unpin', 'cancel', 'restore', 'block', 'undo')),
          activity TEXT,
          undoes INTEGER REFERENCES decision (id),
          detail TEXT,
          reason TEXT,
          words TEXT NOT NULL,
          decided_by TEXT NOT NULL,
          decided_at INTEGER NOT NULL,
          CHECK ((verb = 'undo') = (undoes IS NOT NULL)),
          CHECK ((verb IN ('block', 'undo')) = (activity IS NULL)),
          CHECK ((verb IN ('move', 'pin', 'block')) = (detail IS NOT NULL))
        ) STRICT;
        CREATE TABLE notice (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          about TEXT NOT NULL,
          revision INTEGER NOT NULL REFERENCES revision (number),
          sent_by TEXT NOT NULL,
          sent_at INTEGER NOT NULL
        ) STRICT;
        ALTER TABLE revision ADD COLUMN decisions INTEGER NOT NULL DEFAULT 0;
        """)
    try forbidEdits(of: ["decision", "notice"], in: database)
  }
}
