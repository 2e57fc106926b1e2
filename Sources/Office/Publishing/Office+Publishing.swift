package import Drills
package import Feeds
package import Record

extension Office {
  package var feedFolder: FeedFolder { FeedFolder(workspace: folder) }

  /// Brings the publications in line with the record, then the files with the publications.
  ///
  /// Of `plan` or, where another process saved or published a newer one by now, of that, and of the draft
  /// that waits.
  package func publish(
    _ plan: SavedPlan?, _ record: Record, at instant: Instant
  ) throws(Refusal) {
    try Refusal.wrapping {
      try feedFolder.locked { feeds in
        guard let publishing = try publishing(newest(plan, record), record, at: instant) else {
          return
        }
        if !publishing.changed.isEmpty { try record.append(publishing.changed) }
        try publishing.write(to: feeds)
      }
    }
  }

  /// The feeds as they lie on disk; those that are behind the record are written first.
  package func feeds(
    of plan: SavedPlan?, _ record: Record, at instant: Instant
  ) throws(Refusal) -> [FeedFile] {
    try Refusal.wrapping {
      guard let found = try publishing(plan, record, at: instant) else { return [] }
      let files = try found.files()
      // Whoever may not write is shown what would be there.
      if record.isReadOnly { return files }
      if found.changed.isEmpty, feedFolder.holds(files),
        !feedFolder.oldAddresses.areDue(in: found.program, at: instant)
      {
        return files
      }
      try publish(plan, record, at: instant)
      return try publishing(newest(plan, record), record, at: instant)?.files() ?? []
    }
  }

  /// Nothing where there is neither a plan nor a draft.
  private func publishing(
    _ plan: SavedPlan?, _ record: Record, at instant: Instant
  ) throws -> Publishing? {
    let draft = try record.draft().map { try record.savedPlan($0.number) }
    guard plan != nil || draft != nil else { return nil }
    return try Publishing(
      of: plan, draft: draft, completions: try record.standingCompletionLists(), record: record,
      office: self, now: instant)
  }

  private func newest(_ plan: SavedPlan?, _ record: Record) throws -> SavedPlan? {
    guard let latest = try record.latestRevision(), latest.number != plan?.revision.number else {
      return plan
    }
    return try record.savedPlan(latest.number)
  }
}

extension Standing {
  /// The feeds of the published plan and of the draft, as they lie on disk by now.
  package func feeds() throws(Refusal) -> [FeedFile] {
    let record = try basis().record
    return try office.feeds(of: newest, record, at: instant)
  }
}
