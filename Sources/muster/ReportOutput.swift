import ArgumentParser
import Foundation
import Office

/// How a report is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, html, csv, xlsx, docx

  /// Whether it is nothing for a terminal.
  var needsFile: Bool { self == .xlsx || self == .docx }
}

/// Where a report goes.
struct ReportOutput {
  var path: String?
  let office: Office
  /// Whether nothing is said of each file.
  var isQuiet = false

  /// Of several files the first has the name, the others a number before its ending; without a file
  /// all follow each other.
  func part(_ number: Int, of count: Int) -> ReportOutput {
    guard number > 1, let path else { return self }
    let url = URL(filePath: path)
    let name = url.deletingPathExtension().lastPathComponent + "-\(number)"
    var output = self
    output.path =
      url.deletingLastPathComponent().appending(path: "\(name).\(url.pathExtension)").path
    return output
  }

  /// To the file, whole or not at all, else to the standard output.
  func write(_ text: String) throws {
    guard path != nil else {
      Terminal.print([text.hasSuffix("\n") ? String(text.dropLast()) : text])
      return
    }
    try write { file throws(Refusal) in try WholeFile.write(Array(text.utf8), to: file) }
  }

  func write(_ bytes: [UInt8]) throws {
    try write { file throws(Refusal) in try WholeFile.write(bytes, to: file) }
  }

  /// To a file that `body` makes.
  func write(_ body: (URL) throws(Refusal) -> Void) throws {
    guard let path else { preconditionFailure("what needs a file was asked for one") }
    try office.refuseOwned(path)
    try WholeFile.write(to: URL(filePath: path), making: body)
    if !isQuiet { Terminal.print([Phrases.written(path)]) }
  }
}
