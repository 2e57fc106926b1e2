extension Schema {
  static let secondTables = [
    "partner", "attachment", "count", "problem", "mending", "work", "outcome", "retraction",
  ]

  /// An attachment belongs to the row `number` of the table that `kind` names, as does a retraction.
  static let second = """
    ALTER TABLE completion ADD COLUMN last_day INTEGER;
    CREATE TABLE partner (
      completion INTEGER NOT NULL REFERENCES completion (id),
      community TEXT NOT NULL,
      people INTEGER NOT NULL CHECK (people >= 0),
      activity TEXT,
      PRIMARY KEY (completion, community)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE attachment (
      kind TEXT NOT NULL CHECK (kind IN ('completion', 'count', 'problem', 'mending', 'work')),
      number INTEGER NOT NULL,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      size INTEGER NOT NULL CHECK (size >= 0),
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      PRIMARY KEY (kind, number, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE count (
      id INTEGER PRIMARY KEY,
      line TEXT NOT NULL,
      unit TEXT NOT NULL,
      owner TEXT NOT NULL,
      day INTEGER NOT NULL,
      amount INTEGER NOT NULL,
      name TEXT NOT NULL,
      note TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      recorded_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE problem (
      id INTEGER PRIMARY KEY,
      text TEXT NOT NULL,
      community TEXT NOT NULL,
      venue TEXT,
      source TEXT NOT NULL CHECK (source IN ('drill', 'inspection', 'employee', 'resident')),
      mender TEXT NOT NULL,
      mend_by INTEGER,
      found_on INTEGER NOT NULL,
      completion INTEGER REFERENCES completion (id),
      recorded_by TEXT NOT NULL,
      recorded_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE mending (
      id INTEGER PRIMARY KEY,
      problem INTEGER NOT NULL REFERENCES problem (id),
      day INTEGER NOT NULL,
      note TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      recorded_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE work (
      id INTEGER PRIMARY KEY,
      campaign TEXT NOT NULL,
      community TEXT NOT NULL,
      title TEXT NOT NULL,
      medium TEXT NOT NULL CHECK (medium IN ('picture', 'video', 'interactive')),
      published INTEGER NOT NULL,
      platform TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      recorded_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE outcome (
      id INTEGER PRIMARY KEY,
      work INTEGER NOT NULL REFERENCES work (id),
      stage TEXT NOT NULL,
      passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
      day INTEGER NOT NULL,
      recorded_by TEXT NOT NULL,
      recorded_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE retraction (
      kind TEXT NOT NULL CHECK (kind IN ('count', 'problem', 'mending', 'work', 'outcome')),
      number INTEGER NOT NULL,
      retracted_by TEXT NOT NULL,
      retracted_at INTEGER NOT NULL,
      PRIMARY KEY (kind, number)
    ) STRICT, WITHOUT ROWID;
    """
}
