import SourceText

/// Which cell of a row stands under which column.
struct TableColumns {
  /// How many cells a row has.
  let width: Int
  /// Whether a column was surely meant to have the ids.
  let lacksID: Bool
  private let indices: [String: Int]
  private let titles: [String]

  /// Columns that nobody expects to be read.
  private static let silent: Set<String> = [
    "序号", "备注", "说明", "合计", "总计", "小计", "no", "no.", "remark", "remarks", "note", "notes",
    "total", "totals",
  ]

  static func isSilent(_ name: String) -> Bool { silent.contains(name.tight) }

  /// Reports columns of `known` that are `required`, by their English names, and not in `header`.
  init(
    _ header: [Cell], known: [WorkspaceError.Word], required: [String], _ findings: Findings
  ) {
    var indices: [String: Int] = [:]
    var isIDMisspelt = false
    let names = known.flatMap { [$0.english, $0.chinese].compactMap(\.self) }
    width = (header.lastIndex { $0.isFilled } ?? 0) + 1
    for (index, cell) in header.prefix(width).enumerated() {
      if let trouble = cell.trouble {
        trouble.tell(findings, at: cell.position)
      } else if cell.isCopy, index > 0, header[index - 1].text == cell.text {
        // One name over several columns, which are one.
        continue
      } else if cell.text.isEmpty {
        findings.warn(of: .namelessColumn, at: cell.position)
      } else if let word = Self.word(for: cell.text, among: known) {
        if let first = indices[word.english] {
          findings.report(.sameColumn(cell.text, firstColumn: first + 1), at: cell.position)
        } else {
          indices[word.english] = index
        }
      } else if !Self.isSilent(cell.text) {
        let near = nearest(to: cell.text, among: names)
        isIDMisspelt = isIDMisspelt || cell.text.tight.hasPrefix("id")
        findings.warn(of: .unknownColumn(cell.text, near: near), at: cell.position)
      }
    }
    // Ids may be left out; those of a column with a slip in its name would be missed.
    let required = isIDMisspelt ? required + ["id"] : required
    for word in known where required.contains(word.english) && indices[word.english] == nil {
      guard let head = header.first?.position.lineHead else { continue }
      findings.report(.noColumn(word), at: head)
    }
    self.indices = indices
    lacksID = isIDMisspelt && indices["id"] == nil
    titles = header.map(\.text)
  }

  /// The column that a head means: its name in either language, perhaps with a unit in brackets
  /// behind it or a star that marks what must be filled in.
  static func word(
    for head: String, among known: [WorkspaceError.Word]
  ) -> WorkspaceError.Word? {
    func named(_ name: String) -> WorkspaceError.Word? {
      known.first { $0.english == name || $0.chinese?.tight == name }
    }
    let name = head.tight.filter { $0 != "*" }
    if let word = named(name) { return word }
    guard name.last == ")", let open = name.firstIndex(of: "("), open > name.startIndex else {
      return nil
    }
    return named(String(name[..<open]))
  }

  /// The cells under columns that are known, by the English names of those.
  func cells(of row: [Cell]) -> [String: Cell] {
    indices.compactMapValues { $0 < row.count ? row[$0] : nil }
  }

  /// The column's name as the table gives it.
  func title(of name: String) -> String { indices[name].map { titles[$0] } ?? name }

  func has(_ name: String) -> Bool { indices[name] != nil }
}
