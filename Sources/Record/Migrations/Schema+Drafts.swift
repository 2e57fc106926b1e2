internal import GRDB

extension Schema {
  /// A draft is a revision that nobody was told of until it is published; one that a newer revision
  /// has taken the place of never is.
  static func addDrafts(_ database: Database) throws {
    try database.execute(
      sql: """
        ALTER TABLE revision ADD COLUMN is_draft INTEGER NOT NULL DEFAULT 0
          CHECK (is_draft IN (0, 1));
        CREATE TABLE draft_end (
          revision INTEGER PRIMARY KEY REFERENCES revision (number),
          outcome TEXT NOT NULL CHECK (outcome IN ('published', 'discarded')),
          ended_by TEXT NOT NULL,
          ended_at INTEGER NOT NULL
        ) STRICT;
        CREATE VIEW published_revision AS
          SELECT number, decisions FROM revision
          WHERE is_draft = 0
            OR number IN (SELECT revision FROM draft_end WHERE outcome = 'published');
        """)
    try forbidEdits(of: ["draft_end"], in: database)
  }
}
