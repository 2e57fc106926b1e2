internal import GRDB

/// The tables, one migration after the other; what is here is never edited, only followed.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 plans, completions and publications") { database in
      try database.execute(sql: first)
      try forbidEdits(of: firstTables, in: database)
    }
    migrator.registerMigration("2 evidence, joint drills, counts, problems and works") { database in
      try database.execute(sql: second)
      try forbidEdits(of: secondTables, in: database)
    }
    migrator.registerMigration("reveals of hidden hours", migrate: addReveals)
    migrator.registerMigration("decisions and notices", migrate: addDecisions)
    migrator.registerMigration("duties of each workspace", migrate: addDuties)
    migrator.registerMigration("what is pinned, dropped and shared", migrate: addLevels)
    migrator.registerMigration("what plans may go back to", migrate: addEarlierPlaces)
    migrator.registerMigration("drafts", migrate: addDrafts)
    migrator.registerMigration("partners of joint activities", migrate: addPartners)
    migrator.registerMigration(
      "who was told, wishes, submissions and withheld evidence", migrate: addSubmissions)
    migrator.registerMigration("ids given to names", migrate: addGivenIDs)
    return migrator
  }

  static func forbidEdits(of tables: [String], in database: Database) throws {
    for table in tables {
      for verb in ["UPDATE", "DELETE"] {
        try database.execute(
          sql: """
            CREATE TRIGGER "\(table) never \(verb)" BEFORE \(verb) ON \(table)
            BEGIN SELECT RAISE(ABORT, 'the record is appended to, never edited'); END
            """)
      }
    }
  }

  private static let firstTables = [
    "meta", "content", "revision", "revision_file", "placement", "crew", "cancelled", "fixing",
    "completion", "completion_count", "withdrawal", "publication",
    "seal",
  ]

  /// Days are days since 1970, instants seconds since 1970, starts minutes since
  /// midnight; a seal's start is in minutes since 1970.
  private static let first = """
    CREATE TABLE meta (
      singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
      plan TEXT NOT NULL
    ) STRICT;
    CREATE TABLE content (
      hash TEXT PRIMARY KEY,
      size INTEGER NOT NULL CHECK (size >= 0),
      deflated BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE revision (
      number INTEGER PRIMARY KEY,
      base INTEGER REFERENCES revision (number),
      saved_at INTEGER NOT NULL,
      saved_by TEXT NOT NULL,
      seed INTEGER NOT NULL,
      now INTEGER NOT NULL,
      unplaced INTEGER NOT NULL CHECK (unplaced >= 0),
      placement_cost INTEGER NOT NULL,
      crowding INTEGER NOT NULL,
      quiet_week INTEGER NOT NULL,
      closeness INTEGER NOT NULL,
      moved INTEGER NOT NULL,
      unplaced_bound INTEGER NOT NULL,
      cost_bound INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE revision_file (
      revision INTEGER NOT NULL REFERENCES revision (number),
      path TEXT NOT NULL,
      hash TEXT NOT NULL REFERENCES content (hash),
      PRIMARY KEY (revision, path)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE placement (
      revision INTEGER NOT NULL REFERENCES revision (number),
      activity TEXT NOT NULL,
      day INTEGER NOT NULL,
      start INTEGER NOT NULL CHECK (start BETWEEN 0 AND 1439),
      venue TEXT,
      PRIMARY KEY (revision, activity)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE crew (
      revision INTEGER NOT NULL,
      activity TEXT NOT NULL,
      role TEXT NOT NULL,
      team TEXT NOT NULL,
      PRIMARY KEY (revision, activity, role),
      FOREIGN KEY (revision, activity) REFERENCES placement (revision, activity)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE cancelled (
      revision INTEGER NOT NULL REFERENCES revision (number),
      activity TEXT NOT NULL,
      PRIMARY KEY (revision, activity)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE fixing (
      revision INTEGER NOT NULL REFERENCES revision (number),
      activity TEXT NOT NULL,
      reason TEXT NOT NULL,
      fields TEXT NOT NULL,
      day INTEGER NOT NULL,
      start INTEGER NOT NULL,
      venue TEXT,
      teams TEXT NOT NULL,
      PRIMARY KEY (revision, activity)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE completion (
      id INTEGER PRIMARY KEY,
      activity TEXT NOT NULL,
      day INTEGER NOT NULL,
      people INTEGER NOT NULL CHECK (people >= 0),
      start INTEGER,
      minutes INTEGER,
      residents INTEGER,
      assisted INTEGER,
      evacuation_seconds INTEGER,
      headcount_seconds INTEGER,
      mode TEXT,
      weather TEXT NOT NULL,
      observers TEXT NOT NULL,
      note TEXT NOT NULL,
      is_confirmed INTEGER NOT NULL CHECK (is_confirmed IN (0, 1)),
      is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)),
      recorded_by TEXT NOT NULL,
      recorded_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX completion_by_activity ON completion (activity);
    CREATE TABLE completion_count (
      completion INTEGER NOT NULL REFERENCES completion (id),
      counter TEXT NOT NULL,
      amount INTEGER NOT NULL,
      PRIMARY KEY (completion, counter)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE withdrawal (
      completion INTEGER PRIMARY KEY REFERENCES completion (id),
      withdrawn_by TEXT NOT NULL,
      withdrawn_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE publication (
      id INTEGER PRIMARY KEY,
      event TEXT NOT NULL,
      edition TEXT NOT NULL,
      sequence INTEGER NOT NULL CHECK (sequence >= 0),
      created INTEGER NOT NULL,
      last_modified INTEGER NOT NULL,
      hash TEXT NOT NULL,
      content TEXT NOT NULL,
      UNIQUE (event, edition, sequence)
    ) STRICT;
    CREATE TABLE seal (
      id INTEGER PRIMARY KEY,
      activity TEXT NOT NULL,
      start INTEGER NOT NULL,
      salt TEXT NOT NULL CHECK (length(salt) = 32)
    ) STRICT;
    """
}
