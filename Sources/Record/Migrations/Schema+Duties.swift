internal import GRDB

extension Schema {
  /// What a report of something done is judged by, found without reading the whole workspace.
  ///
  /// A roll is made from a workspace, so it is that of every revision that has the same files. Lists
  /// of ids and words are separated by line ends.
  static func addDuties(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE roll (
          id INTEGER PRIMARY KEY,
          workspace TEXT NOT NULL UNIQUE,
          zone TEXT NOT NULL,
          grace INTEGER NOT NULL,
          lines TEXT NOT NULL
        ) STRICT;
        CREATE TABLE revision_roll (
          revision INTEGER PRIMARY KEY REFERENCES revision (number),
          roll INTEGER NOT NULL REFERENCES roll (id)
        ) STRICT;
        CREATE TABLE duty (
          roll INTEGER NOT NULL REFERENCES roll (id),
          id TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('activity', 'task', 'campaign')),
          number INTEGER NOT NULL,
          name TEXT NOT NULL,
          owner TEXT NOT NULL,
          series TEXT NOT NULL,
          minutes INTEGER,
          counts_as TEXT NOT NULL,
          wants TEXT NOT NULL,
          due INTEGER,
          PRIMARY KEY (roll, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX duty_by_number ON duty (roll, number);
        CREATE INDEX duty_by_series ON duty (roll, series, owner);
        CREATE TABLE party (
          roll INTEGER NOT NULL REFERENCES roll (id),
          id TEXT NOT NULL,
          number INTEGER NOT NULL,
          name TEXT NOT NULL,
          population INTEGER NOT NULL,
          is_community INTEGER NOT NULL CHECK (is_community IN (0, 1)),
          PRIMARY KEY (roll, id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE seats (
          roll INTEGER NOT NULL REFERENCES roll (id),
          id TEXT NOT NULL,
          name TEXT NOT NULL,
          capacity INTEGER,
          PRIMARY KEY (roll, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX completion_by_instant ON completion (recorded_at);
        CREATE INDEX partner_by_activity ON partner (activity) WHERE activity IS NOT NULL;
        """)
    try forbidEdits(
      of: ["roll", "revision_roll", "duty", "party", "seats"], in: database)
  }
}
