internal import Drills
package import Feeds
package import Record

extension Office {
  package var feedFolder: FeedFolder { FeedFolder(workspace: folder) }

  /// Brings the publications in line with the record, then the files with the publications.
  ///
  /// Of `plan` or, where another process saved a newer one by now, of that; `instant`: seconds since 1970.
  package func publish(
    _ plan: SavedPlan, _ record: Record, at instant: Int
  ) throws(Refusal) {
    try Refusal.wrapping {
      try feedFolder.locked { feeds in
        let publishing = try publishing(newest(plan, record), record, at: instant)
        if !publishing.changed.isEmpty { try record.append(publishing.changed) }
        try publishing.write(to: feeds)
      }
    }
  }

  /// The feeds as they lie on disk; those that are behind the record are written first.
  package func feeds(
    of plan: SavedPlan, _ record: Record, at instant: Int
  ) throws(Refusal) -> [FeedFile] {
    try Refusal.wrapping {
      let found = try publishing(plan, record, at: instant)
      let files = try found.files()
      // Whoever may not write is shown what would be there.
      if record.isReadOnly { return files }
      if found.changed.isEmpty, feedFolder.holds(files),
        !feedFolder.oldAddresses.areDue(in: plan.agenda.program, at: instant)
      {
        return files
      }
      try publish(plan, record, at: instant)
      return try publishing(newest(plan, record), record, at: instant).files()
    }
  }

  private func publishing(
    _ plan: SavedPlan, _ record: Record, at instant: Int
  ) throws -> Publishing {
    try Publishing(
      agenda: plan.agenda, revision: plan.revision, decisions: plan.decisions,
      completions: try record.standingCompletionLists(), record: record, office: self,
      now: instant)
  }

  private func newest(_ plan: SavedPlan, _ record: Record) throws -> SavedPlan {
    guard let latest = try record.latestRevision(), latest.number != plan.revision.number else {
      return plan
    }
    return try record.savedPlan(latest.number)
  }
}

extension Standing {
  /// The feeds of the published plan, as they lie on disk by now.
  package func feeds() throws(Refusal) -> [FeedFile] {
    let (plan, record) = try published()
    return try office.feeds(of: plan, record, at: instant)
  }
}
