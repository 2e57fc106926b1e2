/// Keeps placements from the past and from days that notices no longer reach.
struct TimeBar {
  private let earliest: Moment?
  private let firstNoticedDay: Day?

  init(
    _ requirement: Requirement, in program: Program, _ circumstances: Circumstances, _ last: Filter
  ) {
    guard let now = circumstances.now, now.day <= program.period.upperBound else {
      earliest = nil
      firstNoticedDay = nil
      return
    }
    earliest = last >= .now ? now : nil
    let workdays = requirement.notices.map(\.workdays).max() ?? 0
    guard last >= .notice, workdays > 0 else {
      firstNoticedDay = nil
      return
    }
    // The first day with enough working days strictly between now's date and it.
    var day = now.day + 1
    var passed = 0
    while passed < workdays {
      if program.dayKinds.isWorkday(day) { passed += 1 }
      day = day + 1
    }
    firstNoticedDay = day
  }

  func bars(_ day: Day) -> Bool { firstNoticedDay.map { day < $0 } ?? false }
  func bars(_ moment: Moment) -> Bool { earliest.map { moment < $0 } ?? false }
}
