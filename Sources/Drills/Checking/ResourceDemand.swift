/// Who asks for which teams and venues, and when these could serve at all.
struct ResourceDemand {
  private struct Asker {
    let activity: DutyID
    let days: ClosedRange<Day>
    let minutes: Minute
  }
  /// A set of interchangeable rows.
  private struct Pool: Hashable {
    let resource: Feasibility.Overload.Resource
    let rows: [Int32]
  }
  private struct Place: Hashable {
    let row: Int32
    let day: Day
  }

  private let agenda: Agenda
  private var askers: [Pool: [Asker]] = [:]
  /// The minutes of a day in which something could occupy a row, for each pool that asks.
  private var spans: [Pool: [Place: Set<HourRange>]] = [:]

  init(_ agenda: Agenda) { self.agenda = agenda }

  mutating func add(_ activity: Activity, _ list: CandidateList) {
    let requirement = agenda.requirement(of: activity)
    let days = list.candidates.map(\.day)
    guard let first = days.min(), let last = days.max() else { return }
    for (index, need) in requirement.crews.enumerated() {
      // The shortest turnaround among the choices: never more is asked than must be.
      let used = Set(list.candidates.map { list.teamChoices[Int($0.teams)][index] })
      let turnaround = used.map { agenda.program.teams[$0].turnaround }.min() ?? 0
      let pool = Pool(resource: .teams, rows: used.map(\.index).sorted())
      askers[pool, default: []].append(
        Asker(
          activity: activity.id, days: first...last,
          minutes: (requirement.length + turnaround) * need.crews))
      for candidate in list.candidates {
        let team = list.teamChoices[Int(candidate.teams)][index]
        let turnaround = agenda.program.teams[team].turnaround
        note(candidate, requirement.length + turnaround, row: team.index, in: pool)
      }
    }
    guard !requirement.venueTypes.isEmpty else { return }
    let used = Set(list.candidates.map(\.venueIndex))
    func turnaround(of venue: Int32) -> Minute {
      agenda.program.venues[Row(Int(venue))].turnaround
    }
    let pool = Pool(resource: .venues, rows: used.sorted())
    let least = used.map(turnaround).min() ?? 0
    askers[pool, default: []].append(
      Asker(activity: activity.id, days: first...last, minutes: requirement.length + least))
    for candidate in list.candidates {
      let venue = candidate.venueIndex
      note(candidate, requirement.length + turnaround(of: venue), row: venue, in: pool)
    }
  }

  private mutating func note(
    _ candidate: Candidate, _ length: Minute, row: Int32, in pool: Pool
  ) {
    // In minutes that pass, so that two days with a change of clocks are as long as they are.
    let start = agenda.clock.minutes(of: candidate.moment)
    spans[pool, default: [:]][Place(row: row, day: candidate.day), default: []]
      .insert(HourRange(start: start, end: start + length))
  }

  func overloads() -> [Feasibility.Overload] {
    askers.keys.sorted {
      ($0.resource.rawValue, $0.rows.count) < ($1.resource.rawValue, $1.rows.count)
        || (($0.resource.rawValue, $0.rows.count) == ($1.resource.rawValue, $1.rows.count)
          && $0.rows.lexicographicallyPrecedes($1.rows))
    }.compactMap(worstOverload)
  }

  private func worstOverload(of pool: Pool) -> Feasibility.Overload? {
    let askers = askers[pool] ?? []
    var capacity: [Day: Minute] = [:]
    for (place, ranges) in spans[pool] ?? [:] {
      capacity[place.day, default: 0] += covered(by: ranges) * units(of: place.row, in: pool)
    }
    var worst: Feasibility.Overload?
    for first in Set(askers.map(\.days.lowerBound)).sorted() {
      for last in Set(askers.map(\.days.upperBound)).sorted() where first <= last {
        let inside = askers.filter { first <= $0.days.lowerBound && $0.days.upperBound <= last }
        let asked = inside.reduce(0) { $0 + $1.minutes }
        let available = capacity.reduce(0) {
          (first...last).contains($1.key) ? $0 + $1.value : $0
        }
        guard asked > available, asked - available > (worst.map { $0.asked - $0.available } ?? 0)
        else { continue }
        worst = Feasibility.Overload(
          resource: pool.resource, ids: pool.rows.map { id(of: $0, in: pool) }, days: first...last,
          asked: asked, available: available, activities: inside.map(\.activity))
      }
    }
    return worst
  }

  /// Minutes in at least one of the ranges.
  private func covered(by ranges: Set<HourRange>) -> Minute {
    var total = 0
    var reached = Minute.min
    for range in ranges.sorted(by: { $0.start < $1.start }) where range.end > reached {
      total += range.end - max(range.start, reached)
      reached = range.end
    }
    return total
  }

  private func units(of row: Int32, in pool: Pool) -> Int {
    switch pool.resource {
    case .teams: agenda.program.teams[Row(Int(row))].crews
    case .venues: agenda.program.venues[Row(Int(row))].concurrent
    }
  }

  private func id(of row: Int32, in pool: Pool) -> String {
    switch pool.resource {
    case .teams: agenda.program.teams[Row(Int(row))].id
    case .venues: agenda.program.venues[Row(Int(row))].id
    }
  }
}
