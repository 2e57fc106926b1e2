import SourceText

/// Splits text into rows and cells: RFC 4180, with any one delimiter.
///
/// Works on bytes, in one pass. A line that is blank, whose cells are all empty (as spreadsheets
/// write blank rows) or that starts with `#` is no row.
struct DelimitedText: TableRows {
  /// More than any table has columns.
  private static let mostCells = 1000

  private let bytes: [UInt8]
  private let file: String
  private let delimiter: UInt8
  private let findings: Findings
  private var index = 0
  private var line = 1
  /// The row as a spreadsheet counts it, which shows blank lines and comments but no `sep=`.
  private var row = 1
  /// A byte of the present line whose column is known, so that columns are counted once.
  private var known = (index: 0, column: 1)
  /// Whether a quote that is never closed has swallowed the rest.
  private(set) var isCutShort = false

  init(
    _ text: DecodedText, separatedBy delimiter: UInt8, file: String, _ findings: Findings
  ) {
    bytes = text.utf8
    self.file = file
    self.findings = findings
    self.delimiter = delimiter
    guard bytes.statedDelimiter != nil else { return }
    skipLine()
    row = 1
  }

  /// The next row; nothing at the end.
  mutating func next() -> [Cell]? {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "#") {
        skipLine()
        continue
      }
      let cells = readRow()
      if isCutShort { return nil }
      if cells.contains(where: { !$0.text.isEmpty }) { return cells }
    }
    return nil
  }

  private mutating func skipLine() {
    while index < bytes.count, !bytes[index].isLineEnd { index += 1 }
    endLine()
    row += 1
  }

  private mutating func readRow() -> [Cell] {
    var cells: [Cell] = []
    while true {
      cells.append(readCell(number: cells.count + 1))
      guard index < bytes.count, bytes[index] == delimiter else { break }
      index += 1
      if cells.count == Self.mostCells {
        findings.report(.tooManyColumns(most: Self.mostCells), at: cells[0].position)
        while index < bytes.count, !bytes[index].isLineEnd { index += 1 }
        break
      }
    }
    endLine()
    row += 1
    return cells
  }

  private mutating func readCell(number: Int) -> Cell {
    let start = index
    // Blanks before a quote are no text.
    var first = index
    while first < bytes.count, bytes[first] == UInt8(ascii: " ") { first += 1 }
    if first < bytes.count, bytes[first] == UInt8(ascii: "\"") {
      index = first
      return readQuotedCell(number: number)
    }
    let position = position(of: start, number: number)
    while index < bytes.count, bytes[index] != delimiter, !bytes[index].isLineEnd { index += 1 }
    return cell(bytes[start..<index], at: position)
  }

  private mutating func readQuotedCell(number: Int) -> Cell {
    let start = position(of: index, number: number)
    var content: [UInt8] = []
    index += 1
    while true {
      guard index < bytes.count else {
        findings.report(.unclosedQuote, at: start)
        isCutShort = true
        break
      }
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
        content.append(byte)
        index += 1
      } else if byte.isLineEnd {
        content.append(UInt8(ascii: "\n"))
        endLine()
      } else {
        content.append(byte)
        index += 1
      }
    }
    skipAfterQuote(number: number)
    return cell(content[...], at: start)
  }

  private mutating func skipAfterQuote(number: Int) {
    var isReported = false
    while index < bytes.count, bytes[index] != delimiter, !bytes[index].isLineEnd {
      if bytes[index] != UInt8(ascii: " "), !isReported {
        isReported = true
        findings.report(.textAfterQuote, at: position(of: index, number: number))
      }
      index += 1
    }
  }

  /// Steps over CRLF, CR or LF.
  private mutating func endLine() {
    guard index < bytes.count else { return }
    let isCR = bytes[index] == UInt8(ascii: "\r")
    index += 1
    if isCR, index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
    line += 1
    known = (index, 1)
  }

  /// Of a byte of the present line that is not before the last one asked for.
  private mutating func position(of index: Int, number: Int) -> SourcePosition {
    var column = known.column
    for byte in bytes[known.index..<index] where byte & 0xC0 != 0x80 { column += 1 }
    known = (index, column)
    return SourcePosition(
      file: file, line: line, column: column, cell: TableCell(row: row, column: number))
  }

  private func cell(_ bytes: ArraySlice<UInt8>, at position: SourcePosition) -> Cell {
    guard bytes.count <= Most.textBytes else {
      findings.report(.tooLong(characters: bytes.count, most: Most.textBytes), at: position)
      return Cell(text: "", position: position)
    }
    return Cell(text: String(decoding: bytes, as: UTF8.self).trimmed, position: position)
  }
}
