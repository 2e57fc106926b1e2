import Drills
import Foundation
import Reports

/// Copies evidence out under names that a person can read.
struct EvidenceExport {
  private let source: EvidenceFolder

  init(_ books: Books) { source = EvidenceFolder(workspace: books.session.folder) }

  /// - Returns: How many files were copied.
  func copy(_ items: [WeeklyReport.Evidence], to path: String) throws -> Int {
    let folder = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotCreate, Phrases.cannotWrite(path))
    }
    var used: Set<String> = []
    for item in items {
      let name = EvidenceExport.unused(EvidenceExport.plain(item.name), &used)
      guard let bytes = try? Data(contentsOf: source.path(of: item.file)) else {
        throw Failure(
          .noInput, Phrases.lostEvidence(item.file.name, source.path(of: item.file).path))
      }
      do {
        try bytes.write(to: folder.appending(path: name), options: .atomic)
      } catch {
        throw Failure(.cannotCreate, Phrases.cannotWrite(folder.appending(path: name).path))
      }
    }
    return items.count
  }

  /// Without what file systems and spreadsheets stumble over.
  private static func plain(_ name: String) -> String {
    let kept = String(
      name.map { "/\\:*?\"<>|".contains($0) || $0.isNewline ? "_" : $0 }.prefix(80))
    return kept.hasPrefix(".") || kept.hasPrefix("-") ? "_" + kept : kept
  }

  private static func unused(_ name: String, _ used: inout Set<String>) -> String {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    var candidate = name
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(name[..<dot])-\(number)\(name[dot...])"
      number += 1
    }
    return candidate
  }
}
