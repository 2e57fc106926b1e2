import Drills
import SourceText

/// A CSV with the ids of its rows written into it; nothing else in it changes.
///
/// It is edited as the bytes that it is, of UTF-8, GB18030 or UTF-16: in none of them does a delimiter,
/// a quote or a line end stand inside another character.
package struct CompletedTable {
  package let bytes: [UInt8]

  /// Nothing for what is no CSV.
  ///
  /// - Parameters:
  ///   - bytes: Of the table as it was read.
  ///   - file: Its name.
  ///   - rows: Those of its rows that have an id made of their names.
  package init?(_ bytes: [UInt8], file: String, rows: [RowID]) {
    let ids = Dictionary(
      rows.map { ($0.position.line, $0.given.id) }, uniquingKeysWith: { first, _ in first })
    let known = Tables.columns(of: rows.first?.given.kind ?? .community)
    guard let content = try? TableContent(bytes, file: file, name: nil), case .text = content,
      let table = try? OpenTable(content, known: known, Findings()),
      let headerLine = table.header.first?.position.line, let delimiter = table.delimiter
    else { return nil }
    let heads = table.header.map { TableColumns.word(for: $0.text, among: known) }
    let column = heads.firstIndex { $0?.english == "id" }
    let isChinese = table.header.contains { !$0.text.utf8.allSatisfy { $0 < 0x80 } }
    var text = CodeUnits(bytes)
    let head = isChinese ? text.chineseHead : Array("id".utf8).map(UInt16.init)
    var edits: [(at: Range<Int>, with: [UInt16])] = []
    for row in text.rows(separatedBy: UInt16(delimiter)) where row.line >= headerLine {
      let id = (ids[row.line] ?? "").utf8.map(UInt16.init)
      if let column {
        if id.isEmpty { continue }
        if column < row.cells.count {
          edits.append((row.cells[column], id))
        } else {
          let missing = column - row.cells.count + 1
          let end = row.cells[row.cells.count - 1].upperBound
          edits.append((end..<end, Array(repeating: UInt16(delimiter), count: missing) + id))
        }
      } else if !text.isBlankOrComment(row) {
        let start = row.cells[0].lowerBound
        edits.append((start..<start, (row.line == headerLine ? head : id) + [UInt16(delimiter)]))
      }
    }
    for edit in edits.reversed() { text.units.replaceSubrange(edit.at, with: edit.with) }
    self.bytes = text.bytes
  }
}

/// A text by the units that it is written in: bytes, or the halves of UTF-16.
private struct CodeUnits {
  private enum Kind {
    case utf8, gb18030, utf16Little, utf16Big
  }

  struct Row {
    /// On which it begins, counted from 1.
    let line: Int
    /// Without delimiters and line ends, with their quotes.
    let cells: [Range<Int>]
  }

  var units: [UInt16]
  private let kind: Kind
  /// Units of the byte order mark.
  private let markLength: Int

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      kind = isLittle ? .utf16Little : .utf16Big
      units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isLittle ? second << 8 | first : first << 8 | second
      }
      markLength = 1
    } else {
      kind = (try? UTF8Span(validating: bytes.span)) == nil ? .gb18030 : .utf8
      units = bytes.map(UInt16.init)
      markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
  }

  var bytes: [UInt8] {
    switch kind {
    case .utf8, .gb18030: units.map { UInt8(truncatingIfNeeded: $0) }
    case .utf16Little: units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16Big: units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
  }

  /// 编号.
  var chineseHead: [UInt16] {
    switch kind {
    case .utf8: Array("编号".utf8).map(UInt16.init)
    case .gb18030: [0xB1, 0xE0, 0xBA, 0xC5]
    case .utf16Little, .utf16Big: Array("编号".utf16)
    }
  }

  func isBlankOrComment(_ row: Row) -> Bool {
    row.cells.allSatisfy(\.isEmpty) || units[row.cells[0].lowerBound] == 0x23
  }

  /// Every line of the table, as `DelimitedText` takes them apart.
  func rows(separatedBy delimiter: UInt16) -> [Row] {
    var rows: [Row] = []
    var scan = (index: markLength, line: 1)
    while scan.index < units.count {
      let line = scan.line
      var cells: [Range<Int>] = []
      if units[scan.index] == 0x23 {
        cells.append(run(from: scan.index, until: nil))
        scan.index = cells[0].upperBound
      } else {
        repeat {
          if !cells.isEmpty { scan.index += 1 }
          cells.append(cell(&scan, delimiter))
        } while scan.index < units.count && units[scan.index] == delimiter
      }
      stepOverLineEnd(&scan)
      rows.append(Row(line: line, cells: cells))
    }
    return rows
  }

  private func cell(_ scan: inout (index: Int, line: Int), _ delimiter: UInt16) -> Range<Int> {
    let start = scan.index
    var first = start
    while first < units.count, units[first] == 0x20 { first += 1 }
    if first < units.count, units[first] == 0x22 {
      scan.index = first + 1
      while scan.index < units.count {
        if isEnd(units[scan.index]) {
          stepOverLineEnd(&scan)
        } else if units[scan.index] != 0x22 {
          scan.index += 1
        } else if scan.index + 1 < units.count, units[scan.index + 1] == 0x22 {
          scan.index += 2
        } else {
          break
        }
      }
    }
    scan.index = run(from: scan.index, until: delimiter).upperBound
    return start..<scan.index
  }

  /// Up to the next delimiter or line end.
  private func run(from start: Int, until delimiter: UInt16?) -> Range<Int> {
    var end = start
    while end < units.count, units[end] != delimiter, !isEnd(units[end]) { end += 1 }
    return start..<end
  }

  private func stepOverLineEnd(_ scan: inout (index: Int, line: Int)) {
    guard scan.index < units.count else { return }
    let isPair =
      units[scan.index] == 0x0D && scan.index + 1 < units.count && units[scan.index + 1] == 0x0A
    scan.index += isPair ? 2 : 1
    scan.line += 1
  }

  private func isEnd(_ unit: UInt16) -> Bool { unit == 0x0A || unit == 0x0D }
}
