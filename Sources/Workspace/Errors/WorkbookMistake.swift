import SourceText
package import Workbooks

extension WorkspaceError {
  /// What is wrong, or odd, with a workbook, and with where tables stand.
  package enum WorkbookMistake: Hashable, Sendable {
    case unreadable(WorkbookError.Reason)
    /// One table in two places.
    case tableTwice(String, String)
    case twoSheets(String, String)
    /// A table under a name by which it is not looked for.
    case otherName(wanted: String)
    /// A table as a kind of file that is not read.
    case otherFormat(wanted: String)

    // Of a cell
    case errorValue(String)
    case noDay(String)
    /// Of a formula.
    case noResult
    case forbiddenCharacter(UInt32)
    case tooLong(bytes: Int, most: Int)

    // Warnings
    case picture
    case hiddenRows(Int)
    case hiddenSheet
    case unreadSheet(String)
  }
}

extension WorkspaceError.WorkbookMistake {
  /// Whether nothing is planned with it.
  var isError: Bool {
    switch self {
    case .unreadable, .tableTwice, .twoSheets, .otherName, .otherFormat, .errorValue, .noDay,
      .noResult, .forbiddenCharacter, .tooLong:
      true
    case .picture, .hiddenRows, .hiddenSheet, .unreadSheet: false
    }
  }

  func tell(_ findings: Findings, at position: SourcePosition) {
    if isError {
      findings.report(.workbook(self), at: position)
    } else {
      findings.warn(of: .workbook(self), at: position)
    }
  }
}
