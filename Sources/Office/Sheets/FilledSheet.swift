internal import Foundation
internal import Workspace

/// A CSV or a workbook that a person filled in and hands back.
enum FilledSheet {
  /// Its rows, header first, and what is odd of it.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - known: The names of columns, by which the header is told from a title.
  /// - Returns: What was filled in, without mistakes.
  /// - Throws: `Refusal` with every mistake of the file.
  static func read(_ path: String, known: [SheetReason.Column]) throws(Refusal) -> Sheet {
    let bytes = try ReadFile.bytes(of: path, at: URL(filePath: path))
    let words = known.map { WorkspaceError.Word($0.english, $0.chinese) }
    let sheet = Sheet(Array(bytes), file: path, known: words)
    guard sheet.errors.isEmpty else {
      throw .sheet(.mistakes(sheet.errors.map(SheetMistake.file)))
    }
    return sheet
  }
}
