internal import GRDB

extension Schema {
  /// Beside the published placements that a revision was planned from: `left out` has no place there,
  /// `nowhere` and `at` are where something stood before a decision that was taken back.
  static func addEarlierPlaces(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE earlier_place (
          revision INTEGER NOT NULL REFERENCES revision (number),
          activity TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('left out', 'nowhere', 'at')),
          day INTEGER,
          start INTEGER,
          venue TEXT,
          teams TEXT,
          PRIMARY KEY (revision, activity, kind),
          CHECK ((kind = 'at') = (day IS NOT NULL AND start IS NOT NULL AND teams IS NOT NULL))
        ) STRICT;
        """)
    try forbidEdits(of: ["earlier_place"], in: database)
  }
}
