import SourceText

/// The rows of a CSV file that can be read, in file order.
struct TableFile {
  /// Nothing if the table as a whole cannot be read.
  private(set) var rows: [TableRow]?
  /// Whether every row was met, so that an id in none of them names nothing.
  private(set) var isWhole = false
  /// Ids of rows whose other cells cannot be told apart.
  private(set) var brokenIDs: Set<String> = []

  init(
    _ bytes: [UInt8], file: String, known: [WorkspaceError.Word], required: [String],
    _ findings: Findings
  ) {
    let text: DecodedText
    do {
      text = try DecodedText(bytes, of: file, acceptsGB18030: true)
    } catch {
      findings.report(error.reason, at: error.position)
      return
    }
    if let error = text.controlCharacter(in: file) {
      findings.report(error.reason, at: error.position)
      return
    }
    var lines = DelimitedText(text, file: file, findings)
    guard let header = lines.next() else {
      guard !lines.isCutShort else { return }
      findings.report(.empty, at: SourcePosition(file: file))
      return
    }
    let columns = TableColumns(header, file: file, known: known, required: required, findings)
    guard columns.has("id") else { return }

    var rows: [TableRow] = []
    while let cells = lines.next() {
      let row = TableRow(cells: cells, columns: columns, file: file, findings)
      let isWide = cells.dropFirst(columns.width).contains { !$0.text.isEmpty }
      if cells.count < columns.width || isWide {
        findings.report(.cellCount(cells.count, expected: columns.width), at: row.position)
        if let id = row.written("id") { brokenIDs.insert(id.text) }
      } else {
        rows.append(row)
      }
    }
    self.rows = rows
    isWhole = !lines.isCutShort
  }
}
