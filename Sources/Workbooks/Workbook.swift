/// A workbook as Excel, WPS and LibreOffice write it (.xlsx): values only.
///
/// Formulas are not worked out and nothing outside the file is followed; of a formula the result that
/// was kept counts.
///
/// Source: ECMA-376:2016.
package struct Workbook: Sendable {
  package struct Sheet: Hashable, Sendable {
    package let name: String
    package let isHidden: Bool
    fileprivate let part: String
  }

  /// What bytes look like at their beginning.
  package enum Kind {
    /// A ZIP, which may be a workbook.
    case zip
    /// What Excel 2003 and WPS write, and what needs a password.
    case old
    case other

    package init(of bytes: [UInt8]) {
      if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
        self = .zip
      } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        self = .old
      } else {
        self = .other
      }
    }
  }

  /// Those with cells, in the order of their tabs.
  package let sheets: [Sheet]
  private let archive: ZipArchive
  private let texts: [String]
  private let formats: [NumberFormat]
  private let countsFrom1904: Bool
  private let isUncalculated: Bool

  /// - Throws: Why the file is no workbook.
  package init(_ bytes: [UInt8]) throws(WorkbookError) {
    guard bytes.count <= WorkbookLimits.mebibytes << 20 else {
      throw WorkbookError(.tooLarge(mebibytes: WorkbookLimits.mebibytes))
    }
    switch Kind(of: bytes) {
    case .zip: break
    case .old: throw WorkbookError(bytes.isEncryptedPackage ? .encrypted : .oldFormat)
    case .other: throw WorkbookError(.notAWorkbook)
    }
    archive = try ZipArchive(bytes)
    guard let main = try Relationships(of: "", in: archive).part(of: "officeDocument") else {
      throw WorkbookError(.notAWorkbook)
    }
    if main.hasSuffix(".bin") { throw WorkbookError(.binary) }
    let list = SheetList()
    guard try Self.read(main, in: archive, list) else {
      throw WorkbookError(.damaged(part: main))
    }
    guard list.isWorkbook else { throw WorkbookError(.notAWorkbook) }

    let targets = try Relationships(of: main, in: archive)
    sheets = list.sheets.compactMap { sheet in
      guard let target = targets[sheet.relationship], target.kind == "worksheet" else { return nil }
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: target.part)
    }
    let texts = SharedStrings()
    if let part = targets.part(of: "sharedStrings") { _ = try Self.read(part, in: archive, texts) }
    self.texts = texts.texts
    let formats = CellFormats()
    if let part = targets.part(of: "styles") { _ = try Self.read(part, in: archive, formats) }
    self.formats = formats.formats
    countsFrom1904 = list.countsFrom1904
    isUncalculated = list.isUncalculated
  }

  /// The cells of one of its sheets.
  ///
  /// - Throws: Why they cannot be read, with the sheet's name.
  package func worksheet(_ sheet: Sheet) throws(WorkbookError) -> Worksheet {
    let cells = SheetCells(
      SheetCells.Context(
        part: sheet.part, texts: texts, formats: formats, countsFrom1904: countsFrom1904,
        isUncalculated: isUncalculated))
    do throws(WorkbookError) {
      guard try Self.read(sheet.part, in: archive, cells) else {
        throw WorkbookError(.damaged(part: sheet.part))
      }
    } catch {
      throw WorkbookError(error.reason, sheet: sheet.name)
    }
    do throws(WorkbookError.Reason) {
      return Worksheet(
        rows: try MergedCells.spread(cells.areas, over: cells.rows, of: sheet.part))
    } catch {
      throw WorkbookError(error, sheet: sheet.name)
    }
  }

  /// False if there is no such part.
  private static func read(
    _ part: String, in archive: ZipArchive, _ listener: any XmlListener
  ) throws(WorkbookError) -> Bool {
    guard let bytes = try archive.part(part) else { return false }
    do { try XmlReader.read(bytes, of: part, listener) } catch { throw WorkbookError(error) }
    return true
  }
}

extension [UInt8] {
  /// Whether it is a document that a password keeps: its folder names the package, in UTF-16.
  ///
  /// Entries of the folder begin at multiples of 128 bytes, so no others are looked at.
  ///
  /// Source: [MS-CFB] §2.6.1.
  fileprivate var isEncryptedPackage: Bool {
    let name = Array<UInt8>("EncryptedPackage".utf8.flatMap { [$0, 0] })
    return stride(from: 0, through: count - name.count, by: 128).contains { start in
      self[start] == name[0] && self[start..<start + name.count].elementsEqual(name)
    }
  }
}
