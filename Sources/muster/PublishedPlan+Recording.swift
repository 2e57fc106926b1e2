import Drills
import Record

extension PublishedPlan {
  /// The feeds of this plan as the record stands.
  func publishing(
    at instant: Int, completions: [String: [Completion]]? = nil
  ) throws -> Publishing {
    try Publishing(
      agenda: agenda, revision: revision,
      completions: try completions ?? record.standingCompletionLists(), record: record,
      folder: folder, now: instant)
  }

  /// Brings the publications in line with the record, then the files with the publications.
  func publish(at instant: Int) throws {
    try FeedFolder(workspace: folder).locked {
      let publishing = try publishing(at: instant)
      if !publishing.changed.isEmpty { try record.append(publishing.changed) }
      try publishing.write()
    }
  }
}
