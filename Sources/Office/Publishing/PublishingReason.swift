/// Why feeds or files are not written.
package enum PublishingReason: Hashable, Sendable {
  case cannotWrite(String)
  /// What evidence was called, and where it should be.
  case lostEvidence(String, String)
  /// A bug: what it came to is no calendar.
  case unwritableFeed(String)

  package var kind: Refusal.Kind {
    switch self {
    case .cannotWrite: .cannotCreate
    case .lostEvidence: .noInput
    case .unwritableFeed: .bug
    }
  }
}
