internal import Drills
internal import Foundation
package import Reports

extension EvidenceFolder {
  /// Copies evidence out under names that a person can read.
  ///
  /// - Returns: How many files were copied.
  package func copy(_ items: [WeeklyReport.Evidence], to path: String) throws(Refusal) -> Int {
    let folder = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .publishing(.cannotWrite(path))
    }
    var used: Set<String> = []
    for item in items {
      let name = EvidenceFolder.unused(EvidenceFolder.plain(item.name), &used)
      let source = self.path(of: item.file)
      guard let bytes = try? Data(contentsOf: source) else {
        throw .publishing(.lostEvidence(item.file.name, source.path))
      }
      do {
        try bytes.write(to: folder.appending(path: name), options: .atomic)
      } catch {
        throw .publishing(.cannotWrite(folder.appending(path: name).path))
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
