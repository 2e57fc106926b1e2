/// An allowed placement, in rows: 16 bytes, since a province has millions.
package struct Candidate: Hashable, Sendable {
  package var day: Day
  package var start: Int16
  /// Index in the choices of ``CandidateList/teamChoices``.
  package var teams: Int16
  /// Row of the venue; -1: none.
  package var venueIndex: Int32
  /// `cost(placement)` of the model, without what moving it costs.
  package var cost: Int32

  package init(day: Day, start: Int16, teams: Int16, venueIndex: Int32, cost: Int32) {
    self.day = day
    self.start = start
    self.teams = teams
    self.venueIndex = venueIndex
    self.cost = cost
  }

  package var venue: Row<Venue>? { venueIndex < 0 ? nil : Row(Int(venueIndex)) }
  package var moment: Moment { Moment(day: day, minute: Minute(start)) }
}

/// The allowed placements of one activity, by day, start, venue and teams.
package struct CandidateList: Sendable {
  /// One team for each of the requirement's crew needs, in their order.
  package var teamChoices: [[Row<Team>]]
  package var candidates: [Candidate]

  package init(teamChoices: [[Row<Team>]] = [[]], candidates: [Candidate] = []) {
    self.teamChoices = teamChoices
    self.candidates = candidates
  }
}

extension Agenda {
  /// A candidate in the words that plans use.
  package func placement(
    _ candidate: Candidate, in list: CandidateList, of activity: Activity
  ) -> Placement {
    let needs = requirement(of: activity).crews
    let teams = list.teamChoices[Int(candidate.teams)]
    return Placement(
      day: candidate.day, start: Minute(candidate.start),
      venue: candidate.venue.map { program.venues[$0].id },
      teams: Dictionary(
        zip(needs.map(\.role), teams.map { program.teams[$0].id }), uniquingKeysWith: { $1 }))
  }
}
