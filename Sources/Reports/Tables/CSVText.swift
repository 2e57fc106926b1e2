/// Rows as CSV: RFC 4180, with CRLF.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets
/// show as text.
package struct CSVText {
  private let rows: [[String]]

  package init(_ rows: [[String]]) { self.rows = rows }

  package var text: String {
    rows.map { $0.map(CSVText.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// With the byte order mark by which Excel knows UTF-8, and without a line end after the last row.
  package var marked: String { "\u{FEFF}" + text.dropLast() }

  /// Whether a spreadsheet would take a text for a formula.
  package static func isFormula(_ text: String) -> Bool {
    text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
  }

  private static func cell(_ text: String) -> String {
    let safe = isFormula(text) ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { "\",\r\n'".unicodeScalars.contains($0) }) else {
      return safe
    }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
