package import Drills

/// A feed as it lies on disk, and what can be said of it without opening it.
package struct FeedFile: Hashable, Sendable {
  package typealias Edition = FeedID.Edition

  package let id: FeedID
  package let bytes: [UInt8]
  package let edition: Edition
  /// Whom or what it is about.
  package let name: String
  /// How many events or tasks stand in it.
  package let events: Int
  /// When the newest of them changed; nothing in an empty feed.
  package let lastModified: Instant?
  /// Where it is subscribed to; nothing where that is not known.
  package let address: String?

  /// Below its edition's folder.
  package var path: String { id.path(in: edition) }

  /// Whom or what a feed is about; nothing if the plan no longer knows it.
  package static func name(of feed: FeedID, in program: Program) -> String? {
    Feed(of: feed, in: .private)?.name(in: program)
  }

  /// Below the workspace; no two feeds have the same.
  package var location: String { id.location(in: edition) }
}
