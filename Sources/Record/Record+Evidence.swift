package import Drills
internal import GRDB

extension Record {
  /// Every piece of evidence that anything in the record names, by its hash.
  package func evidence() throws(RecordFailure) -> [EvidenceFile] {
    try RecordFailure.wrapping(path) { try database.read { try Attachment.all(in: $0) } }
  }

  /// That the evidence of that hash is withheld, if it is.
  package func withholding(of hash: String) throws(RecordFailure) -> Withholding? {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Record.withholdings(where: "hash = ?", [hash], in: database).first
      }
    }
  }

  /// Appends that evidence is withheld from now on.
  ///
  /// - Returns: Nothing if no row names evidence of that hash; what stands where it was withheld before,
  ///   and then nothing is appended.
  package func withhold(_ withholding: Withholding) throws(RecordFailure) -> Withholding? {
    try RecordFailure.wrapping(path) {
      try write { database -> Withholding? in
        let standing = try Record.withholdings(
          where: "hash = ?", [withholding.hash], in: database
        ).first
        if let standing { return standing }
        let isKnown = try Bool.fetchOne(
          database, sql: "SELECT EXISTS (SELECT 1 FROM attachment WHERE hash = ?)",
          arguments: [withholding.hash])
        guard isKnown == true else { return nil }
        try database.execute(
          sql:
            "INSERT INTO withholding (hash, words, withheld_by, withheld_at) VALUES (?, ?, ?, ?)",
          arguments: [
            withholding.hash, withholding.words, withholding.withheldBy, withholding.withheldAt,
          ])
        return withholding
      }
    }
  }

  /// In the order withheld.
  static func withholdings(
    where condition: String = "TRUE", _ arguments: StatementArguments = [], in database: Database
  ) throws -> [Withholding] {
    try Cells.all(
      .withholding,
      """
      SELECT hash, words, withheld_by, withheld_at FROM withholding WHERE \(condition) ORDER BY id
      """, arguments, in: database
    ) { row in
      Withholding(
        hash: try row.hash(0), words: try row.text(1), withheldBy: try row.text(2),
        withheldAt: try row.instant(3))
    }
  }
}
