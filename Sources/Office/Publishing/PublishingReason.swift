/// Why feeds or files are not written.
package enum PublishingReason: Hashable, Sendable {
  case cannotWrite(String, WriteCause)
  /// A path where the planner or Muster keeps something of the workspace.
  case isOwned(String)
  /// What was asked for is recorded, and then the feeds were not written.
  indirect case feedsAreBehind(Refusal)
  /// What evidence was called, and where it should be.
  case lostEvidence(String, String)
  /// What evidence was called, and where something else lies by now.
  case alteredEvidence(String, String)
  /// A bug: what it came to is no calendar.
  case unwritableFeed(String)

  package var kind: Refusal.Kind {
    switch self {
    case .cannotWrite(_, let cause): cause.kind
    case .isOwned: .cannotCreate
    case .feedsAreBehind(let refusal): refusal.kind
    case .lostEvidence: .noInput
    case .alteredEvidence: .badData
    case .unwritableFeed: .bug
    }
  }
}
