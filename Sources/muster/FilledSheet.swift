import Foundation
import Workspace

/// A CSV that a person filled in and hands back.
enum FilledSheet {
  /// Its rows, header first; every mistake of the file is told.
  static func read(_ path: String) throws(Failure) -> [[Sheet.Cell]] {
    guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
      throw Failure(.noInput, Phrases.noSuchFile(path))
    }
    let sheet = Sheet(Array(bytes), file: path)
    guard sheet.errors.isEmpty else {
      for error in sheet.errors {
        Terminal.warn("\(Phrases.errorMark)\(error.text(in: Phrases.language))")
      }
      throw Failure(.badData, Phrases.badRows(sheet.errors.count))
    }
    return sheet.rows
  }
}
