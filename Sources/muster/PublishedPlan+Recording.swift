import Drills
import Feeds
import Office
import Record

extension PublishedPlan {
  /// The feeds of this plan as the record stands.
  private func publishing(at instant: Int) throws -> Publishing {
    try Publishing(
      agenda: agenda, revision: revision, decisions: try decisions(),
      completions: try record.standingCompletionLists(), record: record, folder: folder,
      now: instant)
  }

  /// Opens a hidden hour, then writes the feeds.
  ///
  /// - Returns: Whether it was still hidden.
  func revealAndPublish(_ reveal: Reveal, at instant: Int) throws -> Bool {
    let isNew = try record.reveal(reveal)
    try publish(at: instant)
    return isNew
  }

  /// Brings the publications in line with the record, then the files with the publications.
  func publish(at instant: Int) throws {
    try FeedFolder(workspace: folder).locked { feeds in
      let publishing = try newest().publishing(at: instant)
      if !publishing.changed.isEmpty { try record.append(publishing.changed) }
      try publishing.write(to: feeds)
    }
  }

  /// The feeds as they lie on disk; those that are behind the record are written first.
  func feeds(at instant: Int) throws -> [FeedFile] {
    let publishing = try publishing(at: instant)
    let files = try publishing.files()
    let folder = FeedFolder(workspace: folder)
    if publishing.changed.isEmpty, folder.holds(files),
      !folder.oldAddresses.areDue(in: agenda.program, at: instant)
    {
      return files
    }
    try publish(at: instant)
    return try newest().publishing(at: instant).files()
  }

  /// What is published by now: while this process worked, another may have saved a revision.
  private func newest() throws -> PublishedPlan {
    guard let latest = try record.latestRevision(), latest.number != revision.number else {
      return self
    }
    return try PublishedPlan(folder: folder, record: record, revision: latest)
  }
}
