/// An id that was made of a name, for what the planner gave none.
///
/// It is given once, and the name keeps it for as long as the record lasts.
package struct GivenID: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case area, community, team, venue
  }

  package let kind: Kind
  /// As it was written.
  package let name: String
  /// Of a venue, whose it is, as it was written: of several with one name that tells them apart.
  package let owner: String
  package let id: String

  package init(_ kind: Kind, _ name: String, owner: String = "", id: String) {
    self.kind = kind
    self.name = name
    self.owner = owner
    self.id = id
  }
}
