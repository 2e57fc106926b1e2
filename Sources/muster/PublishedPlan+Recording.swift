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

  /// Appends a completion, then writes the feeds that it changes.
  func recordAndPublish(at instant: Int, adding completion: Completion) throws {
    try record.complete(completion)
    try publish(at: instant)
  }

  /// Takes back the newest standing completion, then writes the feeds.
  ///
  /// - Returns: What was taken back; nothing if there was none.
  func withdrawAndPublish(_ id: String, by author: String, at instant: Int) throws -> Completion? {
    guard let taken = try record.withdraw(newestOf: id, by: author, at: instant) else {
      return nil
    }
    try publish(at: instant)
    return taken
  }

  /// Brings the publications in line with the record, then the files with the publications.
  func publish(at instant: Int) throws {
    let publishing = try publishing(at: instant)
    if !publishing.changed.isEmpty { try record.append(publishing.changed) }
    try publishing.write()
  }
}
