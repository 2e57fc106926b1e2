/// Why a file, or a sheet of it, cannot be read.
package struct WorkbookError: Error, Hashable, Sendable {
  package enum Reason: Error, Hashable, Sendable {
    /// No ZIP, or one of something else than a workbook.
    case notAWorkbook
    /// A document as Excel 2003 and WPS keep it: .xls, .et.
    case oldFormat
    /// Needs a password to be opened.
    case encrypted
    /// Excel's own binary form of a workbook, .xlsb.
    case binary
    /// A part is missing, or not as it must be; or the archive as a whole.
    case damaged(part: String?)
    case tooLarge(mebibytes: Int)
    case unpacksTooLarge(mebibytes: Int)
    case unpacksTooFar(fold: Int)
    case tooManyEntries(most: Int)
    case tooManyRows(most: Int)
    case tooManyCells(most: Int)
    case tooDeep(most: Int)
    case documentType
  }

  package let reason: Reason
  /// The sheet that is to blame, if it is one.
  package let sheet: String?

  init(_ reason: Reason, sheet: String? = nil) {
    self.reason = reason
    self.sheet = sheet
  }
}

/// What a workbook may have at most: far more than offices write, far less than would stop a program.
package enum WorkbookLimits {
  package static let mebibytes = 64
  package static let unpackedMebibytes = 256
  package static let fold = 100
  package static let entries = 200
  package static let rows = 200_000
  /// Filled cells of a sheet.
  package static let cells = 4_000_000
  package static let depth = 64
}
