import SourceText

/// Opens a table, whatever program wrote it: finds how its cells are separated and which row is the
/// header, and then hands out row after row.
///
/// The one opener of the workspace's tables and of the sheets that people fill in.
struct OpenTable {
  /// Title rows that may stand above the header, and one more for itself.
  static let mostHeadRows = 10
  /// Far more than a province has.
  private static let mostRows = 100_000
  private static let delimiters = [",", "\t", ";"].map { UInt8(ascii: $0) }

  let header: [Cell]
  /// What separates its cells; nothing for a sheet of a workbook.
  let delimiter: UInt8?
  private let file: String
  private let findings: Findings
  private var lines: any TableRows
  private var rows = 0
  private var isTooLong = false

  /// Whether some rows were never met.
  var isCutShort: Bool { lines.isCutShort || isTooLong }

  /// The header is the first row that has two of the `known` names of columns, else the first.
  ///
  /// - Throws: Why there is no table at all.
  init(
    _ content: TableContent, known: [WorkspaceError.Word], _ findings: Findings
  ) throws(WorkspaceError) {
    let opened =
      switch content {
      case .text(let bytes, let file):
        try Self.open(bytes, file: file, known, findings)
      case .sheets(let workbook, let name):
        try Self.open(workbook, named: name, known, findings)
      }
    delimiter = opened.delimiter
    header = opened.header
    lines = opened.rows
    file = opened.file
    self.findings = findings
  }

  typealias Opened = (
    header: [Cell], rows: any TableRows, file: String, delimiter: UInt8?
  )

  private static func open(
    _ bytes: [UInt8], file: String, _ known: [WorkspaceError.Word], _ findings: Findings
  ) throws(WorkspaceError) -> Opened {
    let text = try DecodedText(bytes, of: file, encodings: .ofTables)
    if let error = text.forbiddenCharacter(in: file) { throw error }
    let head = text.head
    let found = Self.head(of: head, file: file, known)
    let delimiter = found?.delimiter ?? head.utf8.likelyDelimiter
    var lines = DelimitedText(text, separatedBy: delimiter, file: file, findings)
    for _ in 0..<(found?.rowsAbove ?? 0) { _ = lines.next() }
    guard let header = lines.next() else {
      // A quote that swallowed all has been told.
      throw findings.errors.last { _ in lines.isCutShort }
        ?? WorkspaceError(.empty, at: SourcePosition(file: file))
    }
    return (header, lines, file, delimiter)
  }

  /// The next row; nothing at the end.
  mutating func next() -> [Cell]? {
    guard !isTooLong, let row = lines.next() else { return nil }
    rows += 1
    guard rows <= Self.mostRows else {
      isTooLong = true
      findings.report(
        .tooManyRows(most: Self.mostRows), at: row.first?.position ?? SourcePosition(file: file))
      return nil
    }
    return row
  }

  /// The first row that holds two known names, with whatever delimiter finds it first.
  private static func head(
    of text: DecodedText, file: String, _ known: [WorkspaceError.Word]
  ) -> (delimiter: UInt8, rowsAbove: Int)? {
    let stated = text.utf8.statedDelimiter
    var best: (delimiter: UInt8, rowsAbove: Int)?
    for delimiter in stated.map({ [$0] }) ?? delimiters {
      // What is wrong there is told when the rows are read.
      var lines = DelimitedText(text, separatedBy: delimiter, file: file, Findings())
      for rowsAbove in 0..<(best?.rowsAbove ?? mostHeadRows) {
        guard let row = lines.next() else { break }
        if row.isHeader(of: known) {
          best = (delimiter, rowsAbove)
          break
        }
      }
    }
    return best
  }
}

extension [Cell] {
  /// Whether it names two columns at least.
  func isHeader(of known: [WorkspaceError.Word]) -> Bool {
    Set(compactMap { TableColumns.word(for: $0.text, among: known)?.english }).count >= 2
  }
}

extension [UInt8] {
  /// What a first line such as `sep=;` says, as Excel reads it.
  var statedDelimiter: UInt8? {
    let line = prefix(8).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      .filter { $0 != UInt8(ascii: "\"") }
    guard line.count == 5, line.starts(with: "sep=".utf8) || line.starts(with: "SEP=".utf8) else {
      return nil
    }
    return line[4]
  }

  /// The one that the first row has most of, outside quotes; a comma unless another has more.
  fileprivate var likelyDelimiter: UInt8 {
    if let statedDelimiter { return statedDelimiter }
    var counts: [UInt8: Int] = [:]
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
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, [9, 44, 59].contains(byte) {
        counts[byte, default: 0] += 1
      }
    }
    let commas = counts[UInt8(ascii: ","), default: 0]
    let most = counts.max { $0.value < $1.value }
    return most.flatMap { $0.value > commas ? $0.key : nil } ?? UInt8(ascii: ",")
  }
}

extension UInt8 {
  var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
