/// Reads the paragraphs of a part, in the order in which they begin.
struct WordPartReader {
  private(set) var paragraphs: [WordPart.Paragraph] = []
  private(set) var cells: [WordPart.Cell] = []
  private(set) var hasTrackedChanges = false
  /// Before names of WordprocessingML, `w:` as a rule.
  private(set) var prefix = "w:"

  private let scanner: XMLScanner
  private var path: [String] = []
  private var openParagraphs: [Int] = []
  private var openCells: [Int] = []
  private var openRows: [Int] = []
  private var rowCount = 0
  private var boxCount = 0
  /// Boxes whose old or new copy is open.
  private var openBoxes: [(number: Int, isFallback: Bool)] = []
  private var isUnderlined = false
  private var isText = false
  private var runHasText = false
  /// Of complex fields, the innermost last.
  private var fields: [Field] = []
  private var controls: [Control] = []
  /// Where the properties of a paragraph's mark began.
  private var markStart: Int?

  private struct Field {
    var isForm = false
    var isResult = false
    var start: (paragraph: Int, unit: Int)?
  }
  private struct Control {
    var showsPrompt = false
    var isContent = false
    var start: (paragraph: Int, unit: Int)?
  }

  init(_ bytes: [UInt8]) { scanner = XMLScanner(bytes: bytes) }

  private static let tracked: Set<String> = [
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange",
    "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange",
  ]

  mutating func read() throws {
    try scanner.forEach { token in
      switch token {
      case .open(let name, let range, let isEmpty):
        if path.isEmpty { findPrefix(in: range) }
        path.append(name)
        opened(local(name), range, isEmpty: isEmpty)
        if isEmpty {
          closed(local(name), range, isEmpty: true)
          path.removeLast()
        }
      case .close(let name, let range):
        guard path.last == name else { throw XMLScanner.Fault(offset: range.lowerBound) }
        closed(local(name), range, isEmpty: false)
        path.removeLast()
      case .text(let range):
        if isText { append(range) }
        if path.last.map(local) == "instrText" { instruction(range) }
      }
    }
    guard path.isEmpty else { throw XMLScanner.Fault(offset: scanner.bytes.count) }
  }

  private mutating func findPrefix(in tag: Range<Int>) {
    let text = String(decoding: scanner.bytes[tag], as: UTF8.self)
    for name in [WordDocument.main, "http://purl.oclc.org/ooxml/wordprocessingml/main"] {
      guard let end = text.firstRange(of: "=\"\(name)\"")?.lowerBound,
        let start = text[..<end].lastIndex(of: " ")
      else { continue }
      let attribute = text[text.index(after: start)..<end]
      prefix = attribute == "xmlns" ? "" : attribute.dropFirst("xmlns:".count) + ":"
      return
    }
  }

  /// Its name in WordprocessingML; of others as it is written.
  private func local(_ name: String) -> String {
    name.hasPrefix(prefix) && (!prefix.isEmpty || !name.contains(":"))
      ? String(name.dropFirst(prefix.count)) : name
  }

  private var parent: String { path.count > 1 ? local(path[path.count - 2]) : "" }
  private var grandparent: String { path.count > 2 ? local(path[path.count - 3]) : "" }
  private var here: (paragraph: Int, unit: Int)? {
    openParagraphs.last.map { ($0, paragraphs[$0].units.count) }
  }

