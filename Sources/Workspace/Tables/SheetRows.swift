import SourceText
import Workbooks

/// The rows of a workbook's sheet, as the same table in a CSV would give them.
struct SheetRows: TableRows {
  /// More than any table has columns.
  private static let mostCells = 1000

  private let rows: [Worksheet.Row]
  private let file: String
  private let sheet: String?
  private let findings: Findings
  private var index = 0

  var isCutShort: Bool { false }

  /// `sheet` is its name, if it needs to be told from others.
  init(_ worksheet: Worksheet, file: String, sheet: String?, _ findings: Findings) {
    rows = worksheet.rows
    self.file = file
    self.sheet = sheet
    self.findings = findings
  }

  mutating func next() -> [Cell]? {
    while index < rows.count {
      let row = rows[index]
      index += 1
      if row.isComment { continue }
      let cells = cells(of: row)
      if cells.contains(where: \.isFilled) { return cells }
    }
    return nil
  }

  /// Warns of the rows that were read though nobody sees them.
  func warnOfHiddenRows() {
    let hidden = rows.filter(\.isHidden)
    guard let first = hidden.first else { return }
    findings.warn(
      of: .workbook(.hiddenRows(hidden.count)),
      at: SourcePosition(file: file, sheet: sheet, line: first.number))
  }

  private func cells(of row: Worksheet.Row) -> [Cell] {
    var cells: [Cell] = []
    for filled in row.cells {
      guard filled.column <= Self.mostCells else {
        findings.report(
          .tooManyColumns(most: Self.mostCells), at: position(row.number, filled.column))
        break
      }
      while cells.count < filled.column - 1 {
        cells.append(Cell(text: "", position: position(row.number, cells.count + 1)))
      }
      cells.append(cell(filled, in: row.number))
    }
    return cells
  }

  private func cell(_ filled: Worksheet.Cell, in row: Int) -> Cell {
    var cell = Cell(text: "", position: position(row, filled.column), isCopy: filled.isCopy)
    if let text = filled.value.text {
      if let scalar = text.unicodeScalars.first(where: \.isForbidden) {
        cell.trouble = .forbiddenCharacter(scalar.value)
      } else if text.utf8.count > Most.textBytes {
        cell.trouble = .tooLong(bytes: text.utf8.count, most: Most.textBytes)
      } else {
        cell.text = text.trimmed
      }
    } else {
      cell.trouble = WorkspaceError.WorkbookMistake(filled.value)
    }
    return cell
  }

  private func position(_ row: Int, _ column: Int) -> SourcePosition {
    SourcePosition(
      file: file, sheet: sheet, line: row, column: column,
      cell: TableCell(row: row, column: column))
  }
}

extension Worksheet.Row {
  /// As a line of a CSV that starts with `#`.
  fileprivate var isComment: Bool {
    guard let first = cells.first, first.column == 1, case .text(let text) = first.value else {
      return false
    }
    return text.hasPrefix("#")
  }
}

extension WorkspaceError.WorkbookMistake {
  /// Nothing for a value that can be read.
  fileprivate init?(_ value: CellValue) {
    switch value {
    case .text, .number, .percent, .date, .time, .boolean: return nil
    case .error(let text): self = .errorValue(text)
    case .noDay(let number): self = .noDay(number)
    case .noResult: self = .noResult
    case .picture: self = .picture
    }
  }
}
