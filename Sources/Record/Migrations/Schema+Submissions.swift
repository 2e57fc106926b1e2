internal import GRDB

extension Schema {
  /// What comes from those who take part: that they know, what they wish, the keys of their phones; and
  /// evidence that may not be shown any more.
  ///
  /// `told` holds what `notice` held, and by which way somebody knows. A wish is answered once. Of a
  /// submission each row is one that was appended under its key, or that said the same already.
  static func addSubmissions(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE told (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          about TEXT NOT NULL,
          revision INTEGER NOT NULL REFERENCES revision (number),
          how TEXT NOT NULL CHECK (how IN ('sent', 'received')),
          told_by TEXT NOT NULL,
          told_at INTEGER NOT NULL
        ) STRICT;
        INSERT INTO told SELECT id, name, about, revision, 'sent', sent_by, sent_at FROM notice;
        DROP TABLE notice;
        CREATE TABLE wish (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL CHECK (kind IN ('time', 'absence')),
          subject TEXT NOT NULL,
          day INTEGER NOT NULL,
          last_day INTEGER,
          start INTEGER CHECK (start BETWEEN 0 AND 1439),
          words TEXT NOT NULL,
          wished_by TEXT NOT NULL,
          wished_at INTEGER NOT NULL,
          CHECK ((kind = 'time') = (start IS NOT NULL)),
          CHECK ((kind = 'absence') = (last_day IS NOT NULL))
        ) STRICT;
        CREATE TABLE answer (
          wish INTEGER PRIMARY KEY REFERENCES wish (id),
          is_granted INTEGER NOT NULL CHECK (is_granted IN (0, 1)),
          decision INTEGER REFERENCES decision (id),
          words TEXT NOT NULL,
          answered_by TEXT NOT NULL,
          answered_at INTEGER NOT NULL,
          CHECK (is_granted = 1 OR decision IS NULL)
        ) STRICT;
        CREATE TABLE submission (
          key TEXT PRIMARY KEY,
          kind TEXT NOT NULL
            CHECK (kind IN ('completion', 'count', 'problem', 'mending', 'work', 'outcome')),
          digest TEXT NOT NULL CHECK (length(digest) = 64)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE submission_row (
          key TEXT NOT NULL REFERENCES submission (key),
          position INTEGER NOT NULL,
          number INTEGER NOT NULL,
          is_new INTEGER NOT NULL CHECK (is_new IN (0, 1)),
          PRIMARY KEY (key, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE withholding (
          id INTEGER PRIMARY KEY,
          hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
          words TEXT NOT NULL,
          withheld_by TEXT NOT NULL,
          withheld_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX publication_by_instant ON publication (last_modified);
        CREATE INDEX attachment_by_hash ON attachment (hash);
        """)
    try forbidEdits(
      of: ["told", "wish", "answer", "submission", "submission_row", "withholding"], in: database)
  }
}
