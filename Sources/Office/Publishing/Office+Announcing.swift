package import Drills
package import Feeds
internal import Record

/// What everybody may see of an office's newest plan, from the record alone.
package struct PublicPlan: Sendable {
  /// As the newest revision has it, whatever a planner is writing.
  package let program: Program
  package let revision: Int
  /// When that revision was saved.
  package let savedAt: Instant
  /// In order of start, then id.
  package let announcements: [Announcement]
  package let today: Day
  private let rows: [EventID: Publication]

  /// The event alone as a file, with the UID that it has in the feeds; nothing if it is none of them.
  package func eventFile(of id: EventID) throws(Refusal) -> [UInt8]? {
    guard let row = rows[id] else { return nil }
    do {
      return try EventFile.bytes(of: row, in: program, on: today)
    } catch {
      throw .publishing(.unwritableFeed("\(error)"))
    }
  }
}

extension PublicPlan {
  fileprivate init(_ plan: SavedPlan, _ newest: [Publication], at instant: Instant) {
    program = plan.agenda.program
    revision = plan.revision.number
    savedAt = plan.revision.savedAt
    // As the feeds have it: a minute that has begun is not over.
    today = program.zone.moment(at: instant + -59).day
    announcements = Announcement.all(of: newest, in: program.id, on: today)
    rows = Dictionary(
      newest.filter { $0.key.edition == .public }.map { ($0.key.event, $0) },
      uniquingKeysWith: { $1 })
  }
}

extension Office {
  /// What is published of a plan; nothing before the first revision.
  package func publicPlan(of id: String, at instant: Instant) throws(Refusal) -> PublicPlan? {
    try Refusal.wrapping {
      guard let record = try Record.open(recordPath, plan: id),
        let revision = try record.latestRevision()
      else { return nil }
      let plan = try record.savedPlan(revision.number)
      return PublicPlan(plan, Array(try record.publications().values), at: instant)
    }
  }

  /// Writes feeds that are behind the record, from the record alone.
  ///
  /// - Returns: Whether there is a plan whose feeds may be written.
  @discardableResult
  package func catchUp(with id: String, at instant: Instant) throws(Refusal) -> Bool {
    try Refusal.wrapping {
      guard let record = try Record.open(recordPath, plan: id), !record.isReadOnly,
        let revision = try record.latestRevision()
      else { return false }
      try publish(try record.savedPlan(revision.number), record, at: instant)
      return true
    }
  }
}
