internal import Drills

/// The days and ticks that a problem counts in.
///
/// Ticks are as long as each other, whatever clocks show.
struct TimeAxis: Sendable {
  private let clock: PlanClock
  /// The minute of the first midnight, as the clock counts them.
  private let origin: Int
  let firstDay: Day
  let dayCount: Int
  let tickMinutes: Int
  let ticksPerDay: Int
  let tickCount: Int

  /// `plan`: where else something is, allowed or not.
  init(_ agenda: Agenda, in circumstances: Circumstances, beside plan: Plan = Plan()) {
    let program = agenda.program
    let stays = circumstances.fixed.values.map(\.placement) + plan.placements.values
    let days =
      [program.period] + program.requirements.elements.compactMap { $0.dates?.bounds }
      + stays.map { $0.day...$0.day }
    firstDay = days.map(\.lowerBound).min() ?? program.period.lowerBound
    let lastDay = days.map(\.upperBound).max() ?? program.period.upperBound
    dayCount = lastDay - firstDay + 1
    clock = agenda.clock
    origin = clock.minutes(of: Moment(day: firstDay, minute: 0))
    let turnarounds =
      program.teams.elements.map(\.turnaround) + program.venues.elements.map(\.turnaround)
    let times =
      [program.grid] + turnarounds + program.requirements.elements.map(\.length)
      + program.requirements.elements.compactMap(\.start) + stays.map(\.start) + clock.shifts
    tickMinutes = times.reduce(1440, greatestCommonDivisor)
    ticksPerDay = 1440 / tickMinutes
    // One day for what lasts past the last midnight, one for clocks that are put back.
    tickCount =
      (dayCount + (clock.shifts.isEmpty ? 1 : 2)) * ticksPerDay + (turnarounds.max() ?? 0)
      / tickMinutes
  }

  func day(_ day: Day) -> Int32 { Int32(day - firstDay) }

  func tick(_ moment: Moment) -> Int32 {
    Int32((clock.minutes(of: moment) - origin) / tickMinutes)
  }
}

func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
  var (first, second) = (first, second)
  while second != 0 { (first, second) = (second, first % second) }
  return first
}
