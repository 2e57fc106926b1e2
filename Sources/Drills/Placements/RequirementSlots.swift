/// The days and starts that a requirement allows, before anyone asks for a venue or a team.
struct RequirementSlots {
  /// In order.
  let days: [Day]
  /// Minutes since midnight, in order: all that are possible on any of the days.
  let starts: [Minute]
  /// What clocks show from each start to its end on a day like any other; nothing: not allowed.
  private let held: [HourRange?]
  /// The same on days on which the clocks change, by position in ``days``.
  private let heldOnOddDays: [Int: [HourRange?]]
  /// Preferences that are missed plus lateness, for each day and start, days outermost.
  private let penalties: [Int32]

  init(_ requirement: Requirement, in agenda: Agenda, through last: Filter) {
    let (program, clock) = (agenda.program, agenda.clock)
    let kinds = program.dayKinds
    let days = (requirement.dates ?? DaySet(program.period)).sorted.filter { day in
      (last < .days || kinds.day(day, passes: requirement.days))
        && (last < .holidays || requirement.onHolidays || !kinds.isHoliday(day))
    }
    self.days = days
    let hours = last < .hours || requirement.hours.isEmpty ? [.wholeDay] : requirement.hours
    func plain(_ start: Minute) -> HourRange? {
      let held = HourRange(start: start, end: start + requirement.length)
      return requirement.isAllDay || hours.admit(held) ? held : nil
    }
    func shown(_ start: Minute, on day: Day) -> HourRange? {
      let moment = Moment(day: day, minute: start)
      guard clock.shows(moment) else { return nil }
      let held = clock.hours(from: moment, for: requirement.length)
      return hours.admit(held) ? held : nil
    }
    let oddDays = requirement.isAllDay ? [] : days.indices.filter { !clock.isEven(days[$0]) }
    let every =
      requirement.isAllDay
      ? [0] : requirement.start.map { [$0] } ?? Array(stride(from: 0, to: 1440, by: program.grid))
    let starts = every.filter { start in
      plain(start) != nil || oddDays.contains { shown(start, on: days[$0]) != nil }
    }
    self.starts = starts
    held = starts.map(plain)
    heldOnOddDays = Dictionary(
      uniqueKeysWithValues: oddDays.map { index in
        (index, starts.map { shown($0, on: days[index]) })
      })
    var penalties: [Int32] = []
    penalties.reserveCapacity(days.count * starts.count)
    for (index, day) in days.enumerated() {
      let lateness =
        requirement.aimBy.map { max(0, day - $0) * program.weights.lateness } ?? 0
      let datesMet = requirement.preferences.map { preference in
        (preference.dates?.contains(day) ?? true) && kinds.day(day, passes: preference.days)
      }
      for held in heldOnOddDays[index] ?? held {
        var penalty = lateness
        for (preference, dateMet) in zip(requirement.preferences, datesMet)
        where !dateMet || !(held.map(preference.hours.admit) ?? false) {
          penalty += preference.weight
        }
        penalties.append(Int32(clamping: penalty))
      }
    }
    self.penalties = penalties
  }

  /// What clocks show from a start to its end, by positions; nothing: not allowed on that day.
  func held(day: Int, start: Int) -> HourRange? { (heldOnOddDays[day] ?? held)[start] }

  func penalty(day: Int, start: Int) -> Int32 { penalties[day * starts.count + start] }
}

extension [HourRange] {
  /// Whether `range` lies inside one of these; no ranges mean any hour.
  func admit(_ range: HourRange) -> Bool {
    isEmpty || contains { $0.contains(range) }
  }
}
