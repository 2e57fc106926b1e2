package import Drills
internal import ICalendar

/// What an address that is given up serves: one event that says so, and who has the new one.
package enum RetiredFeed {
  /// For how many days it is served.
  package static let daysServed = OldFeed.daysServed

  /// The same bytes each time for one instant; nothing if there can be no such feed.
  ///
  /// `instant` is when the address was given up.
  package static func bytes(
    of feed: FeedID, in edition: FeedID.Edition, of program: Program, since instant: Instant
  ) -> [UInt8]? {
    Feed(of: feed, in: edition).map {
      OldFeed.farewell(of: $0, in: program, at: instant)
    }
  }
}
