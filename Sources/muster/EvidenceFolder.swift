import Digests
import Drills
import Foundation
import Office

/// The `evidence` folder of a workspace: files by the hash of what they hold, each written once.
struct EvidenceFolder {
  private let url: URL
  /// The workspace, against which relative paths in a sheet are looked up too.
  private let workspace: URL

  init(workspace: String) {
    self.workspace = URL(filePath: workspace)
    url = self.workspace.appending(path: "evidence")
  }

  /// Copies files in, all before any is recorded; a missing one is a failure before any copy.
  ///
  /// What was copied for a command that then fails stays, and is found there by the next one.
  func keep(_ paths: [String], relativeTo folder: URL? = nil) throws(Failure) -> [EvidenceFile] {
    var contents: [(name: String, bytes: Data)] = []
    for path in paths {
      let file = URL(filePath: path, relativeTo: folder)
      guard let bytes = try? Data(contentsOf: file, options: .mappedIfSafe) else {
        throw Failure(.noInput, Phrases.noSuchFile(file.path))
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

  func path(of file: EvidenceFile) -> URL { url.appending(path: file.hash) }

  private func write(_ bytes: Data, as hash: String) throws(Failure) {
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
      throw Failure(.cannotCreate, Phrases.cannotWrite(target.path))
    }
  }
}
