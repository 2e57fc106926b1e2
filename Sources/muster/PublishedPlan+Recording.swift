import Drills
import Feeds
import Office
import Record

extension PublishedPlan {
  private var saved: SavedPlan {
    get throws { SavedPlan(revision, agenda: agenda, decisions: try decisions()) }
  }

  /// Opens a hidden hour, then writes the feeds.
  ///
  /// - Returns: Whether it was still hidden.
  func revealAndPublish(_ reveal: Reveal, at instant: Int) throws -> Bool {
    let isNew = try record.reveal(reveal)
    try publish(at: instant)
    return isNew
  }

  func publish(at instant: Int) throws {
    try Office(folder: folder).publish(saved, record, at: instant)
  }

  /// The feeds as they lie on disk; those that are behind the record are written first.
  func feeds(at instant: Int) throws -> [FeedFile] {
    try Office(folder: folder).feeds(of: saved, record, at: instant)
  }

  /// Says what of the published plan no longer holds.
  func tellWhatNoLongerHolds(_ session: Session, at instant: Int) throws {
    try Office(folder: folder).standing(at: instant).cautions.forEach(Terminal.warn)
  }
}
