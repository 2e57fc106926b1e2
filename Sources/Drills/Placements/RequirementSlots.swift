/// The days and starts that a requirement allows, before anyone asks for a venue or a team.
struct RequirementSlots {
  /// In order.
  let days: [Day]
  /// Minutes since midnight, in order.
  let starts: [Minute]
  let length: Minute
  /// Preferences that are missed plus lateness, for each day and start, days outermost.
  private let penalties: [Int32]

  init(_ requirement: Requirement, in program: Program, through last: Filter) {
    let length = requirement.length
    let kinds = program.dayKinds
    days = (requirement.dates ?? DaySet(program.period)).sorted.filter { day in
      (last < .days || kinds.day(day, passes: requirement.days))
        && (last < .holidays || requirement.onHolidays || !kinds.isHoliday(day))
    }
    let hours = last < .hours || requirement.hours.isEmpty ? [.wholeDay] : requirement.hours
    starts =
      requirement.isAllDay
      ? [0]
      : stride(from: 0, to: 1440, by: program.grid).filter { start in
        hours.contains { $0.contains(HourRange(start: start, end: start + length)) }
      }
    self.length = length
    var penalties: [Int32] = []
    penalties.reserveCapacity(days.count * starts.count)
    for day in days {
      let lateness =
        requirement.aimBy.map { max(0, day - $0) * program.weights.lateness } ?? 0
      let datesMet = requirement.preferences.map { preference in
        (preference.dates?.contains(day) ?? true) && kinds.day(day, passes: preference.days)
      }
      for start in starts {
        let held = HourRange(start: start, end: start + length)
        var penalty = lateness
        for (preference, dateMet) in zip(requirement.preferences, datesMet)
        where !dateMet || !preference.hours.admit(held) {
          penalty += preference.weight
        }
        penalties.append(Int32(clamping: penalty))
      }
    }
    self.penalties = penalties
  }

  func penalty(day: Int, start: Int) -> Int32 { penalties[day * starts.count + start] }
}

extension [HourRange] {
  /// Whether `range` lies inside one of these; no ranges mean any hour.
  func admit(_ range: HourRange) -> Bool {
    isEmpty || contains { $0.contains(range) }
  }
}