  private mutating func opened(_ name: String, _ range: Range<Int>, isEmpty: Bool) {
    if WordPartReader.tracked.contains(name) { hasTrackedChanges = true }
    func value() -> String { scanner.attribute("\(prefix)val", of: range) ?? "" }
    switch name {
    case "p":
      var paragraph = WordPart.Paragraph()
      // A text box in a cell is no part of the cell's own text.
      if openBoxes.isEmpty { paragraph.cell = openCells.last }
      if let box = openBoxes.last {
        if box.isFallback { paragraph.fallback = box.number } else { paragraph.choice = box.number }
      }
      paragraph.isBare = isEmpty
      paragraph.end = range
      openParagraphs.append(paragraphs.count)
      if let cell = paragraph.cell { cells[cell].paragraphs.append(paragraphs.count) }
      paragraphs.append(paragraph)
    case "tr":
      openRows.append(rowCount)
      rowCount += 1
    case "tc":
      openCells.append(cells.count)
      cells.append(WordPart.Cell(row: openRows.last ?? 0))
    case "vMerge":
      if let cell = openCells.last, value() != "restart" { cells[cell].isContinued = true }
    case "r":
      isUnderlined = false
    case "u" where parent == "rPr" && grandparent == "r":
      isUnderlined = value() != "none"
    case "rPr" where parent == "pPr":
      markStart = range.lowerBound
    case "t" where parent == "r":
      isText = true
      runHasText = false
    // What lies in a copy belongs to it, other copies too.
    case "mc:Choice":
      if openBoxes.isEmpty { boxCount += 1 }
      openBoxes.append(openBoxes.last ?? (boxCount, false))
    case "mc:Fallback": openBoxes.append(openBoxes.last ?? (boxCount, true))
    case "fldChar": fieldChar(scanner.attribute("\(prefix)fldCharType", of: range) ?? "")
    case "sdt": controls.append(Control())
    case "showingPlcHdr" where !controls.isEmpty: controls[controls.count - 1].showsPrompt = true
    case "sdtContent" where !controls.isEmpty:
      controls[controls.count - 1].isContent = true
    default: break
    }
  }

  private mutating func fieldChar(_ kind: String) {
    switch kind {
    case "begin": fields.append(Field())
    case "separate" where !fields.isEmpty:
      fields[fields.count - 1].isResult = true
      fields[fields.count - 1].start = here
    case "end" where !fields.isEmpty:
      let field = fields.removeLast()
      if field.isForm, let start = field.start { markPrompt(from: start) }
    default: break
    }
  }

  /// What was read since then waits to be replaced, if nothing but blanks stands there; `always`: whatever.
  private mutating func markPrompt(from start: (paragraph: Int, unit: Int), always: Bool = false) {
    guard start.paragraph < paragraphs.count else { return }
    let units = paragraphs[start.paragraph].units
    guard start.unit < units.count else { return }
    let own = start.unit..<units.count
    guard always || units[own].allSatisfy(\.isBlank) else { return }
    for index in own { paragraphs[start.paragraph].units[index].isPrompt = true }
  }

  private mutating func closed(_ name: String, _ range: Range<Int>, isEmpty: Bool) {
    switch name {
    case "p":
      if let index = openParagraphs.popLast(), !isEmpty {
        paragraphs[index].end = range.lowerBound..<range.lowerBound
      }
    case "tr": _ = openRows.popLast()
    case "tc": _ = openCells.popLast()
    case "rPr":
      if let start = markStart, parent == "pPr", let index = openParagraphs.last {
        paragraphs[index].properties = String(
          decoding: scanner.bytes[start..<range.upperBound], as: UTF8.self)
        markStart = nil
      }
    case "t":
      if isText, !runHasText, !isEmpty, let index = openParagraphs.last {
        // A place for text, in which none is.
        beginControl()
        paragraphs[index].units.append(
          TextUnit(
            scalar: nil, range: range.lowerBound..<range.lowerBound, isUnderlined: isUnderlined))
      }
      isText = false
    case "mc:Choice", "mc:Fallback": _ = openBoxes.popLast()
    case "sdtContent":
      if let control = controls.last, let start = control.start {
        markPrompt(from: start, always: control.showsPrompt)
      }
    case "sdt": _ = controls.popLast()
    default: break
    }
  }

  private mutating func append(_ range: Range<Int>) {
    guard let index = openParagraphs.last else { return }
    runHasText = true
    beginControl()
    for (scalar, bytes) in scanner.characters(in: range) {
      paragraphs[index].units.append(
        TextUnit(scalar: scalar, range: bytes, isUnderlined: isUnderlined))
    }
  }

  private mutating func beginControl() {
    if let last = controls.indices.last, controls[last].isContent, controls[last].start == nil {
      controls[last].start = here
    }
  }

  /// The instruction of a field is no text of the document, but says whether it is a form's.
  private mutating func instruction(_ range: Range<Int>) {
    let text = String(decoding: scanner.bytes[range], as: UTF8.self)
    if text.contains("FORMTEXT"), !fields.isEmpty { fields[fields.count - 1].isForm = true }
  }
}
