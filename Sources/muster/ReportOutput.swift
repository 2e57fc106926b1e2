import ArgumentParser
import Foundation

/// How a report is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, html, csv, xlsx
}

/// Where a report goes.
struct ReportOutput {
  let path: String?

  /// To the file, whole or not at all, else to the standard output.
  func write(_ text: String) throws {
    guard path != nil else {
      Terminal.print([text.hasSuffix("\n") ? String(text.dropLast()) : text])
      return
    }
    try write { try Data(text.utf8).write(to: $0) }
  }

  /// To a file that `body` makes.
  func write(_ body: (URL) throws -> Void) throws {
    guard let path else { throw ValidationError(Phrases.xlsxNeedsOut) }
    let target = URL(filePath: path)
    let beside = target.deletingLastPathComponent().appending(
      path: ".\(target.lastPathComponent).\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try body(beside)
      guard rename(beside.path, target.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? FileManager.default.removeItem(at: beside)
      throw Failure(.cannotCreate, Phrases.cannotWrite(path))
    }
    Terminal.print([Phrases.written(path)])
  }
}
