/// Something that each of its audience owes, once or again and again.
package struct Deadline: Identified {
  package enum Due: Hashable, Sendable {
    case once(Day)
    /// Every week on this day, within the dates.
    case weekly(Weekday)
    /// Every month on this day, or on its last if it is shorter, within the dates.
    case monthly(Int)
    /// So long after each activity of a requirement was held, until then after it is planned.
    case following(String, Delay)
  }
  package enum Delay: Hashable, Sendable {
    case days(Int)
    case workdays(Int)
  }
  package enum OnHoliday: String, CaseIterable, Sendable {
    case stay, earlier
  }

  package let id: String
  package var name: String
  package var audience = Audience.everyCommunity
  package var due: Due
  /// Nothing: the period.
  package var dates: DaySet?
  /// Where it is handed in.
  package var to = ""
  package var wants: [String] = []
  package var form = ""
  package var note = ""
  package var onHoliday = OnHoliday.stay

  package init(id: String, name: String, due: Due) {
    self.id = id
    self.name = name
    self.due = due
  }

  /// The days on which it is due, in order, as written before any shift around holidays.
  package func nominalDays(in period: ClosedRange<Day>) -> [Day] {
    let days = dates ?? DaySet(period)
    switch due {
    case .following: return []
    case .once(let day): return [day]
    case .weekly(let weekday): return days.sorted.filter { $0.weekday == weekday }
    case .monthly(let number):
      return days.sorted.filter { day in
        let (year, month, dayOfMonth) = day.components
        return dayOfMonth == min(number, Day.length(ofMonth: month, year: year))
      }
    }
  }

  /// By the end of which day an occurrence is due; only holidays shift it, weekends do not.
  package func dueDay(nominally day: Day, in kinds: DayKinds) -> Day {
    onHoliday == .earlier && kinds.isHoliday(day) ? kinds.workday(onOrBefore: day) : day
  }
}
