/// The closures that could bar an activity: those whose other scopes than venues and teams fit it.
struct StandingClosures {
  /// A closure in rows, for one activity.
  struct Bar {
    let closure: Closure
    /// Empty: whatever the venue.
    let venues: Set<Row<Venue>>
    /// Empty: whatever the teams.
    let teams: Set<Row<Team>>

    /// Whether it closes `held` for this venue and these teams; a bar that names a venue or a team
    /// closes nothing while none is given.
    func bars(_ held: HourRange, allDay: Bool, venue: Row<Venue>?, teams used: [Row<Team>]) -> Bool
    {
      guard allDay || closure.hours.isEmpty || closure.hours.contains(where: { $0.overlaps(held) })
      else { return false }
      if !venues.isEmpty {
        guard let venue, venues.contains(venue) else { return false }
      }
      return teams.isEmpty || used.contains(where: teams.contains)
    }
  }

  private let bars: [Bar]

  init(
    of activity: Activity, _ requirement: Requirement, in agenda: Agenda,
    _ circumstances: Circumstances, _ last: Filter
  ) {
    guard last >= .closure else {
      bars = []
      return
    }
    let program = agenda.program
    let communities = agenda.communities(of: activity)
    bars = (program.closures + circumstances.blocks).compactMap { closure in
      let venues = Set(closure.venues.compactMap(program.venues.row))
      let teams = Set(closure.teams.compactMap(program.teams.row))
      // A block may name what has since left the tables: it bars nothing then, not everything.
      guard closure.fits(communities), closure.fits(requirement),
        venues.isEmpty == closure.venues.isEmpty, teams.isEmpty == closure.teams.isEmpty
      else { return nil }
      return Bar(closure: closure, venues: venues, teams: teams)
    }
  }

  func on(_ day: Day) -> [Bar] {
    bars.filter { $0.closure.dates?.contains(day) ?? true }
  }
}

extension Closure {
  /// Whether the scopes that speak of communities fit one of these; none stands for the organizer.
  package func fits(_ communities: [Community]) -> Bool {
    communities.isEmpty ? fits(nil) : communities.contains { fits($0) }
  }

  private func fits(_ community: Community?) -> Bool {
    (communities.isEmpty || communities.contains(community?.ownerID ?? .organizer))
      && (areas.isEmpty || community.map { areas.contains($0.area) } ?? false)
      && (kinds.isEmpty || community.map { kinds.contains($0.kind) } ?? false)
  }

  func fits(_ requirement: Requirement) -> Bool {
    requirements.isEmpty || requirements.contains(requirement.id)
  }
}
