/// An .xlsx of somebody else's, whose blanks are filled where they stand.
///
/// Texts that several cells share are copied before one of them is filled.
package struct SheetForm: BlankDocument {
  private let archive: ZipArchive
  private let sheets: [SheetPart]
  private let texts: SharedTexts
  private let places: [Place]
  package let blanks: [DocumentBlank]
  package let outline: [OutlineLine]

  private enum Place {
    /// In a text that many cells may share.
    case shared(sheet: Int, cell: Int, BlankEdit)
    /// In the cell itself.
    case own(sheet: Int, BlankEdit)
    /// A cell that has nothing.
    case empty(sheet: Int, cell: Int)
  }

  package init(_ archive: ZipArchive) throws(DocumentFault) {
    self.archive = archive
    let names = archive.names.filter { $0.hasPrefix("xl/worksheets/") && $0.hasSuffix(".xml") }
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    texts = try SharedTexts(archive.part(SharedTexts.name))
    var sheets: [SheetPart] = []
    for name in names {
      guard let bytes = try archive.part(name) else { throw .damaged(name) }
      sheets.append(try SheetPart(name, bytes))
    }
    self.sheets = sheets
    var reading = Reading()
    for (number, sheet) in sheets.enumerated() {
      for row in sheet.rows { reading.read(row, of: sheet, number, texts) }
    }
    places = reading.places
    blanks = reading.blanks
    outline = reading.outline
  }

  package func filled(_ values: [Int: String]) -> [UInt8] {
    var sheetChanges = sheets.map { _ in [BlankEdit.Change]() }
    var byText: [Int: [(sheet: Int, cell: Int, changes: [BlankEdit.Change])]] = [:]
    for (index, value) in values.sorted(by: { $0.key < $1.key }) {
      switch places[index] {
      case .own(let sheet, let edit): sheetChanges[sheet] += edit.changes(to: value)
      case .empty(let sheet, let cell):
        let edit = sheets[sheet].cells[cell].edit(isNumber: Int(value) != nil)
        sheetChanges[sheet] += edit.changes(to: value)
      case .shared(let sheet, let cell, let edit):
        guard let text = sheets[sheet].cells[cell].text else { continue }
        if let known = byText[text]?.firstIndex(where: { $0.sheet == sheet && $0.cell == cell }) {
          byText[text]?[known].changes += edit.changes(to: value)
        } else {
          byText[text, default: []].append((sheet, cell, edit.changes(to: value)))
        }
      }
    }
    var uses: [Int: Int] = [:]
    for cell in sheets.flatMap(\.cells) { if let text = cell.text { uses[text, default: 0] += 1 } }
    var textChanges: [BlankEdit.Change] = []
    var copies: [[UInt8]] = []
    for (text, filled) in byText.sorted(by: { $0.key < $1.key }) {
      if uses[text] == 1 {
        textChanges += filled.flatMap(\.changes)
        continue
      }
      for (sheet, cell, changes) in filled {
        sheetChanges[sheet].append(
          BlankEdit.Change(
            range: sheets[sheet].cells[cell].value,
            bytes: Array("\(texts.items.count + copies.count)".utf8)))
        copies.append(texts.copy(of: text, changes))
      }
    }
    var archive = archive
    for (sheet, changes) in zip(sheets, sheetChanges) where !changes.isEmpty {
      archive.set(sheet.name, to: BlankEdit.applied(changes, to: sheet.bytes))
    }
    if !textChanges.isEmpty || !copies.isEmpty {
      archive.set(
        SharedTexts.name,
        to: BlankEdit.applied(textChanges + texts.changes(adding: copies), to: texts.bytes))
    }
    return archive.file
  }

  /// What is found, row by row.
  private struct Reading {
    var places: [Place] = []
    var blanks: [DocumentBlank] = []
    var outline: [OutlineLine] = []

    mutating func read(_ row: [Int], of sheet: SheetPart, _ number: Int, _ texts: SharedTexts) {
      var label = ""
      var cells: [[OutlineLine.Piece]] = []
      for index in row {
        let cell = sheet.cells[index]
        let units =
          cell.text.flatMap { texts.items.indices.contains($0) ? texts.items[$0].units : nil }
          ?? cell.units
        if units.isEmpty, !cell.hasValue {
          if !label.isEmpty {
            cells.append([.blank(blanks.count)])
            blanks.append(DocumentBlank(kind: .possible, before: label, after: ""))
            places.append(.empty(sheet: number, cell: index))
          }
          label = ""
          continue
        }
        let found = BlankFinder.blanks(in: units)
        var pieces: [OutlineLine.Piece] = []
        var place = 0
        for (position, one) in found.enumerated() {
          let start = position > 0 ? found[position - 1].whole.upperBound : 0
          let end =
            position + 1 < found.count ? found[position + 1].whole.lowerBound : units.count
          var before = WordPart.text(of: units[start..<max(start, one.whole.lowerBound)])
          if one.kind == .possible { before += "：" }
          let after = WordPart.text(
            of: units[one.whole.upperBound..<max(end, one.whole.upperBound)])
          if before.isEmpty, after.isEmpty, found.count == 1 { before = label }
          let text = WordPart.text(of: units[place..<max(place, one.units.lowerBound)])
          pieces += (text.isEmpty ? [] : [.text(text)]) + [.blank(blanks.count)]
          place = one.units.upperBound
          blanks.append(DocumentBlank(kind: one.kind, before: before, after: after))
          let edit = WordPart.edit(one, of: units)
          places.append(
            cell.text == nil
              ? .own(sheet: number, edit) : .shared(sheet: number, cell: index, edit))
        }
        let rest = WordPart.text(of: units[place...])
        if !rest.isEmpty { pieces.append(.text(rest)) }
        if !pieces.isEmpty { cells.append(pieces) }
        label = WordPart.text(of: units[...])
      }
      if cells.count == 1 {
        outline.append(.paragraph(cells[0]))
      } else if !cells.isEmpty {
        outline.append(.row(cells))
      }
    }
  }
}

