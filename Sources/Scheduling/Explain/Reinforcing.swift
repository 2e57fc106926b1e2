package import Drills

/// What one more crew, or one more place, on a part of a day makes of a plan: found by planning again.
package struct Reinforcing: Sendable {
  private let agenda: Agenda
  private let circumstances: Circumstances
  private let options: SearchOptions

  package init(_ agenda: Agenda, in circumstances: Circumstances, options: SearchOptions) {
    self.agenda = agenda
    self.circumstances = circumstances
    self.options = options
  }

  /// Beside a plan with this score and bound.
  package func relief(
    _ scarcity: Scarcity, beside score: Score, _ bound: Bound,
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) async -> Relief {
    let outcome = await Scheduler(
      Agenda(program(with: scarcity), published: circumstances.base.keys), in: circumstances,
      options: options
    ).run(shouldStop: shouldStop)
    return Relief(
      scarcity: scarcity, unplaced: outcome.score.unplaced - score.unplaced,
      cost: outcome.score.cost - score.cost, isProven: outcome.isOptimal && bound.isMet(by: score))
  }

  /// With a twin of the team, of one crew, or of the venue, for one activity at once, that is there on
  /// this part of the day alone.
  private func program(with scarcity: Scarcity) -> Program {
    var program = agenda.program
    var closure = Closure()
    closure.dates = program.days(but: scarcity.day)
    if scarcity.isTeam, var team = program.teams[scarcity.id] {
      let twin = program.freeID(like: team.id, in: program.teams)
      closure.teams = [twin]
      team = team.twin(twin, on: scarcity.part)
      program.teams.append(team)
    } else if var venue = program.venues[scarcity.id] {
      let twin = program.freeID(like: venue.id, in: program.venues)
      closure.venues = [twin]
      venue = venue.twin(twin, on: scarcity.part)
      // Where each venue has an activity of its own, it is not asked for another one.
      for requirement in program.requirements.elements where requirement.isPerVenue {
        venue.types.subtract(requirement.venueTypes)
      }
      program.venues.append(venue)
    }
    if closure.dates != nil { program.closures.append(closure) }
    return program
  }
}

extension Program {
  /// Every day on which anything could be, but one; nothing if there is no other.
  fileprivate func days(but day: Day) -> DaySet? {
    let bounds = [period] + requirements.elements.compactMap { $0.dates?.bounds }
    let first = bounds.map(\.lowerBound).min() ?? period.lowerBound
    let last = bounds.map(\.upperBound).max() ?? period.upperBound
    let others =
      (first < day ? [first...(day + -1)] : []) + (day < last ? [(day + 1)...last] : [])
    return others.isEmpty ? nil : DaySet(others)
  }

  fileprivate func freeID<Element: Identified>(
    like id: String, in table: Table<Element>
  ) -> String where Element.ID == String {
    var free = id + "-more"
    while table[free] != nil { free += "-more" }
    return free
  }
}

extension Team {
  fileprivate func twin(_ id: String, on part: Scarcity.PartOfDay) -> Team {
    var twin = Team(id: id, name: name, role: role)
    twin.turnaround = turnaround
    twin.covers = covers
    twin.duty = duty.within(part)
    return twin
  }
}

extension Venue {
  fileprivate func twin(_ id: String, on part: Scarcity.PartOfDay) -> Venue {
    var twin = Venue(id: id, name: name)
    twin.types = types
    twin.owner = owner
    twin.capacity = capacity
    twin.turnaround = turnaround
    twin.opening = opening.within(part)
    twin.position = position
    return twin
  }
}

extension Opening {
  fileprivate func within(_ part: Scarcity.PartOfDay) -> Opening {
    let whole = HourRange(start: part.minutes.lowerBound, end: part.minutes.upperBound)
    let ranges = (hours.isEmpty ? [.wholeDay] : hours).compactMap { range -> HourRange? in
      let (start, end) = (max(range.start, whole.start), min(range.end, whole.end))
      return start < end ? HourRange(start: start, end: end) : nil
    }
    // No hours at all would be every hour.
    return Opening(hours: ranges.isEmpty ? [HourRange(start: 0, end: 0)] : ranges, days: days)
  }
}
