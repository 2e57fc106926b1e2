import Drills
import Feeds
import Foundation

/// The `feeds` folder of a workspace: files replaced whole, and only when they change.
struct FeedFolder {
  let url: URL

  init(workspace: String) { url = URL(filePath: workspace).appending(path: "feeds") }

  /// Writes what differs; of two processes one waits for the other.
  ///
  /// - Returns: How many files were written.
  @discardableResult
  func write(_ files: [FeedFile]) throws(Failure) -> Int {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      let lock = try FileLock(url.appending(path: ".lock"))
      defer { lock.unlock() }
      var written = 0
      for file in files {
        let target = url.appending(path: file.path)
        let bytes = Data(file.bytes)
        if let old = try? Data(contentsOf: target), old == bytes { continue }
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: target, options: .atomic)
        written += 1
      }
      return written
    } catch {
      throw Failure(.cannotCreate, Phrases.cannotWrite(url.path))
    }
  }
}

/// An advisory lock on a file, held until it is let go.
private struct FileLock {
  private let descriptor: Int32

  init(_ url: URL) throws {
    descriptor = open(url.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  func unlock() { close(descriptor) }
}
