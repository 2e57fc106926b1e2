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
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT number, name, size, hash FROM attachment WHERE kind = ? AND \(condition)
        ORDER BY number, position
        """, arguments: [kind.rawValue])
    while let row = try rows.next() {
      files[row[0], default: []].append(EvidenceFile(name: row[1], size: row[2], hash: row[3]))
    }
    return files
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
