import Drills
import Feeds
package import Foundation

/// The folders `feeds` and `feeds-private` of a workspace: files replaced whole, and only when they
/// change.
package struct FeedFolder {
  package let workspace: URL

  package init(workspace: String) { self.workspace = URL(filePath: workspace) }

  /// Where the public feeds lie.
  package var url: URL { workspace.appending(path: FeedFile.Edition.public.folder) }

  /// Where those of the private edition lie.
  package var privateURL: URL {
    workspace.appending(path: FeedFile.Edition.private.folder)
  }

  var oldAddresses: OldAddresses { OldAddresses(feeds: url) }

  /// What the feeds on disk already told of each event: after a restored backup more than the record
  /// knows.
  func floors(of plan: String) -> [Publication.Key: Floor] {
    var floors: [Publication.Key: Floor] = [:]
    for (edition, told) in [
      (Publication.Edition.public, [FeedFile.Edition.public]), (.private, [.private, .tasks]),
    ] {
      let paths = told.map(FeedID.all.location) + told.map(FeedID.all.oldLocation)
      let feeds = Set(paths).compactMap {
        try? Data(contentsOf: workspace.appending(path: $0))
      }
      for (event, floor) in Floor.floors(in: feeds.map(Array.init), of: plan) {
        floors[Publication.Key(event: event, edition: edition)] = floor
      }
    }
    return floors
  }

  /// Whether every one of these lies there as it should.
  func holds(_ files: [FeedFile]) -> Bool { files.allSatisfy(holds) }

  private func holds(_ file: FeedFile) -> Bool {
    (try? Data(contentsOf: workspace.appending(path: file.location))) == Data(file.bytes)
  }

  /// Lends the folder to one process at a time; others wait.
  ///
  /// Whoever publishes reads the record, appends to it and writes the files inside one loan, so that
  /// a slower process cannot lay older feeds over newer ones. The files take their places at the end
  /// of the loan, after one wait for the disk: a wait for each of a city's 13,000 takes half a minute.
  func locked<Result>(_ body: (Writing) throws -> Result) throws -> Result {
    let lock = try FileLock(folder: url)
    defer { lock.unlock() }
    let writing = Writing(folder: self)
    // What failed leaves nothing half-written beside the feeds.
    defer { writing.removeWaiting() }
    let result = try body(writing)
    // On Linux it returns once everything that was written lies on the disk.
    if writing.hasWork { sync() }
    try writing.finish()
    return result
  }

  /// The folder while it is lent.
  final class Writing {
    private let folder: FeedFolder
    /// Of each file what lies beside it, to be renamed.
    private var waiting: [(beside: String, target: String)] = []
    /// What goes once the others have their places.
    private var leaving: [String] = []

    fileprivate init(folder: FeedFolder) { self.folder = folder }

    fileprivate var hasWork: Bool { !waiting.isEmpty || !leaving.isEmpty }

    /// Writes a feed that differs from the file, beside it.
    ///
    /// - Returns: Whether it did.
    func write(_ file: FeedFile) throws(Refusal) -> Bool {
      if folder.holds(file) { return false }
      try lay(file.bytes, at: folder.workspace.appending(path: file.location))
      return true
    }

    /// Has old addresses say where to ask for the new ones, for their time, and then go.
    func retireOldAddresses(of program: Program, at now: Instant) throws(Refusal) {
      for (file, fate) in folder.oldAddresses.fates(in: program, at: now) {
        switch fate {
        case .said(let bytes): try lay(bytes, at: file)
        case .gone: leaving.append(file.path)
        }
      }
    }

    private func lay(_ bytes: [UInt8], at target: URL) throws(Refusal) {
      let beside = target.path + ".new"
      try WholeFile.makeFolder(target.deletingLastPathComponent())
      try WholeFile.save(bytes, to: beside, as: target.path)
      waiting.append((beside, target.path))
    }

    fileprivate func finish() throws(Refusal) {
      for (beside, target) in waiting where rename(beside, target) != 0 {
        throw Refusal.publishing(.cannotWrite(target, WriteCause(errno)))
      }
      waiting = []
      // What lay beside a file that was just written has taken its place.
      for path in leaving where unlink(path) != 0 && errno != ENOENT {
        throw Refusal.publishing(.cannotWrite(path, WriteCause(errno)))
      }
      if !leaving.isEmpty { folder.oldAddresses.removeEmptyFolders() }
    }

    fileprivate func removeWaiting() {
      for (beside, _) in waiting { unlink(beside) }
    }
  }
}

/// An advisory lock on a folder's `.lock`, held until it is let go.
private struct FileLock {
  private let descriptor: Int32

  init(folder: URL) throws(Refusal) {
    let file = folder.appending(path: ".lock")
    try WholeFile.makeFolder(folder)
    descriptor = open(file.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      throw Refusal.publishing(.cannotWrite(file.path, WriteCause(errno)))
    }
  }

  func unlock() { close(descriptor) }
}
