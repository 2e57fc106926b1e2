/// The `days` of a requirement, a venue, a team or a preference.
package enum DayRule: Hashable, Sendable {
  case any
  case workdays
  case weekends
  case weekdays(Set<Weekday>)
}

/// Which days are holidays, and which weekends were made working days.
package struct DayKinds: Hashable, Sendable {
  package var holidays: Set<Day>
  package var makeUpWorkdays: Set<Day>

  package init(holidays: Set<Day> = [], makeUpWorkdays: Set<Day> = []) {
    self.holidays = holidays
    self.makeUpWorkdays = makeUpWorkdays
  }

  package func isHoliday(_ day: Day) -> Bool { holidays.contains(day) && !isMakeUp(day) }

  package func isWorkday(_ day: Day) -> Bool {
    isMakeUp(day) || (!day.weekday.isWeekend && !holidays.contains(day))
  }

  package func isWeekend(_ day: Day) -> Bool { day.weekday.isWeekend && !isMakeUp(day) }

  package func day(_ day: Day, passes rule: DayRule) -> Bool {
    switch rule {
    case .any: true
    case .workdays: isWorkday(day)
    case .weekends: isWeekend(day)
    case .weekdays(let weekdays): weekdays.contains(day.weekday)
    }
  }

  /// How many working days lie strictly between the two days; 0 if `later` is not later.
  package func workdays(strictlyBetween earlier: Day, and later: Day) -> Int {
    guard later - earlier > 1 else { return 0 }
    return (earlier + 1..<later).count(where: isWorkday)
  }

  /// How many working days come after `earlier` up to and including `later`.
  package func workdays(after earlier: Day, through later: Day) -> Int {
    guard later > earlier else { return 0 }
    return (earlier + 1...later).count(where: isWorkday)
  }

  /// The working day on or before `day`.
  package func workday(onOrBefore day: Day) -> Day {
    var candidate = day
    while !isWorkday(candidate) { candidate = candidate + -1 }
    return candidate
  }

  private func isMakeUp(_ day: Day) -> Bool { makeUpWorkdays.contains(day) }
}
