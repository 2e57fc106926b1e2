/// A feed as it lies on disk.
package struct FeedFile: Hashable, Sendable {
  /// Below `feeds/`, as `communities/u1.ics`.
  package let path: String
  package let bytes: [UInt8]
}
