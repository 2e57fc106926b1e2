package import SourceText

/// The rows of a table that a person filled in and hands back, opened as the workspace's tables are.
package struct Sheet: Sendable {
  package struct Cell: Hashable, Sendable {
    package let text: String
    package let position: SourcePosition
  }

  /// The header first; blank lines and those that start with `#` are left out.
  package private(set) var rows: [[Cell]] = []
  /// Why the file as a whole, or part of it, cannot be read.
  package private(set) var errors: [WorkspaceError] = []
  /// What a person should know of the file though it is read.
  package private(set) var warnings: [WorkspaceError] = []

  /// Whether nobody expects a column of that name to be read.
  package static func isSilent(column name: String) -> Bool { TableColumns.isSilent(name) }

  /// Of the `known` names of columns two tell the header from titles above it.
  package init(_ bytes: [UInt8], file: String, known: [WorkspaceError.Word] = []) {
    let findings = Findings()
    do throws(WorkspaceError) {
      let content = try TableContent(bytes, file: file, name: nil)
      var table = try OpenTable(content, known: known, findings)
      let titles = table.header.map(\.text)
      rows.append(table.header.map { Cell(text: $0.text, position: $0.position) })
      while let cells = table.next() {
        if cells.areNoEntry(below: table.header) { continue }
        rows.append(
          cells.enumerated().map { index, cell in
            let title = index < titles.count ? titles[index] : ""
            let position = cell.position.titled(title)
            // A picture too: what it shows would be lost.
            if let trouble = cell.trouble, !title.isEmpty {
              findings.report(.workbook(trouble), at: position)
            }
            return Cell(text: cell.text, position: position)
          })
      }
    } catch {
      findings.report(error.reason, at: error.position)
    }
    errors = findings.errors.inOrder(more: findings.moreErrors)
    warnings = findings.warnings.inOrder(more: findings.moreWarnings)
  }
}

/// The text of a file that a person wrote, in any encoding that tables may have.
///
/// - Throws: Why it is no text.
package func writtenText(_ bytes: [UInt8], file: String) throws(WorkspaceError) -> String {
  if bytes.isEmpty { return "" }
  return try DecodedText(bytes, of: file, encodings: .ofTables).string
}
