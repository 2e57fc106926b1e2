internal import Digests
package import Drills

/// Binds the office to an hour that it does not tell yet.
package struct Commitment: Hashable, Sendable {
  /// What is hashed, and what opens it: `<activity id> <start, RFC 3339 with offset> <salt>`.
  package let opening: String

  package init(activity: DutyID, start: Moment, salt: String, in zone: Zone) {
    opening = "\(activity) \(zone.timestamp(of: start)) \(salt)"
  }

  /// SHA-256 in lower-case hex; the public edition tells it from the beginning.
  package var hash: String { SHA256.hex(of: opening) }
}
