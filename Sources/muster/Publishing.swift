import Drills
import Feeds
import Record

/// The feeds that follow from a plan and its record.
struct Publishing {
  /// The rows that the record must get, in the transaction that makes them true.
  let changed: [Publication]
  private let publisher: Publisher
  private let previous: [Publication.Key: Publication]
  private let folder: FeedFolder

  init(
    agenda: Agenda, revision: Revision, completions: [String: [Completion]], record: Record,
    folder: String, now: Int
  ) throws {
    previous = try record.publications()
    self.folder = FeedFolder(workspace: folder)
    publisher = Publisher(
      FeedSource(
        agenda: agenda, plan: revision.plan, cancelled: revision.cancelled,
        completions: completions.compactMapValues(\.last), now: now))
    changed = publisher.changed(since: previous)
  }

  /// Writes the feeds as they are once ``changed`` stands in the record.
  ///
  /// - Returns: How many files differed.
  @discardableResult
  func write() throws -> Int {
    try folder.write(files)
  }

  var files: [FeedFile] {
    var newest = previous
    for publication in changed { newest[publication.key] = publication }
    return publisher.files(newest)
  }
}