/// The texts that cells name by number.
struct SharedTexts {
  struct Item {
    let range: Range<Int>
    var units: [TextUnit] = []
  }

  static let name = "xl/sharedStrings.xml"
  let bytes: [UInt8]
  private(set) var items: [Item] = []
  /// Before the tag that closes the list, and where the list's own tag is.
  private var end = 0
  private var head = 0..<0

  init(_ bytes: [UInt8]?) throws(DocumentFault) {
    self.bytes = bytes ?? []
    let scanner = XMLScanner(bytes: self.bytes)
    var (start, isText, isPhonetic) = (0, false, false)
    var units: [TextUnit] = []
    do {
      try scanner.forEach { token in
        switch token {
        case .open("sst", let range, _): head = range
        case .open("si", let range, let isEmpty):
          start = range.lowerBound
          units = []
          if isEmpty { items.append(Item(range: range)) }
        case .open("rPh", _, let isEmpty): isPhonetic = !isEmpty
        case .close("rPh", _): isPhonetic = false
        case .open("t", _, let isEmpty): isText = !isEmpty && !isPhonetic
        case .close("t", _): isText = false
        case .text(let range) where isText:
          units += scanner.characters(in: range).map { TextUnit(scalar: $0, range: $1) }
        case .close("si", let range):
          items.append(Item(range: start..<range.upperBound, units: units))
        case .close("sst", let range): end = range.lowerBound
        default: break
        }
      }
    } catch {
      throw .damaged(SharedTexts.name)
    }
  }

  func copy(of text: Int, _ changes: [BlankEdit.Change]) -> [UInt8] {
    let range = items[text].range
    let moved = changes.map {
      BlankEdit.Change(
        range: ($0.range.lowerBound - range.lowerBound)..<($0.range.upperBound - range.lowerBound),
        bytes: $0.bytes)
    }
    return BlankEdit.applied(moved, to: Array(bytes[range]))
  }

  /// With more texts at the end, and their number in the list's tag.
  func changes(adding copies: [[UInt8]]) -> [BlankEdit.Change] {
    guard !copies.isEmpty else { return [] }
    var changes = [BlankEdit.Change(range: end..<end, bytes: copies.flatMap(\.self))]
    let tag = String(decoding: bytes[head], as: UTF8.self)
    if let old = XMLScanner(bytes: bytes).attribute("uniqueCount", of: head) {
      let new = tag.replacing(
        "uniqueCount=\"\(old)\"", with: "uniqueCount=\"\(items.count + copies.count)\"")
      changes.append(BlankEdit.Change(range: head, bytes: Array(new.utf8)))
    }
    return changes
  }
}

/// A sheet's cells.
struct SheetPart {
  struct Cell {
    /// The number of its shared text.
    var text: Int?
    /// Where that number stands.
    var value = 0..<0
    /// Of a text of its own.
    var units: [TextUnit] = []
    var hasValue = false
    /// The tag, and whether it closes itself.
    var tag = 0..<0
    var isBare = false

    /// What puts a value into a cell that has none.
    func edit(isNumber: Bool) -> BlankEdit {
      let end = isBare ? "</c>" : ""
      let (open, close) = isNumber ? ("<v>", "</v>") : ("<is><t>", "</t></is>")
      let kind = isNumber ? "" : " t=\"inlineStr\""
      let mark = tag.upperBound - (isBare ? 2 : 1)..<tag.upperBound
      return BlankEdit(ranges: [mark], prefix: kind + ">" + open, suffix: close + end)
    }
  }

  let name: String
  let bytes: [UInt8]
  private(set) var cells: [Cell] = []
  /// The cells of each row.
  private(set) var rows: [[Int]] = []

  init(_ name: String, _ bytes: [UInt8]) throws(DocumentFault) {
    self.name = name
    self.bytes = bytes
    let scanner = XMLScanner(bytes: bytes)
    var (kind, isText, isValue) = ("", false, false)
    do {
      try scanner.forEach { token in
        switch token {
        case .open("row", _, _): rows.append([])
        case .open("c", let range, let isEmpty):
          kind = scanner.attribute("t", of: range) ?? ""
          var cell = Cell()
          cell.tag = range
          cell.isBare = isEmpty
          if rows.isEmpty { rows.append([]) }
          rows[rows.count - 1].append(cells.count)
          cells.append(cell)
        case .open("v", _, let isEmpty): isValue = !isEmpty
        case .open("f", _, _): if !cells.isEmpty { cells[cells.count - 1].hasValue = true }
        case .close("v", _): isValue = false
        case .open("t", _, let isEmpty): isText = !isEmpty && kind == "inlineStr"
        case .close("t", _): isText = false
        case .text(let range) where !cells.isEmpty && isText:
          cells[cells.count - 1].units += scanner.characters(in: range).map {
            TextUnit(scalar: $0, range: $1)
          }
        case .text(let range) where !cells.isEmpty && isValue:
          cells[cells.count - 1].hasValue = true
          cells[cells.count - 1].value = range
          if kind == "s" {
            cells[cells.count - 1].text = Int(String(decoding: bytes[range], as: UTF8.self))
          }
        default: break
        }
      }
    } catch {
      throw .damaged(name)
    }
  }
}
