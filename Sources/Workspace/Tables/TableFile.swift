import SourceText

/// The rows of a table that can be read, in file order.
struct TableFile {
  /// Nothing if the table as a whole cannot be read.
  private(set) var rows: [TableRow]?
  /// Whether every row was met, so that an id in none of them names nothing.
  private(set) var isWhole = false
  /// Of rows whose other cells cannot be told apart.
  private(set) var broken = NameTable()

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
    guard columns.has("id") || columns.has("name") && !columns.lacksID else { return }

    var rows: [TableRow] = []
    while let cells = table.next() {
      let name = columns.cells(of: cells)["name"]?.text ?? ""
      if cells.areNoEntry(below: table.header) || name.isTotal { continue }
      let row = TableRow(cells: cells, columns: columns, findings)
      // Trailing cells that a spreadsheet left out are empty ones; too many are a bare comma.
      if cells.dropFirst(columns.width).contains(where: { !$0.text.isEmpty }) {
        findings.report(.cellCount(cells.count, expected: columns.width), at: row.position)
        if let name = row.written("id") ?? row.written("name") {
          broken.add(name.text, named: row.text("name"))
        }
      } else {
        rows.append(row)
      }
    }
    self.rows = rows
    isWhole = !table.isCutShort
  }
}

extension [Cell] {
  /// Whether it adds rows up, says something of the table, or is its head once more.
  func areNoEntry(below header: [Cell]) -> Bool {
    guard let first = first(where: { !$0.text.isEmpty })?.text.tight else { return false }
    return first.isTotal || first.isFootnote || map(\.text) == header.map(\.text)
  }
}

extension String {
  /// Whether it heads a line that adds others up.
  fileprivate var isTotal: Bool {
    let word = tight
    return ["合计", "总计", "共计", "小计", "total", "totals", "subtotal", "sum"].contains(word)
  }

  /// What offices write below a table: 注：…, 填表人：….
  fileprivate var isFootnote: Bool {
    guard let colon = firstIndex(of: ":") else { return false }
    return [
      "注", "备注", "说明", "填表人", "填报人", "填报单位", "填报日期", "填表日期", "填报时间", "制表人", "制表", "制表日期",
      "审核人", "审核", "审批人", "负责人", "单位负责人", "联系人", "联系电话", "note", "notes",
    ].contains(String(self[..<colon]))
  }
}
