internal import Digests
internal import Drills
internal import Foundation
package import Reports

extension EvidenceFolder {
  /// Copies evidence out under names that a person can read.
  ///
  /// - Returns: How many files were copied.
  package func copy(_ items: [WeeklyReport.Evidence], to path: String) throws(Refusal) -> Int {
    let folder = URL(filePath: path)
    var used: Set<String> = []
    let items = items.filter { !$0.file.isWithheld }
    for item in items {
      let name = EvidenceFolder.unused(EvidenceFolder.plain(item.name), &used)
      let source = self.path(of: item.file)
      guard let bytes = try? Data(contentsOf: source) else {
        throw .publishing(.lostEvidence(item.file.name, source.path))
      }
      guard SHA256.hex(of: Array(bytes)) == item.file.hash else {
        throw .publishing(.alteredEvidence(item.file.name, source.path))
      }
      try WholeFile.write(bytes, to: folder.appending(path: name), durably: false)
    }
    return items.count
  }

  /// Without what file systems and spreadsheets stumble over.
  private static func plain(_ name: String) -> String {
    var kept = name.droppingUnprintable.map {
      "/\\:*?\"<>|".contains($0) || $0.isNewline ? "_" : $0
    }
    // The beginning says whose it is; the end the day, the activity and the kind of file.
    if kept.count > 80 { kept = kept.prefix(25) + ["…"] + kept.suffix(54) }
    let name = String(kept)
    return name.hasPrefix(".") || name.hasPrefix("-") ? "_" + name : name
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
