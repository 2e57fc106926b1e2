import SourceText
import Workbooks

/// Where the rows of a table come from: the text of a CSV, or a sheet of a workbook.
enum TableContent {
  case text([UInt8], file: String)
  case sheets(OpenWorkbook, named: TableName?)

  /// By what the bytes are; what is named as a workbook must be one.
  ///
  /// - Parameters:
  ///   - bytes: Of the whole file.
  ///   - file: Its name.
  ///   - name: What the sheet is called, if the workbook has several.
  /// - Throws: Why the workbook cannot be read.
  init(_ bytes: [UInt8], file: String, name: TableName?) throws(WorkspaceError) {
    let isNamed = file.lowercased().hasSuffix(".xlsx") && !bytes.isEmpty
    guard isNamed || Workbook.Kind(of: bytes) != .other else {
      self = .text(bytes, file: file)
      return
    }
    self = .sheets(try OpenWorkbook(bytes, file: file), named: name)
  }
}

/// A workbook and the name of its file.
struct OpenWorkbook {
  let file: String
  let workbook: Workbook

  init(_ bytes: [UInt8], file: String) throws(WorkspaceError) {
    self.file = file
    do {
      workbook = try Workbook(bytes)
    } catch {
      throw WorkspaceError(.workbook(.unreadable(error.reason)), at: SourcePosition(file: file))
    }
  }

  /// The sheet's name as messages show it, if it needs to be told from others.
  func shownName(of sheet: Workbook.Sheet) -> String? {
    guard workbook.sheets.count > 1 else { return nil }
    // As long as Excel allows, and nothing that would reorder a message.
    return String(
      sheet.name.unicodeScalars.prefix(31).map { $0.isForbidden ? "\u{FFFD}" : Character($0) })
  }

  func position(of sheet: Workbook.Sheet) -> SourcePosition {
    SourcePosition(file: file, sheet: shownName(of: sheet))
  }

  func worksheet(_ sheet: Workbook.Sheet) throws(WorkspaceError) -> Worksheet {
    do {
      return try workbook.worksheet(sheet)
    } catch {
      throw WorkspaceError(.workbook(.unreadable(error.reason)), at: position(of: sheet))
    }
  }
}

/// What a table is called, as a file and as a sheet.
struct TableName: Hashable {
  let english: String
  let chinese: String

  static let communities = TableName(english: "communities", chinese: "社区")
  static let venues = TableName(english: "venues", chinese: "场所")
  static let teams = TableName(english: "teams", chinese: "队伍")
  static let all = [communities, venues, teams]

  /// Whether a sheet of that name is this table.
  func isName(of sheet: String) -> Bool {
    let name = sheet.tight
    return name == english || name == chinese
  }
}
