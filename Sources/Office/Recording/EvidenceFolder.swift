internal import Digests
package import Drills
package import Foundation

/// The `evidence` folder of a workspace: files by the hash of what they hold, each written once.
package struct EvidenceFolder: Sendable {
  private let url: URL

  package init(workspace: String) {
    url = URL(filePath: workspace).appending(path: "evidence")
  }

  /// Copies files in, all before any is recorded; a missing one is refused before any copy.
  ///
  /// What was copied for something that is then not recorded stays, and is found there the next time.
  func keep(
    _ paths: [String], relativeTo folder: URL? = nil
  ) throws(Refusal) -> [EvidenceFile] {
    var contents: [(name: String, bytes: Data)] = []
    for path in paths {
      let file = URL(filePath: path, relativeTo: folder)
      guard let bytes = try? Data(contentsOf: file, options: .mappedIfSafe) else {
        throw .recording(.noSuchFile(file.path))
      }
      contents.append((file.lastPathComponent, bytes))
    }
    var kept: [EvidenceFile] = []
    for (name, bytes) in contents {
      let file = EvidenceFile(
        name: name, size: bytes.count, hash: SHA256.hex(of: Array(bytes)))
      try write(bytes, as: file.hash)
      if !kept.contains(file) { kept.append(file) }
    }
    return kept
  }

  package func path(of file: EvidenceFile) -> URL { url.appending(path: file.hash) }

  private func write(_ bytes: Data, as hash: String) throws(Refusal) {
    let target = url.appending(path: hash)
    if let size = try? target.resourceValues(forKeys: [.fileSizeKey]).fileSize,
      size == bytes.count
    {
      return
    }
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      try DurableFile.write(bytes, to: target)
    } catch {
      throw .publishing(.cannotWrite(target.path))
    }
  }
}
