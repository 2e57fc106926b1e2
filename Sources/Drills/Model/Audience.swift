/// Whom something is for: the organizer, the departments, communities, or several of these.
package struct Audience: Hashable, Sendable {
  package var organizer: Bool
  package var departments: Bool
  /// A community that fits any of these is meant.
  package var filters: [CommunityFilter]

  package init(
    organizer: Bool = false, departments: Bool = false, filters: [CommunityFilter] = []
  ) {
    self.organizer = organizer
    self.departments = departments
    self.filters = filters
  }

  package static let everyCommunity = Audience(filters: [CommunityFilter()])

  package func includes(_ community: Community) -> Bool {
    filters.contains { $0.fits(community) }
  }
}

/// All that it names must fit; what is empty is not asked.
package struct CommunityFilter: Hashable, Sendable {
  package var kinds: Set<Community.Kind> = []
  /// Any of them is enough.
  package var hazards: Set<Scenario> = []
  package var communities: Set<String> = []
  package var areas: Set<String> = []

  package init() {}

  package func fits(_ community: Community) -> Bool {
    (kinds.isEmpty || kinds.contains(community.kind))
      && (hazards.isEmpty || !hazards.isDisjoint(with: community.hazards))
      && (communities.isEmpty || communities.contains(community.id))
      && (areas.isEmpty || areas.contains(community.area))
  }
}
