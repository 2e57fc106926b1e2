internal import GRDB

extension Schema {
  /// Whom a joint activity serves beside its owner; lists of ids are separated by line ends.
  ///
  /// Before, nothing was planned jointly.
  static func addPartners(_ database: Database) throws {
    try database.execute(sql: "ALTER TABLE duty ADD COLUMN partners TEXT NOT NULL DEFAULT ''")
  }
}
