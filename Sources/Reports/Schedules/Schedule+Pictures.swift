package import Drills

extension Schedule {
  /// The schedule as pictures for a chat: one under the other, each with the heads of the table.
  package func pictures(in language: Language) -> [Drawing] { page(in: language).pictures }
}

extension Page {
  /// Its tables drawn, as many pictures as it takes.
  var pictures: [Drawing] {
    var sheets: [TableSheet] = []
    for table in tables { sheets += TableSheet.sheets(of: table, columns: table.columnWidths) }
    if sheets.isEmpty { sheets = [TableSheet(title: "", header: [], rows: [], columns: [])] }
    return sheets.enumerated().map { index, sheet in
      sheet.drawing(
        title: title, heads: ([period] + heads).filter { !$0.isEmpty }, number: index + 1,
        of: sheets.count)
    }
  }
}

/// A part of a table that one picture holds.
private struct TableSheet {
  let title: String
  let header: [[String]]
  /// Rows of cells of lines.
  var rows: [[[String]]]
  let columns: [Int]

  private static let size = 20.0
  private static let leading = 28.0
  private static let margin = 36.0
  private static let padding = 8.0
  /// Of all rows together, in pixels; a chat shrinks what is much longer.
  private static let room = 3200.0
  /// Pixels of a column of text.
  private static let column = 10.8

  static func sheets(of table: Page.Table, columns: [Int]) -> [TableSheet] {
    let header = zip(table.header, columns).map { $0.wrapped(toWidth: $1 - 1) }
    var sheets: [TableSheet] = []
    var sheet = TableSheet(title: table.title, header: header, rows: [], columns: columns)
    var used = 0.0
    for row in table.rows {
      let cells = zip(row, columns).map { $0.text.wrapped(toWidth: max(2, $1 - 1)) }
      let height = TableSheet.height(of: cells)
      if used + height > room, !sheet.rows.isEmpty {
        sheets.append(sheet)
        sheet.rows = []
        used = 0
      }
      sheet.rows.append(cells)
      used += height
    }
    return sheets + [sheet]
  }

  private static func height(of cells: [[String]]) -> Double {
    Double(cells.map(\.count).max() ?? 1) * leading + 2 * padding
  }

  func drawing(title: String, heads: [String], number: Int, of count: Int) -> Drawing {
    let widths = columns.map { Double($0) * TableSheet.column + 2 * TableSheet.padding }
    let width = max(900, widths.reduce(0, +) + 2 * TableSheet.margin)
    let titleHeight = 78.0
    let headHeight = 34.0
    let lines = heads + (self.title.isEmpty ? [] : [self.title])
    let top = titleHeight + Double(lines.count) * headHeight + 12
    let body = ([header] + rows).map(TableSheet.height).reduce(0, +)
    let foot = count > 1 ? 40.0 : 12.0
    var drawing = Drawing(width: Int(width), height: Int(top + body + foot + TableSheet.margin))
    drawing.text(title, width / 2, 62, size: 40, anchor: .middle, isTitle: true)
    for (index, line) in lines.enumerated() {
      drawing.text(
        line, width / 2, titleHeight + (Double(index) + 0.75) * headHeight, size: 22,
        fill: "#5b636b", isBold: index >= heads.count, anchor: .middle)
    }
    var y = top
    for (index, row) in ([header] + rows).enumerated() where !columns.isEmpty {
      let height = TableSheet.height(of: row)
      var x = (width - widths.reduce(0, +)) / 2
      for (cell, column) in zip(row, widths) {
        drawing.box(
          x, y, column, height, fill: index == 0 ? "#f0ede6" : "#ffffff", stroke: "#888888")
        let start = y + (height - Double(cell.count) * TableSheet.leading) / 2
        for (line, text) in cell.enumerated() {
          drawing.text(
            text, x + TableSheet.padding, start + (Double(line) + 0.76) * TableSheet.leading,
            size: TableSheet.size, isBold: index == 0)
        }
        x += column
      }
      y += height
    }
    if count > 1 {
      drawing.text(
        "— \(number) / \(count) —", width / 2, y + 34, size: 18, fill: "#5b636b", anchor: .middle)
    }
    return drawing
  }
}
