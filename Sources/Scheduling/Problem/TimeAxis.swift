internal import Drills

/// The days and ticks that a problem counts in.
struct TimeAxis: Sendable {
  let firstDay: Day
  let dayCount: Int
  let tickMinutes: Int
  let ticksPerDay: Int
  let tickCount: Int

  init(_ agenda: Agenda, in circumstances: Circumstances) {
    let program = agenda.program
    let stays = circumstances.fixed.values.map(\.placement)
    let days =
      [program.period] + program.requirements.elements.compactMap { $0.dates?.bounds }
      + stays.map { $0.day...$0.day }
    firstDay = days.map(\.lowerBound).min() ?? program.period.lowerBound
    let lastDay = days.map(\.upperBound).max() ?? program.period.upperBound
    dayCount = lastDay - firstDay + 1
    let turnarounds = program.teams.elements.map(\.turnaround)
    let times =
      [program.grid] + turnarounds + program.requirements.elements.map(\.length)
      + stays.map(\.start)
    tickMinutes = times.reduce(1440, greatestCommonDivisor)
    ticksPerDay = 1440 / tickMinutes
    tickCount = (dayCount + 1) * ticksPerDay + (turnarounds.max() ?? 0) / tickMinutes
  }

  func day(_ day: Day) -> Int32 { Int32(day - firstDay) }

  func tick(_ moment: Moment) -> Int32 {
    Int32((moment.minutes - Moment(day: firstDay, minute: 0).minutes) / tickMinutes)
  }
}

func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
  var (first, second) = (first, second)
  while second != 0 { (first, second) = (second, first % second) }
  return first
}
