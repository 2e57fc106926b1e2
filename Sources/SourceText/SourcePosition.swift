/// Where in a file something was read.
///
/// Lines and columns count from 1; a column is a character, not a byte.
package struct SourcePosition: Hashable, Sendable {
  /// The file as the planner knows it, relative to the workspace.
  package let file: String
  /// The sheet of the file, where a workbook has several.
  package let sheet: String?
  package let line: Int
  package let column: Int
  /// The cell, if it is one of a table.
  package let cell: TableCell?

  package init(
    file: String, sheet: String? = nil, line: Int = 1, column: Int = 1, cell: TableCell? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
    self.cell = cell
  }

  /// The same place in a column of that name.
  package func titled(_ title: String) -> SourcePosition {
    guard let cell else { return self }
    return SourcePosition(
      file: file, sheet: sheet, line: line, column: column,
      cell: TableCell(row: cell.row, column: cell.column, title: title))
  }

  /// The beginning of the same line.
  package var lineHead: SourcePosition { SourcePosition(file: file, sheet: sheet, line: line) }
}

/// A cell of a table as a spreadsheet names it.
package struct TableCell: Hashable, Sendable {
  /// Both from 1.
  package let row: Int
  package let column: Int
  /// The column's name in the table's head; may be empty.
  package let title: String

  package init(row: Int, column: Int, title: String = "") {
    self.row = row
    self.column = column
    self.title = title
  }
}

extension TableCell: CustomStringConvertible {
  /// `F2, 开放时间`.
  package var description: String {
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)" + (title.isEmpty ? "" : ", \(title)")
  }
}

extension SourcePosition: Comparable {
  package static func < (lhs: SourcePosition, rhs: SourcePosition) -> Bool {
    (lhs.file, lhs.sheet ?? "", lhs.line, lhs.column)
      < (rhs.file, rhs.sheet ?? "", rhs.line, rhs.column)
  }
}

extension SourcePosition: CustomStringConvertible {
  /// `venues.csv:2:26 (F2, 开放时间)`, without the brackets where there is no cell; of a sheet
  /// `tables.xlsx:2:6 (场所!F2, 开放时间)`.
  package var description: String {
    let place = "\(file):\(line):\(column)"
    guard let sheet else { return place + (cell.map { " (\($0))" } ?? "") }
    return "\(place) (\(sheet)" + (cell.map { "!\($0))" } ?? ")")
  }
}
