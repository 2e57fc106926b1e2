/// A feed as it lies on disk, and what can be said of it without opening it.
package struct FeedFile: Hashable, Sendable {
  package enum Edition: String, CaseIterable, Sendable {
    case `public`, `private`, tasks

    /// Below the workspace: whoever serves the public ones as they lie there publishes no other.
    package var folder: String { self == .public ? "feeds" : "feeds-private" }
  }

  /// Below its edition's folder, as `communities/u1.ics` or `tasks/communities/u1.ics`.
  package let path: String
  package let bytes: [UInt8]
  package let edition: Edition
  /// Whom or what it is about.
  package let name: String
  /// How many events or tasks stand in it.
  package let events: Int
  /// When the newest of them changed, in seconds since 1970; nothing in an empty feed.
  package let lastModified: Int?
  /// Where it is subscribed to; nothing where that is not known.
  package let address: String?

  /// Below the workspace, as `feeds/communities/u1.ics`; no two feeds have the same.
  package var location: String { "\(edition.folder)/\(path)" }
}
