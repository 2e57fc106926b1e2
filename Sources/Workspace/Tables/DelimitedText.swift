import SourceText

/// One cell of a table, as it reads without its quotes.
struct Cell {
  var text: String
  var line: Int
  var column: Int
}

/// Splits text into rows and cells: RFC 4180, with comma or tab.
///
/// Works on bytes, in one pass. A line that is blank, whose cells are all empty (as spreadsheets
/// write blank rows) or that starts with `#` is no row.
struct DelimitedText {
  private let bytes: [UInt8]
  private let file: String
  private let delimiter: UInt8
  private let findings: Findings
  private var index = 0
  private var line = 1
  /// The index of the byte at which the present line begins, for columns in characters.
  private var lineStart = 0
  /// Whether a quote that is never closed has swallowed the rest.
  private(set) var isCutShort = false

  init(_ text: DecodedText, file: String, _ findings: Findings) {
    bytes = text.utf8
    self.file = file
    self.findings = findings
    delimiter = bytes.firstRowDelimiter
  }

  /// The next row; nothing at the end.
  mutating func next() -> [Cell]? {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "#") {
        while index < bytes.count, !bytes[index].isLineEnd { index += 1 }
        endLine()
        continue
      }
      let row = readRow()
      if isCutShort { return nil }
      if row.contains(where: { !$0.text.isEmpty }) { return row }
    }
    return nil
  }

  private mutating func readRow() -> [Cell] {
    var cells: [Cell] = []
    while true {
      cells.append(readCell())
      guard index < bytes.count, bytes[index] == delimiter else { break }
      index += 1
    }
    endLine()
    return cells
  }

  private mutating func readCell() -> Cell {
    let start = index
    // Blanks before a quote are no text.
    var first = index
    while first < bytes.count, bytes[first] == UInt8(ascii: " ") { first += 1 }
    if first < bytes.count, bytes[first] == UInt8(ascii: "\"") {
      index = first
      return readQuotedCell()
    }
    while index < bytes.count, bytes[index] != delimiter, !bytes[index].isLineEnd { index += 1 }
    return Cell(
      text: text(bytes[start..<index]), line: line, column: column(of: start))
  }

  private mutating func readQuotedCell() -> Cell {
    let start = SourcePosition(file: file, line: line, column: column(of: index))
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
    skipAfterQuote()
    return Cell(text: text(content[...]), line: start.line, column: start.column)
  }

  private mutating func skipAfterQuote() {
    var isReported = false
    while index < bytes.count, bytes[index] != delimiter, !bytes[index].isLineEnd {
      if bytes[index] != UInt8(ascii: " "), !isReported {
        isReported = true
        findings.report(
          .textAfterQuote,
          at: SourcePosition(file: file, line: line, column: column(of: index)))
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
    lineStart = index
  }

  private func column(of index: Int) -> Int {
    var column = 1
    for byte in bytes[lineStart..<index] where byte & 0xC0 != 0x80 { column += 1 }
    return column
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).trimmed
  }
}

extension [UInt8] {
  /// Tab if the first row has more tabs than commas outside quotes.
  fileprivate var firstRowDelimiter: UInt8 {
    var commas = 0
    var tabs = 0
    var isQuoted = false
    var isComment = false
    var isLineStart = true
    for byte in self {
      if byte.isLineEnd, !isQuoted {
        if !isLineStart, !isComment { break }
        isComment = false
        isLineStart = true
        continue
      }
      if isLineStart { isComment = byte == UInt8(ascii: "#") }
      isLineStart = false
      if isComment { continue }
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: commas += 1
      case UInt8(ascii: "\t") where !isQuoted: tabs += 1
      default: break
      }
    }
    return tabs > commas ? UInt8(ascii: "\t") : UInt8(ascii: ",")
  }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
