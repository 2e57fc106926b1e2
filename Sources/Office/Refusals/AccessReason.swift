package import Drills

/// Why an office's folder, its people or its links are not what was asked for.
package enum AccessReason: Hashable, Sendable {
  /// An office folder without a workspace in it.
  case noWorkspaces(String)
  /// Two workspaces of one office have this plan.
  case samePlan(String, [String])
  /// No office.yaml above this workspace.
  case noOfficeFolder(String)
  /// Nothing that could be moved.
  case noDirectory(String)
  /// One that is there already.
  case hasDirectory(String)
  case noSuchLink(Int)
  case isRevoked(Int, Link.Revocation)

  package var kind: Refusal.Kind {
    switch self {
    case .noWorkspaces, .noSuchLink, .noOfficeFolder, .noDirectory: .noInput
    case .hasDirectory: .cannotCreate
    case .samePlan: .badData
    case .isRevoked: .no
    }
  }
}
