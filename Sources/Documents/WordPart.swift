/// A part of a .docx that has paragraphs: the document, a head or a foot.
struct WordPart {
  struct Paragraph {
    var units: [TextUnit] = []
    /// The cell that it lies in, by its number; nothing outside of tables.
    var cell: Int?
    /// The copy of a text box for old programs, by the box's number; the others have nothing.
    var fallback: Int?
    /// The box that it lies in, as new programs read it.
    var choice: Int?
    /// Where a run may be put into it, and whether the tag closes itself there.
    var end = 0..<0
    var isBare = false
    /// The properties of its mark, as they are written.
    var properties = ""
  }
  struct Cell {
    var row: Int
    /// It goes on from the one above, and is none of its own.
    var isContinued = false
    var paragraphs: [Int] = []
  }
  struct Item {
    let blank: DocumentBlank
    var edits: [BlankEdit]
  }

  let name: String
  let bytes: [UInt8]
  private(set) var blanks: [Item] = []
  private var lines: [Line] = []

  /// What is read as one: a paragraph, or a cell with all of its paragraphs.
  private struct Line {
    var row: Int?
    var units: [TextUnit]
    var found: [BlankFinder.Found] = []
    /// Of the part's blanks the first that is its own.
    var first = 0
  }

  init(_ name: String, _ bytes: [UInt8]) throws(DocumentFault) {
    self.name = name
    self.bytes = bytes
    var reader = WordPartReader(bytes)
    do {
      try reader.read()
    } catch {
      throw .damaged(name)
    }
    guard !reader.hasTrackedChanges else { throw .trackedChanges }
    let prefix = reader.prefix
    let paragraphs = reader.paragraphs
    var copies: [Int: [BlankEdit]] = [:]
    for paragraph in paragraphs where paragraph.fallback != nil {
      let found = BlankFinder.blanks(in: paragraph.units).filter { $0.kind != .possible }
      copies[paragraph.fallback ?? 0, default: []] += found.map {
        WordPart.edit($0, of: paragraph.units)
      }
    }
    var doneCells: Set<Int> = []
    var perBox: [Int: [Int]] = [:]
    var labels: [Int: String] = [:]
    for paragraph in paragraphs where paragraph.fallback == nil {
      if let number = paragraph.cell {
        guard doneCells.insert(number).inserted else { continue }
        let cell = reader.cells[number]
        if cell.isContinued { continue }
        let own = cell.paragraphs.map { paragraphs[$0] }.filter { $0.fallback == nil }
        let units = own.flatMap(\.units)
        let isEmpty = units.allSatisfy { $0.isBlank && !$0.isPrompt && !$0.isUnderlined }
        if isEmpty, let label = labels[cell.row], !label.isEmpty, let target = own.first {
          var line = Line(row: cell.row, units: units)
          line.first = blanks.count
          line.found = [
            BlankFinder.Found(kind: .possible, units: 0..<units.count, whole: 0..<units.count)
          ]
          lines.append(line)
          blanks.append(
            Item(
              blank: DocumentBlank(kind: .possible, before: label, after: ""),
              edits: [WordPart.edit(emptyCell: target, units, prefix)]))
        } else {
          append(units, row: cell.row, label: labels[cell.row] ?? "")
        }
        labels[cell.row] = WordPart.text(of: units[...])
      } else {
        let first = blanks.count
        append(paragraph.units, row: nil, label: "")
        if let box = paragraph.choice {
          perBox[box, default: []] += (first..<blanks.count).filter {
            blanks[$0].blank.kind != .possible
          }
        }
      }
    }
    for (box, own) in perBox {
      guard let others = copies[box], others.count == own.count else { continue }
      for (index, edit) in zip(own, others) { blanks[index].edits.append(edit) }
    }
  }

  private mutating func append(_ units: [TextUnit], row: Int?, label: String) {
    var line = Line(row: row, units: units)
    line.first = blanks.count
    line.found = BlankFinder.blanks(in: units)
    lines.append(line)
    for (index, found) in line.found.enumerated() {
      let start = index > 0 ? line.found[index - 1].whole.upperBound : 0
      let end = index + 1 < line.found.count ? line.found[index + 1].whole.lowerBound : units.count
      var before = WordPart.text(of: units[start..<max(start, found.whole.lowerBound)])
      // A colon belongs to its label.
      if found.kind == .possible { before += "：" }
      let after = WordPart.text(
        of: units[found.whole.upperBound..<max(end, found.whole.upperBound)])
      if before.isEmpty, after.isEmpty, line.found.count == 1 { before = label }
      blanks.append(
        Item(
          blank: DocumentBlank(kind: found.kind, before: before, after: after),
          edits: [WordPart.edit(found, of: units)]))
    }
  }

  static func text(of units: ArraySlice<TextUnit>) -> String {
    var text = String.UnicodeScalarView()
    for unit in units { if let scalar = unit.scalar { text.append(scalar) } }
    return String(text)
  }

  static func edit(_ found: BlankFinder.Found, of units: [TextUnit]) -> BlankEdit {
    let own = units[found.units].filter { $0.scalar != nil || !$0.range.isEmpty || $0.isPrompt }
    if own.isEmpty {
      // Brackets with nothing between: behind the first.
      let after = units[found.whole.lowerBound].range.upperBound
      return BlankEdit(ranges: [after..<after])
    }
    return BlankEdit(ranges: BlankEdit.ranges(of: own))
  }

  private static func edit(
    emptyCell paragraph: Paragraph, _ units: [TextUnit], _ prefix: String
  ) -> BlankEdit {
    let own = units.filter { !$0.range.isEmpty }
    if !own.isEmpty { return BlankEdit(ranges: BlankEdit.ranges(of: own)) }
    let run =
      "<\(prefix)r>\(paragraph.properties)<\(prefix)t>"
    let end = "</\(prefix)t></\(prefix)r>"
    // A tag that closes itself loses its slash.
    let slash = paragraph.end.upperBound - 2..<paragraph.end.upperBound
    return paragraph.isBare
      ? BlankEdit(ranges: [slash], prefix: ">" + run, suffix: end + "</\(prefix)p>")
      : BlankEdit(ranges: [paragraph.end], prefix: run, suffix: end)
  }

  /// Its lines, with blanks counted from `first`.
  func outline(from first: Int) -> [OutlineLine] {
    var result: [OutlineLine] = []
    var lastRow: Int?
    for line in lines {
      var pieces: [OutlineLine.Piece] = []
      var place = 0
      func add(_ range: Range<Int>) {
        let text = WordPart.text(of: line.units[range])
        if !text.isEmpty { pieces.append(.text(text)) }
      }
      for (index, found) in line.found.enumerated() {
        // Brackets stay about the blank.
        add(place..<max(place, min(found.units.lowerBound, line.units.count)))
        pieces.append(.blank(first + line.first + index))
        place = found.units.upperBound
      }
      add(place..<line.units.count)
      if let row = line.row {
        if row == lastRow, case .row(let cells) = result.last {
          result[result.count - 1] = .row(cells + [pieces])
        } else {
          result.append(.row([pieces]))
        }
      } else if !pieces.isEmpty {
        result.append(.paragraph(pieces))
      }
      lastRow = line.row
    }
    return result
  }
}
