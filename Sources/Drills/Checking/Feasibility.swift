/// What cannot fit, found before any search.
///
/// Everything it says is certain: an activity without an allowed placement stays unplaced, and
/// resources asked for more time than they have leave something unplaced whatever the search does.
/// It does not find everything that cannot fit.
package struct Feasibility: Sendable {
  /// An activity without any allowed placement.
  package struct Impossible: Sendable {
    package let activity: Activity
    /// The first filter that left nothing.
    package let emptiedBy: Filter
    /// How much is missing, where that is a number.
    package let lack: Lack?
  }

  /// How much is missing of what an activity needs.
  package enum Lack: Hashable, Sendable {
    /// The largest venue seats fewer.
    case seats(people: Int, most: Int)
    /// No team of the role that covers it has so many crews.
    case crews(role: String, needed: Int, most: Int)
    /// Its last possible day.
    case past(last: Day)
    /// Working days between now and its last possible day.
    case notice(workdays: Int, given: Int, last: Day)
  }

  /// Teams or venues that are asked for more time than they have within some days.
  package struct Overload: Hashable, Sendable {
    package enum Resource: String, Sendable {
      case teams, venues
    }
    package let resource: Resource
    /// Ids, in file order; the activities have no choice but these.
    package let ids: [String]
    package let days: ClosedRange<Day>
    /// Crew-minutes or venue-minutes, turnaround included.
    package let asked: Minute
    package let available: Minute
    /// Ids of the activities that must all lie in `days`.
    package let activities: [DutyID]
  }

  package let impossible: [Impossible]
  /// For each set of teams or venues the window in which most is missing.
  package let overloads: [Overload]

  /// What is done or frozen stays where it is, and is not asked.
  package init(_ agenda: Agenda, in circumstances: Circumstances = Circumstances()) {
    let source = CandidateSource(agenda, in: circumstances)
    var impossible: [Impossible] = []
    var demand = ResourceDemand(agenda)
    for row in agenda.activities.rows {
      let activity = agenda.activities[row]
      guard !circumstances.cancelled.contains(activity.id),
        circumstances.fixed[activity.id].map({ $0.reason == .pinned }) ?? true
      else { continue }
      let list = source.candidates(of: row)
      if !list.candidates.isEmpty {
        demand.add(activity, list)
      } else if let filter = CandidateSource.emptyingFilter(of: row, in: agenda, circumstances) {
        impossible.append(
          Impossible(
            activity: activity, emptiedBy: filter,
            lack: Lack(of: row, emptiedBy: filter, in: agenda, circumstances)))
      }
    }
    self.impossible = impossible
    overloads = demand.overloads()
  }
}
