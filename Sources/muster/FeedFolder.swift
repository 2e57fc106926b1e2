import Drills
import Feeds
import Foundation

/// The `feeds` folder of a workspace: files replaced whole, and only when they change.
struct FeedFolder {
  let url: URL

  init(workspace: String) { url = URL(filePath: workspace).appending(path: "feeds") }

  /// What the feeds on disk already told of each event: after a restored backup more than the record
  /// knows.
  func floors(of plan: String) -> [Publication.Key: Floor] {
    var floors: [Publication.Key: Floor] = [:]
    for (edition, names) in [
      (Publication.Edition.public, ["all.ics"]),
      (.private, ["private/all.ics", "private/organizer.ics"]),
    ] {
      let feeds = names.compactMap { try? Data(contentsOf: url.appending(path: $0)) }
      for (event, floor) in Floor.floors(in: feeds.map(Array.init), of: plan) {
        floors[Publication.Key(event: event, edition: edition)] = floor
      }
    }
    return floors
  }

  /// Runs `body` while no other process publishes: of two that read what was published, both would
  /// append the same next thing.
  func locked<Result>(_ body: () throws -> Result) throws -> Result {
    let lock: FileLock
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      lock = try FileLock(url.appending(path: ".lock"))
    } catch {
      throw Failure(.cannotCreate, Phrases.cannotWrite(url.path))
    }
    defer { lock.unlock() }
    return try body()
  }

  /// Writes what differs; only while ``locked``.
  ///
  /// - Returns: How many files were written.
  @discardableResult
  func write(_ files: [FeedFile]) throws(Failure) -> Int {
    do {
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
