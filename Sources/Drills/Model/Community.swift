/// A 社区, a 村 or whoever else holds drills, reports and fills in forms.
package struct Community: Identified {
  package enum Kind: String, CaseIterable, Sendable {
    case urban, rural, school, enterprise, hospital, department, other
  }

  /// The area of communities that name none.
  package static let defaultArea = "all-areas"

  package let id: String
  package var name: String
  package var kind: Kind
  package var area = Community.defaultArea
  /// Residents.
  package var population = 0
  package var hazards: Set<Scenario> = []
  package var position: Position?
  package var contact: Contact?
  /// Overrides `Limits.perCommunityPerDay`.
  package var maximumPerDay: Int?

  package init(id: String, name: String, kind: Kind) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}

/// Who answers for a community, a venue or a team; never in a public feed.
package struct Contact: Hashable, Sendable {
  package var name: String
  package var phone: String

  package init(name: String, phone: String) {
    self.name = name
    self.phone = phone
  }
}
