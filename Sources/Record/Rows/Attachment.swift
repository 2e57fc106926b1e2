internal import Drills
internal import GRDB

/// Rows of `attachment`: the evidence that hangs on other rows.
enum Attachment {
  enum Kind: String {
    case completion, count, problem, mending, work
  }

  /// By the number of what they belong to, in the order given.
  static func files(
    of kind: Kind, where condition: String = "TRUE", in database: Database
  ) throws -> [Int: [EvidenceFile]] {
    var files: [Int: [EvidenceFile]] = [:]
    try Cells.each(
      .attachment,
      """
      SELECT number, name, size, attachment.hash, withholding.hash IS NOT NULL
      FROM attachment LEFT JOIN withholding ON withholding.hash = attachment.hash
      WHERE kind = ? AND \(condition) ORDER BY number, position
      """, [kind.rawValue], in: database
    ) { row in files[try row.number(0), default: []].append(try file(row, from: 1)) }
    return files
  }

  /// Every piece of evidence once, by its hash, under the name that it was given last.
  static func all(in database: Database) throws -> [EvidenceFile] {
    var files: [String: EvidenceFile] = [:]
    try Cells.each(
      .attachment,
      """
      SELECT number, name, size, attachment.hash, withholding.hash IS NOT NULL
      FROM attachment LEFT JOIN withholding ON withholding.hash = attachment.hash
      ORDER BY kind, number, position
      """, in: database
    ) { row in
      let file = try file(row, from: 1)
      files[file.hash] = file
    }
    return files.values.sorted { $0.hash < $1.hash }
  }

  private static func file(_ row: Cells, from column: Int) throws -> EvidenceFile {
    let size = try row.number(column + 1)
    let hash = try row.hash(column + 2)
    return try row.flag(column + 3)
      ? .withheld(size: size, hash: hash)
      : EvidenceFile(name: try row.text(column), size: size, hash: hash)
  }

  static func insert(
    _ files: [EvidenceFile], of kind: Kind, _ number: Int, into database: Database
  ) throws {
    for (position, file) in files.enumerated() {
      try database.execute(
        sql: "INSERT INTO attachment VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [kind.rawValue, number, position, file.name, file.size, file.hash])
    }
  }
}
