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
  /// A file that is there already and not ours to replace.
  case exists(String)
  /// A folder that is no place for a backup to come back to, with what is there.
  case placeIsTaken(String, by: [String])
  /// The workspace in the folder has another id than the plan of the backup.
  case anotherWorkspace(String, plan: String, backup: String)
  /// Evidence is withheld, but its file could not be taken away.
  case evidenceStays(String, WriteCause)
  case noSuchEvidence(String)
  /// The beginning of several hashes.
  case ambiguousEvidence(String, [String])
  /// A bug: what it came to is no calendar.
  case unwritableFeed(String)

  package var kind: Refusal.Kind {
    switch self {
    case .cannotWrite(_, let cause): cause.kind
    case .isOwned, .exists, .placeIsTaken: .cannotCreate
    case .anotherWorkspace: .badData
    case .evidenceStays(_, let cause): cause.kind
    case .noSuchEvidence: .noInput
    case .ambiguousEvidence: .usage
    case .feedsAreBehind(let refusal): refusal.kind
    case .lostEvidence: .noInput
    case .alteredEvidence: .badData
    case .unwritableFeed: .bug
    }
  }
}
