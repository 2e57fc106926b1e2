internal import Drills
internal import Feeds
internal import Foundation
internal import Record

extension Office {
  /// Damage is not absence: a record that is gone beside what it once made is a fault, and nothing is
  /// begun in its place unless a person says so.
  func refuseLostRecord() throws(Refusal) {
    guard !beginsAnew, !hasRecord else { return }
    let traces = traces
    guard traces.isEmpty else { throw .planning(.recordIsLost(beside: traces)) }
  }

  /// When the feeds on disk last changed, and the feed that says so; by their heads, which is quick.
  ///
  /// To be asked before the record is opened: others may be writing both.
  var newestFeed: (name: String, instant: Instant)? {
    ["feeds/all.ics", "feeds-private/all.ics"].compactMap { name in
      let path = URL(filePath: folder).appending(path: name).path
      guard let file = FileHandle(forReadingAtPath: path) else { return nil }
      defer { try? file.close() }
      let head = (try? file.read(upToCount: 4096)) ?? Data()
      return Floor.lastModified(ofHead: Array(head)).map { (name, $0) }
    }.max { $0.1 < $1.1 }
  }

  /// A feed tells nothing that the record did not know before: one that knows less was put in its place.
  func refuseOlder(
    _ record: Record, than told: (name: String, instant: Instant)?
  ) throws(Refusal) {
    guard !beginsAnew, let told else { return }
    let known = try Refusal.wrapping { try record.newestPublicationInstant() }
    if let known, told.instant <= known { return }
    throw .planning(.recordIsOlder(than: told.name))
  }

  /// The same, event by event, where the feeds are read anyway.
  func refuseOlder(
    _ known: [Publication.Key: Publication], than told: [Publication.Key: Floor]
  ) throws(Refusal) {
    guard !beginsAnew else { return }
    let older = told.contains { key, floor in
      key.event != OldFeed.event && floor.sequence > known[key]?.sequence ?? -1
    }
    if older { throw .planning(.recordIsOlder(than: "feeds")) }
  }

  /// SQLite takes a file of no bytes for a new record.
  private var hasRecord: Bool {
    var status = stat()
    // Through a link, which may lead nowhere.
    return stat(recordPath, &status) == 0 && status.st_size > 0
  }

  /// What only an office with a record has, by name.
  private var traces: [String] {
    let home = URL(filePath: folder)
    func names(in folder: String) -> [String] {
      let path = folder.isEmpty ? home.path : home.appending(path: folder).path
      return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
    let folders = ["feeds", "feeds-private", "evidence"].filter { folder in
      // A lock, or what a killed command had begun, says nothing.
      names(in: folder).contains { !$0.hasPrefix(".") && !$0.hasSuffix(".new") }
    }
    return folders + names(in: "").filter { $0.hasPrefix("muster.sqlite.before-") }
  }
}
