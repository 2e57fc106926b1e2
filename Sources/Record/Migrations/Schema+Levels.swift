internal import GRDB

extension Schema {
  /// Of plans from before, nothing of this was counted.
  static func addLevels(_ database: Database) throws {
    try database.execute(
      sql: """
        ALTER TABLE revision ADD COLUMN pinned_unplaced INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE revision ADD COLUMN pinned_unplaced_bound INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE revision ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE revision ADD COLUMN unevenness INTEGER NOT NULL DEFAULT 0;
        """)
  }
}
