import SourceText

/// A row of a table, with its cells under the English names of their columns.
struct TableRow: Entry {
  let findings: Findings
  let position: SourcePosition
  private let columns: TableColumns
  /// By the English names of their columns.
  private let cells: [String: Cell]

  /// No table has dates.
  var dates: DateReader { DateReader() }

  /// Tells what cannot be read in any of them.
  init(cells: [Cell], columns: TableColumns, _ findings: Findings) {
    self.cells = columns.cells(of: cells)
    self.columns = columns
    self.findings = findings
    position = cells.first?.position.lineHead ?? SourcePosition(file: "")
    for (name, cell) in self.cells {
      cell.trouble?.tell(findings, at: cell.position.titled(columns.title(of: name)))
    }
  }

  func has(_ name: String) -> Bool { written(name) != nil }

  /// Whether anything stands there, also what cannot be read.
  func hasContent(_ name: String) -> Bool { cells[name]?.isFilled ?? false }

  /// Nothing for an empty cell, and for a column that the table lacks.
  func written(_ name: String) -> Written? {
    guard let cell = cells[name], !cell.text.isEmpty else { return nil }
    return Written(text: cell.text, position: place(of: name))
  }

  func list(_ name: String) -> [Written] { written(name)?.items ?? [] }

  func reportMissing(_ name: String) {
    // A column that the table lacks was reported once, at its head.
    guard columns.has(name) else { return }
    // What cannot be read is no blank; a picture is.
    if let trouble = cells[name]?.trouble, trouble.isError { return }
    findings.report(.noCell(column: title(of: name)), at: place(of: name))
  }

  func hasColumn(_ name: String) -> Bool { columns.has(name) }

  func title(of name: String) -> String { columns.title(of: name) }

  /// Of a cell that a spreadsheet left out, its row.
  func place(of name: String) -> SourcePosition {
    guard let cell = cells[name] else { return position }
    return cell.position.titled(title(of: name))
  }
}
