/// Reads the cells of a sheet and where they are merged.
///
/// Source: ECMA-376-1:2016 §18.3.1.
final class SheetCells: XmlListener {
  private let context: Context
  var failure: WorkbookError.Reason?
  private(set) var rows: [Worksheet.Row] = []
  private(set) var areas: [MergedArea] = []

  private var row = Worksheet.Row(number: 0, isHidden: false, cells: [])
  private var isInRows = false
  private var column = 0
  private var count = 0
  private var cell: OpenCell?
  private var text = RichText()
  /// The bytes of what is being read: the value of the cell, or its formula.
  private var collected: [UInt8] = []
  private var isCollecting = false

  /// What the rest of the workbook says of every cell.
  struct Context {
    let part: String
    let texts: [String]
    let formats: [NumberFormat]
    let countsFrom1904: Bool
    let isUncalculated: Bool
  }

  init(_ context: Context) { self.context = context }

  func start(_ name: XmlName, _ attributes: XmlAttributes) {
    if cell != nil { return startInCell(name) }
    switch name {
    case "sheetData": isInRows = true
    case "row" where isInRows: startRow(attributes)
    case "c" where isInRows: startCell(attributes)
    case "mergeCell" where !isInRows:
      guard let reference = attributes["ref"], let area = MergedArea(reference) else {
        return damaged()
      }
      if area.isMerged { areas.append(area) }
    default: break
    }
  }

  private func startInCell(_ name: XmlName) {
    switch name {
    case "v", "f":
      collected.removeAll(keepingCapacity: true)
      isCollecting = true
    default: text.start(name)
    }
  }

  private func startRow(_ attributes: XmlAttributes) {
    var number = row.number + 1
    if let written = attributes["r"] {
      guard let stated = Int(written), stated >= number, stated <= CellAddress.lastRow else {
        return damaged()
      }
      number = stated
    }
    row = Worksheet.Row(number: number, isHidden: attributes.isTrue("hidden"), cells: [])
    column = 0
  }

  private func startCell(_ attributes: XmlAttributes) {
    var open = OpenCell()
    var address: CellAddress?
    var isDamaged = false
    attributes.forEach { name, value in
      switch (UInt8(bitPattern: name[0]), name[1]) {
      case (UInt8(ascii: "r"), 0):
        address = CellAddress(String(cString: value))
        isDamaged = isDamaged || address == nil
      case (UInt8(ascii: "s"), 0): open.style = Int(String(cString: value)) ?? 0
      case (UInt8(ascii: "t"), 0): open.kind = String(cString: value)
      case (UInt8(ascii: "v"), CChar(bitPattern: UInt8(ascii: "m"))): open.isRich = true
      default: break
      }
    }
    guard !isDamaged, address.map({ $0.row == row.number && $0.column > column }) ?? true else {
      return damaged()
    }
    column = address?.column ?? column + 1
    guard column <= CellAddress.lastColumn else { return damaged() }
    cell = open
  }

  func end(_ name: XmlName) {
    if cell != nil { return endInCell(name) }
    switch name {
    case "row" where isInRows: endRow()
    case "sheetData": isInRows = false
    default: break
    }
  }

  private func endInCell(_ name: XmlName) {
    switch name {
    case "v":
      cell?.value = collected
      isCollecting = false
    case "f":
      cell?.hasFormula = true
      cell?.isPicture = String(decoding: collected, as: UTF8.self).contains("DISPIMG(")
      isCollecting = false
    case "c":
      guard let open = cell else { return }
      cell = nil
      let inline = text.take()
      guard let value = value(of: open, inline: inline) else { return }
      row.cells.append(Worksheet.Cell(column: column, value: value, isCopy: false))
    default: text.end(name)
    }
  }

  private func endRow() {
    guard !row.cells.isEmpty else { return }
    guard rows.count < WorkbookLimits.rows else {
      failure = .tooManyRows(most: WorkbookLimits.rows)
      return
    }
    count += row.cells.count
    guard count <= WorkbookLimits.cells else {
      failure = .tooManyCells(most: WorkbookLimits.cells)
      return
    }
    rows.append(row)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard cell != nil else { return }
    if isCollecting { collected.append(contentsOf: bytes) } else { text.add(bytes) }
  }

  private func damaged() { failure = .damaged(part: context.part) }

  /// Nothing for an empty cell.
  private func value(of cell: OpenCell, inline: String) -> CellValue? {
    if cell.isPicture { return .picture }
    guard let bytes = cell.value else {
      if !inline.isBlank { return .text(inline) }
      return cell.hasFormula ? .noResult : nil
    }
    // Whatever kind it says that it is, there is nothing in it.
    if bytes.isEmpty, !["str", "inlineStr"].contains(cell.kind) {
      return cell.hasFormula ? .noResult : nil
    }
    switch cell.kind {
    case "s":
      guard let index = Int(String(decoding: bytes, as: UTF8.self)),
        context.texts.indices.contains(index)
      else { break }
      return text(context.texts[index])
    case "str", "inlineStr": return text(String(workbookText: bytes))
    case "b": return .boolean(bytes == [UInt8(ascii: "1")] || bytes == Array("true".utf8))
    case "e":
      let error = String(decoding: bytes, as: UTF8.self)
      // A picture in a cell, which older programs show as this error.
      return cell.isRich && error == "#VALUE!" ? .picture : .error(error)
    case "d": return CellValue(iso: String(decoding: bytes, as: UTF8.self))
    default: return number(bytes, of: cell)
    }
    damaged()
    return nil
  }

  private func text(_ text: String) -> CellValue? {
    if text.isBlank { return nil }
    let isPicture = text.hasPrefix("=DISPIMG(") || text.hasPrefix("=_xlfn.DISPIMG(")
    return isPicture ? .picture : .text(text)
  }

  private func number(_ bytes: [UInt8], of cell: OpenCell) -> CellValue? {
    let written = String(decoding: bytes, as: UTF8.self)
    if written.isBlank { return cell.hasFormula ? .noResult : nil }
    // Programs that do not calculate write a 0 and ask for it to be worked out.
    if cell.hasFormula, context.isUncalculated, written == "0" { return .noResult }
    let format =
      context.formats.indices.contains(cell.style) ? context.formats[cell.style] : .general
    let value = CellValue(written, in: format, countsFrom1904: context.countsFrom1904)
    if value == nil { damaged() }
    return value
  }
}

/// A cell that is being read.
private struct OpenCell {
  var style = 0
  var kind = ""
  var isRich = false
  var hasFormula = false
  var isPicture = false
  var value: [UInt8]?
}

extension String {
  fileprivate var isBlank: Bool {
    guard let first = utf8.first else { return true }
    // Nothing else than blanks starts so, among what is not rare.
    return (first <= 0x20 || first >= 0xC2) && allSatisfy(\.isWhitespace)
  }
}
