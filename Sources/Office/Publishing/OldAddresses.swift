import Drills
import Feeds
import Foundation

/// What Muster 1.0 wrote below `feeds/private`, where whoever served `feeds/` served it too.
///
/// Each of its feeds says for 90 days where to ask for the new address, and then goes. When a feed
/// began to say so stands in it, so that nothing need be kept elsewhere. The feed of everything is
/// the last to change: as long as it stands, so may others. Files that are not Muster's stay.
struct OldAddresses {
  enum Fate {
    case said([UInt8])
    case gone
  }

  private static let last = FeedID.all.path(in: .private)

  private let folder: URL

  /// - Parameter feeds: The folder of the public feeds.
  init(feeds: URL) { folder = feeds.appending(path: "private") }

  /// Whether anything is left to do, from one file where that suffices.
  func areDue(in program: Program, at now: Instant) -> Bool {
    guard let bytes = contents(of: folder.appending(path: Self.last)) else {
      return !fates(in: program, at: now).isEmpty
    }
    return fate(of: Self.last, bytes, in: program, at: now) != nil
  }

  /// What becomes of each file that does not stay as it is.
  func fates(in program: Program, at now: Instant) -> [(file: URL, fate: Fate)] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (paths ?? []).sorted { ($0 == Self.last ? 1 : 0, $0) < ($1 == Self.last ? 1 : 0, $1) }
      .compactMap { path in
        let file = folder.appending(path: path)
        // What a killed Muster had not put in its place yet.
        if path.hasSuffix(".ics.new") { return (file, .gone) }
        guard path.hasSuffix(".ics"), let bytes = contents(of: file) else { return nil }
        return fate(of: path, bytes, in: program, at: now).map { (file, $0) }
      }
  }

  func removeEmptyFolders() {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    // Deepest first; one that holds anything stays.
    for path in (paths ?? []).sorted(by: >) { rmdir(folder.appending(path: path).path) }
    rmdir(folder.path)
  }

  private func fate(of path: String, _ bytes: [UInt8], in program: Program, at now: Instant)
    -> Fate?
  {
    guard let feed = OldFeed(path: path, bytes: bytes) else { return nil }
    guard let since = feed.retiredAt(in: program) else {
      return .said(feed.farewell(in: program, at: now))
    }
    return now >= since.adding(days: OldFeed.daysServed) ? .gone : nil
  }

  private func contents(of file: URL) -> [UInt8]? {
    (try? Data(contentsOf: file)).map(Array.init)
  }
}
