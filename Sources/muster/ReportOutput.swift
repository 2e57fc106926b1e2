import ArgumentParser
import Foundation
import Office

/// How a report is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, html, csv, xlsx
}

/// Where a report goes.
struct ReportOutput {
  let path: String?
  let office: Office

  /// To the file, whole or not at all, else to the standard output.
  func write(_ text: String) throws {
    guard path != nil else {
      Terminal.print([text.hasSuffix("\n") ? String(text.dropLast()) : text])
      return
    }
    try write { file throws(Refusal) in try WholeFile.write(Array(text.utf8), to: file) }
  }

  /// To a file that `body` makes.
  func write(_ body: (URL) throws(Refusal) -> Void) throws {
    guard let path else { throw ValidationError(Phrases.xlsxNeedsOut) }
    try office.refuseOwned(path)
    try WholeFile.write(to: URL(filePath: path), making: body)
    Terminal.print([Phrases.written(path)])
  }
}
