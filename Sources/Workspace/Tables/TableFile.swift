import SourceText

/// The rows of a table that can be read, in file order.
struct TableFile {
  /// Nothing if the table as a whole cannot be read.
  private(set) var rows: [TableRow]?
  /// Whether every row was met, so that an id in none of them names nothing.
  private(set) var isWhole = false
  /// Ids of rows whose other cells cannot be told apart.
  private(set) var brokenIDs: Set<String> = []

  init(
    _ content: TableContent, known: [WorkspaceError.Word], required: [String],
    _ findings: Findings
  ) {
    var table: OpenTable
    do {
      table = try OpenTable(content, known: known, findings)
    } catch {
      findings.report(error.reason, at: error.position)
      return
    }
    let columns = TableColumns(table.header, known: known, required: required, findings)
    guard columns.has("id") else { return }

    var rows: [TableRow] = []
    var next = table.next()
    while let cells = next {
      next = table.next()
      if next == nil, cells.areTotals { break }
      let row = TableRow(cells: cells, columns: columns, findings)
      // Trailing cells that a spreadsheet left out are empty ones; too many are a bare comma.
      if cells.dropFirst(columns.width).contains(where: { !$0.text.isEmpty }) {
        findings.report(.cellCount(cells.count, expected: columns.width), at: row.position)
        if let id = row.written("id") { brokenIDs.insert(id.text) }
      } else {
        rows.append(row)
      }
    }
    self.rows = rows
    isWhole = !table.isCutShort
  }
}

extension [Cell] {
  /// Whether it is the line below a table that adds it up.
  fileprivate var areTotals: Bool {
    let first = first { !$0.text.isEmpty }?.text.tight ?? ""
    return ["合计", "总计", "共计", "小计", "total", "totals", "sum"].contains(first)
  }
}
