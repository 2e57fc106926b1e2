internal import Foundation
internal import Workspace

/// A CSV that a person filled in and hands back.
enum FilledSheet {
  /// Its rows, header first.
  ///
  /// - Throws: `Refusal` with every mistake of the file.
  static func read(_ path: String) throws(Refusal) -> [[Sheet.Cell]] {
    let bytes = try ReadFile.bytes(of: path, at: URL(filePath: path))
    let sheet = Sheet(Array(bytes), file: path)
    guard sheet.errors.isEmpty else {
      throw .sheet(.mistakes(sheet.errors.map(SheetMistake.file)))
    }
    return sheet.rows
  }
}
