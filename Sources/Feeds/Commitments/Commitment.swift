internal import Digests
internal import Drills

/// Binds the office to an hour that it does not tell yet.
struct Commitment {
  /// What is hashed, and what opens it: `<activity id> <start, RFC 3339 with offset> <salt>`.
  let opening: String

  init(activity: String, start: Moment, salt: String, in zone: Zone) {
    opening = "\(activity) \(zone.timestamp(of: start)) \(salt)"
  }

  var hash: String { SHA256.hex(of: opening) }
}
