import SourceText
import Workbooks

extension OpenTable {
  /// Finds the sheet and the header in it.
  ///
  /// The sheet is the one that has the table's name, else the first that has its header, else the
  /// first that has anything; those that are shown before those that are hidden.
  static func open(
    _ workbook: OpenWorkbook, named name: TableName?, _ known: [WorkspaceError.Word],
    _ findings: Findings
  ) throws(WorkspaceError) -> Opened {
    let sheets = workbook.workbook.sheets
    let named = sheets.filter { name?.isName(of: $0.name) ?? false }
    if named.count > 1 {
      throw WorkspaceError(
        .workbook(.twoSheets(named[0].name, named[1].name)), at: workbook.position(of: named[1]))
    }
    var found: [SheetHead] = []
    for sheet in named.isEmpty ? sheets.filter({ !$0.isHidden }) + sheets.filter(\.isHidden) : named
    {
      let worksheet = try workbook.worksheet(sheet)
      if let head = SheetHead(worksheet, sheet, of: workbook, known, findings) {
        found.append(head)
      }
    }
    guard let head = found.first(where: \.isHeader) ?? found.first else {
      throw WorkspaceError(.empty, at: SourcePosition(file: workbook.file))
    }
    for other in found where other.sheet != head.sheet && !other.sheet.isHidden {
      findings.warn(
        of: .workbook(.unreadSheet(other.sheet.name)), at: workbook.position(of: other.sheet))
    }
    if head.sheet.isHidden {
      findings.warn(of: .workbook(.hiddenSheet), at: workbook.position(of: head.sheet))
    }
    head.rows.warnOfHiddenRows()
    return (head.header, head.rows, workbook.file, nil)
  }
}

/// The header of a sheet, and the rows below it.
private struct SheetHead {
  let sheet: Workbook.Sheet
  let header: [Cell]
  private(set) var rows: SheetRows
  /// Whether it names columns; else it is only the first row.
  let isHeader: Bool

  /// Nothing for a sheet without rows.
  init?(
    _ worksheet: Worksheet, _ sheet: Workbook.Sheet, of workbook: OpenWorkbook,
    _ known: [WorkspaceError.Word], _ findings: Findings
  ) {
    self.sheet = sheet
    func start(_ findings: Findings) -> SheetRows {
      SheetRows(
        worksheet, file: workbook.file, sheet: workbook.shownName(of: sheet), findings)
    }
    // What is wrong there is told when the rows are read.
    var search = start(Findings())
    var rowsAbove = 0
    var found: [Cell]?
    while rowsAbove < OpenTable.mostHeadRows, let row = search.next() {
      if row.isHeader(of: known) {
        found = row
        break
      }
      rowsAbove += 1
    }
    // A head of two rows, merged where it is one: the names of columns are all in the lower.
    while found != nil, let below = search.next(), below.contains(where: \.isCopy),
      below.isHeader(of: known)
    {
      found = below
      rowsAbove += 1
    }
    isHeader = found != nil
    rows = start(findings)
    for _ in 0..<(isHeader ? rowsAbove : 0) { _ = rows.next() }
    guard let header = rows.next() else { return nil }
    self.header = header
  }
}
