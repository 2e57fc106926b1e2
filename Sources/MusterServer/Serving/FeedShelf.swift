internal import Drills
internal import Feeds
internal import Foundation
internal import NIOPosix
internal import Office
internal import Synchronization

/// Feeds as they lie on disk, with their hashes and compressed, made anew when a file changes.
///
/// Whoever asks looks at the files' marks, so a change is seen at once and nobody waits for whoever plans:
/// files take their places whole. What cannot be read any more is served as it last was.
final class FeedShelf: Sendable {
  struct Key: Hashable {
    let office: String
    let edition: FeedID.Edition
    let feed: FeedID

    /// Below the workspace.
    var location: String { feed.location(in: edition) }
  }
  private struct Entry {
    var marks: [FileMark?]
    /// Of several years: what is long over goes with the days.
    var day: Day?
    var kept: Kept
    var lastUse: Int
  }
  private struct State {
    var entries: [Key: Entry] = [:]
    var making: [Key: (marks: [FileMark?], kept: Task<Kept?, Never>)] = [:]
    var size = 0
    var uses = 0
    var made = 0
  }

  /// Bytes that are kept at most, compressed ones included.
  private let most: Int
  private let threads: NIOThreadPool
  private let state = Mutex(State())

  init(threads: NIOThreadPool, most: Int = 192 << 20) {
    self.threads = threads
    self.most = most
  }

  /// How many were made since the start.
  var made: Int { state.withLock { $0.made } }

  /// Nothing if the office has no such feed.
  func feed(_ key: Key, of folder: OfficeFolder, today: Day) async -> Kept? {
    let paths = folder.years.map { "\($0.office.folder)/\(key.location)" }
    let marks = paths.map { FileMark($0) }
    let isMerged = marks.count { $0 != nil } > 1
    let day = isMerged ? today : nil
    let known = state.withLock { state -> Entry? in
      state.uses += 1
      state.entries[key]?.lastUse = state.uses
      return state.entries[key]
    }
    if let known, known.marks == marks, known.day == day { return known.kept }
    guard marks.contains(where: { $0 != nil }) else { return known?.kept }
    let making = state.withLock { state in
      if let making = state.making[key], making.marks == marks { return making.kept }
      let made = Task { await self.make(key, paths, marks, today: today) }
      state.making[key] = (marks, made)
      return made
    }
    // What went while it was read is as it was.
    return await making.value ?? known?.kept
  }

  /// Once for all who ask meanwhile.
  private func make(
    _ key: Key, _ paths: [String], _ marks: [FileMark?], today: Day
  ) async -> Kept? {
    let isMerged = marks.count { $0 != nil } > 1
    let kept = try? await threads.runIfActive { () -> Kept? in
      let files = paths.compactMap { try? Data(contentsOf: URL(filePath: $0)) }.map(Array.init)
      guard files.count == marks.count(where: { $0 != nil }) else { return nil }
      let bytes = isMerged ? YearsMerge.bytes(of: files, on: today) : files[0]
      return Kept(bytes, modified: marks.compactMap { $0?.modified }.max())
    }
    if let kept {
      keep(kept, under: key, marks: marks, day: isMerged ? today : nil)
    }
    state.withLock { $0.making[key] = nil }
    return kept
  }

  private func keep(_ kept: Kept, under key: Key, marks: [FileMark?], day: Day?) {
    state.withLock { state in
      state.uses += 1
      state.made += 1
      state.size += kept.size - (state.entries[key]?.kept.size ?? 0)
      state.entries[key] = Entry(marks: marks, day: day, kept: kept, lastUse: state.uses)
      guard state.size > most else { return }
      for (key, entry) in state.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
        guard state.size > most * 3 / 4, state.entries.count > 1 else { break }
        state.entries[key] = nil
        state.size -= entry.kept.size
      }
    }
  }
}
