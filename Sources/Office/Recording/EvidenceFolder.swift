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
      let bytes = try ReadFile.bytes(of: path, at: file)
      contents.append((file.lastPathComponent.droppingUnprintable, bytes))
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

  /// The names of those that hold nothing.
  static func empty(_ paths: [String]) -> [String] {
    paths.filter { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_size == 0 && status.st_mode & S_IFMT == S_IFREG
    }.map { URL(filePath: $0).lastPathComponent }
  }

  package func path(of file: EvidenceFile) -> URL { url.appending(path: file.hash) }

  private func write(_ bytes: Data, as hash: String) throws(Refusal) {
    let target = url.appending(path: hash)
    // What somebody altered since is put right.
    if (try? Data(contentsOf: target)) == bytes { return }
    try WholeFile.write(bytes, to: target)
  }
}
