package import Drills
internal import ICalendar

/// What an address that is given up serves: one event that says so, and who has the new one.
package enum RetiredFeed {
  /// For how many days it is served.
  package static let daysServed = OldFeed.daysServed

  /// The same bytes each time for one instant; nothing if there can be no such feed.
  ///
  /// `feed` is named as `communities/u1`; `instant` is when the address was given up, in seconds since
  /// 1970.
  package static func bytes(
    of feed: String, _ edition: FeedFile.Edition, in program: Program, since instant: Int
  ) -> [UInt8]? {
    Feed(named: feed, in: edition).map {
      OldFeed.farewell(of: $0, in: program, at: instant)
    }
  }
}
