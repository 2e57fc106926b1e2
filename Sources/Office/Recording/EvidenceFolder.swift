internal import Digests
package import Drills
package import Foundation
internal import Record

/// The `evidence` folder of a workspace: files by the hash of what they hold, each written once.
package struct EvidenceFolder: Sendable {
  private let url: URL

  package init(workspace: String) {
    url = URL(filePath: workspace).appending(path: "evidence")
  }

  /// Copies files in, all before any is recorded; a missing one is refused before any copy.
  ///
  /// What was copied for something that is then not recorded stays, and is found there the next time.
  /// What `record` withholds is refused: it went for good.
  func keep(
    _ paths: [String], relativeTo folder: URL? = nil, for record: Record
  ) throws(Refusal) -> [EvidenceFile] {
    var contents: [(name: String, bytes: Data)] = []
    for path in paths {
      let file = URL(filePath: path, relativeTo: folder)
      let bytes = try ReadFile.bytes(of: path, at: file)
      contents.append((file.lastPathComponent.droppingUnprintable, bytes))
    }
    let files = contents.map { name, bytes in
      EvidenceFile(name: name, size: bytes.count, hash: SHA256.hex(of: Array(bytes)))
    }
    for file in files where try Refusal.wrapping({ try record.withholding(of: file.hash) }) != nil {
      throw .recording(.evidenceIsWithheld(file.name))
    }
    var kept: [EvidenceFile] = []
    for (file, content) in zip(files, contents) {
      try write(content.bytes, as: file.hash)
      if !kept.contains(file) { kept.append(file) }
    }
    return kept
  }

  /// What lies there of a piece of evidence, by its size: to read all of a city's photos takes hours.
  package func state(of file: EvidenceFile) -> EvidenceState {
    if file.isWithheld { return .withheld }
    var status = stat()
    guard stat(path(of: file).path, &status) == 0 else { return .missing }
    return status.st_size == file.size ? .present : .altered
  }

  /// Takes the bytes of a piece of evidence away.
  func remove(_ hash: String) throws(Refusal) {
    let target = url.appending(path: hash)
    guard unlink(target.path) != 0, errno != ENOENT else { return }
    throw .publishing(.evidenceStays(target.path, WriteCause(errno)))
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

/// What lies in the evidence folder of a file that the record names.
package enum EvidenceState: String, CaseIterable, Sendable {
  case present, missing
  /// Something of another size lies in its place.
  case altered
  case withheld
}
