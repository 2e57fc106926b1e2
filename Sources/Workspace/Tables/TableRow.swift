import SourceText

/// A row of a table, with its cells under the English names of their columns.
struct TableRow: Entry {
  let findings: Findings
  let position: SourcePosition
  private let columns: TableColumns
  private let cells: [Cell]

  /// No table has dates.
  var dates: DateReader { DateReader() }

  init(cells: [Cell], columns: TableColumns, file: String, _ findings: Findings) {
    self.cells = cells
    self.columns = columns
    self.findings = findings
    position = SourcePosition(file: file, line: cells.first?.position.line ?? 1)
  }

  func has(_ name: String) -> Bool { written(name) != nil }

  /// Nothing for an empty cell, and for a column that the table lacks.
  func written(_ name: String) -> Written? {
    guard let cell = cell(name), !cell.text.isEmpty else { return nil }
    return Written(text: cell.text, position: place(of: name))
  }

  func list(_ name: String) -> [Written] { written(name)?.items ?? [] }

  func reportMissing(_ name: String) {
    // A column that the table lacks was reported once, at its head.
    guard columns.has(name) else { return }
    findings.report(.noCell(column: title(of: name)), at: place(of: name))
  }

  func hasColumn(_ name: String) -> Bool { columns.has(name) }

  func title(of name: String) -> String { columns.title(of: name) }

  /// Of a cell that a spreadsheet left out, its row.
  func place(of name: String) -> SourcePosition {
    guard let cell = cell(name) else { return position }
    return cell.position.titled(title(of: name))
  }

  private func cell(_ name: String) -> Cell? {
    guard let index = columns.index(of: name), index < cells.count else { return nil }
    return cells[index]
  }
}
