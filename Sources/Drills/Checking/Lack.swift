extension Feasibility.Lack {
  /// Nothing where what is missing is no number.
  init?(
    of row: Row<Activity>, emptiedBy filter: Filter, in agenda: Agenda,
    _ circumstances: Circumstances
  ) {
    let program = agenda.program
    let activity = agenda.activities[row]
    let requirement = agenda.requirement(of: activity)
    let source = CandidateSource(agenda, in: circumstances)
    /// The last day on which it could be if it were not for this filter.
    var last: Day? {
      Filter(rawValue: filter.rawValue - 1).flatMap { before in
        CandidateSource(agenda, in: circumstances, through: before).candidates(of: row)
          .candidates.map(\.day).max()
      }
    }
    switch filter {
    case .capacity:
      let seats = source.resources(of: row).venues.compactMap { venue in
        venue.flatMap { program.venues[$0].capacity }
      }
      guard let most = seats.max() else { return nil }
      self = .seats(people: activity.participants, most: most)
    case .team:
      let lacking = requirement.crews.compactMap { need -> Self? in
        let crews = source.teams(of: need.role, covering: activity).map { program.teams[$0].crews }
        guard let most = crews.max(), most < need.crews else { return nil }
        return .crews(role: need.role, needed: need.crews, most: most)
      }
      guard let first = lacking.first else { return nil }
      self = first
    case .now:
      guard let last else { return nil }
      self = .past(last: last)
    case .notice:
      guard let last, let now = circumstances.now,
        let workdays = requirement.notices.map(\.workdays).max()
      else { return nil }
      self = .notice(
        workdays: workdays,
        given: program.dayKinds.workdays(strictlyBetween: now.day, and: last), last: last)
    case .dates, .days, .holidays, .hours, .venue, .opening, .duty, .closure: return nil
    }
  }
}
