import Drills
import SourceText

/// The rows of a table that have a name and no id.
struct UnnumberedRows {
  private let counts: [String: Int]
  private let ownerColumn: String?
  private var seen: [[String]: SourcePosition] = [:]

  /// - Parameters:
  ///   - rows: All of the table.
  ///   - ownerColumn: The column that tells apart those of one name.
  init(_ rows: [TableRow], ownerColumn: String? = nil) {
    self.ownerColumn = ownerColumn
    counts = rows.filter { !$0.has("id") }.compactMap { $0.written("name")?.text.tight }
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The id of such a row; nothing if another cannot be told from it, which is reported.
  mutating func id(
    of row: TableRow, named name: Written, _ kind: GivenID.Kind, _ noun: WorkspaceError.Noun,
    from ids: inout NameIDs
  ) -> String? {
    let owner = ownerColumn.map(row.text) ?? ""
    let key = [name.text.tight, owner.tight]
    if let first = seen[key] {
      row.findings.report(.sameNameWithoutIDs(name.text, noun, first: first), at: name.position)
      return nil
    }
    seen[key] = name.position
    return ids.id(
      for: name.text, of: kind, owner: owner, isOnly: counts[key[0]] == 1,
      at: row.position)
  }
}
