/// The number format of each style that a cell can have.
final class CellFormats: XmlListener {
  var failure: WorkbookError.Reason?
  private var codes: [Int: String] = [:]
  private var styles: [Int] = []
  private var isOfCells = false

  /// One per style, in the order by which cells name them.
  var formats: [NumberFormat] {
    var known: [Int: NumberFormat] = [:]
    return styles.map { id in
      if let format = known[id] { return format }
      let format = codes[id].map(NumberFormat.init(code:)) ?? NumberFormat(builtIn: id)
      known[id] = format
      return format
    }
  }

  func start(_ name: XmlName, _ attributes: XmlAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        codes[id] = code
      }
    case "cellXfs": isOfCells = true
    case "xf" where isOfCells: styles.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
    default: break
    }
  }

  func end(_ name: XmlName) {
    if case "cellXfs" = name { isOfCells = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
