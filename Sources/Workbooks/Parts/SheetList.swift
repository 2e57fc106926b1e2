/// What the main part of a workbook says: its sheets, and how its dates count.
final class SheetList: XmlListener {
  struct Sheet {
    let name: String
    let isHidden: Bool
    let relationship: String
  }

  var failure: WorkbookError.Reason?
  private(set) var isWorkbook = false
  private(set) var sheets: [Sheet] = []
  /// Whether days count from 1904, as on an old Macintosh.
  private(set) var countsFrom1904 = false
  /// Whether whoever wrote it left the formulas to be worked out by whoever opens it.
  private(set) var isUncalculated = false

  func start(_ name: XmlName, _ attributes: XmlAttributes) {
    switch name {
    case "workbook": isWorkbook = true
    case "workbookPr": countsFrom1904 = attributes.isTrue("date1904")
    case "calcPr": isUncalculated = attributes.isTrue("fullCalcOnLoad")
    case "sheet":
      guard let title = attributes["name"], let relationship = attributes.relationship else {
        return
      }
      let state = attributes["state"]
      sheets.append(
        Sheet(
          name: title, isHidden: state == "hidden" || state == "veryHidden",
          relationship: relationship))
    default: break
    }
  }

  func end(_ name: XmlName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
