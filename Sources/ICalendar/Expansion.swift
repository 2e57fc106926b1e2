import Clocks

/// The occurrences of one rule from its DTSTART on, found by looking at every day of each period.
///
/// libical's own iterator is not used: one call of it can look for centuries for a day that no
/// year has, and cannot be told to stop. Here every look costs a step of a budget.
/// Source: RFC 5545 §3.3.10; the defaults are those of its table of BYxxx parts.
struct Expansion {
  private let rule: RecurrenceRule
  /// DTSTART in seconds since 1970-01-01 00:00 on its own clock, and its parts.
  private let start: Int
  private let startDay: Int
  private let startDate: CalendarDate
  /// Seconds of the day at which each chosen day has occurrences, ascending.
  private let times: [Int]
  private let months: Set<Int>
  private let monthDays: [Int]
  private let weekdays: [RecurrenceRule.Weekday]

  init(of rule: RecurrenceRule, from start: Moment) {
    self.rule = rule
    self.start = start.local
    startDay = start.day
    startDate = CalendarDate(dayNumber: start.day)
    times = Self.times(of: rule, start: start)
    let choosesDay =
      !rule.weekNumbers.isEmpty || !rule.yearDays.isEmpty || !rule.monthDays.isEmpty
      || !rule.weekdays.isEmpty
    let weekday = RecurrenceRule.Weekday(
      position: 0, weekday: CalendarDate.weekday(ofDayNumber: start.day))
    var months = Set(rule.months)
    var monthDays = rule.monthDays
    var weekdays = rule.weekdays
    switch rule.frequency {
    case .daily: break
    case .weekly:
      if weekdays.isEmpty { weekdays = [weekday] }
    case .monthly:
      if !choosesDay { monthDays = [startDate.day] }
    case .yearly:
      if !choosesDay {
        monthDays = [startDate.day]
        if months.isEmpty { months = [startDate.month] }
      } else if !rule.weekNumbers.isEmpty, weekdays.isEmpty, monthDays.isEmpty,
        rule.yearDays.isEmpty
      {
        weekdays = [weekday]
      }
    }
    self.months = months
    self.monthDays = monthDays
    self.weekdays = weekdays
  }

  /// Whether the occurrences of a day are no more than every quarter of an hour.
  private static func hasFewTimes(_ rule: RecurrenceRule) -> Bool {
    max(rule.hours.count, 1) * max(rule.minutes.count, 1) * max(rule.seconds.count, 1) <= 96
  }

  private static func times(of rule: RecurrenceRule, start: Moment) -> [Int] {
    guard !start.isDate else { return [0] }
    guard hasFewTimes(rule) else { return [] }
    let time = start.local - start.day * 86_400
    let hours = rule.hours.isEmpty ? [time / 3600] : rule.hours
    let minutes = rule.minutes.isEmpty ? [time / 60 % 60] : rule.minutes
    let seconds = rule.seconds.isEmpty ? [time % 60] : rule.seconds
    var times: Set<Int> = []
    for hour in hours {
      for minute in minutes {
        for second in seconds where second < 60 { times.insert(hour * 3600 + minute * 60 + second) }
      }
    }
    return times.sorted()
  }

  struct OutOfSteps: Error {}

  /// What one occurrence costs: it is stored, hashed and sorted, where a look is a comparison.
  private static let stepsPerOccurrence = 300

  /// The occurrences on the days of `window`, DTSTART included, in seconds on DTSTART's clock.
  ///
  /// - Parameters:
  ///   - window: day numbers on DTSTART's calendar.
  ///   - hasStart: whether DTSTART is the first of them whatever the rule says, as an RRULE has it;
  ///     an EXRULE has it only if it chooses it.
  ///   - steps: what may be spent, a step for each day and time looked at and more for each
  ///     occurrence found.
  ///   - isBeforeEnd: whether an occurrence is not after the rule's UNTIL.
  /// - Returns: seconds since 1970-01-01 00:00, ascending.
  /// - Throws: if the steps do not suffice; those spent stay spent.
  func occurrences(
    in window: ClosedRange<Int>, hasStart: Bool = true, steps: inout Int,
    isBeforeEnd: (Int) -> Bool
  ) throws(OutOfSteps) -> [Int] {
    guard !times.isEmpty else { throw OutOfSteps() }
    var found = hasStart && window.contains(startDay) ? [start] : []
    var left = (rule.count ?? .max) - (hasStart ? 1 : 0)
    var period = rule.count == nil ? firstPeriod(reaching: window.lowerBound) : 0
    while left > 0 {
      let days = self.days(of: period)
      guard let first = days.first, first <= window.upperBound, isBeforeEnd(first * 86_400) else {
        break
      }
      guard steps >= days.count * times.count else { throw OutOfSteps() }
      steps -= days.count * times.count
      for occurrence in occurrences(among: days)
      where occurrence > start || !hasStart && occurrence == start {
        guard left > 0, isBeforeEnd(occurrence) else { return found }
        left -= 1
        guard window.contains(floorDivide(occurrence, by: 86_400)) else { continue }
        guard steps >= Self.stepsPerOccurrence else { throw OutOfSteps() }
        steps -= Self.stepsPerOccurrence
        found.append(occurrence)
      }
      period += rule.interval
    }
    return found
  }

  /// The chosen times of the chosen days, and of those what BYSETPOS leaves.
  private func occurrences(among days: Range<Int>) -> [Int] {
    var found: [Int] = []
    for day in days where isChosen(day, in: days) {
      for time in times { found.append(day * 86_400 + time) }
    }
    guard !rule.positions.isEmpty else { return found }
    let chosen = Set(rule.positions.map { $0 > 0 ? $0 - 1 : found.count + $0 })
    return found.indices.filter(chosen.contains).map { found[$0] }
  }

  // MARK: - Periods

  /// The days of the period that many days, weeks, months or years after DTSTART's.
  ///
  /// Empty after the year 9999.
  private func days(of period: Int) -> Range<Int> {
    switch rule.frequency {
    case .daily:
      return startDay + period < Self.endOfTime ? startDay + period..<startDay + period + 1 : 0..<0
    case .weekly:
      let first = weekStart(of: startDay) + 7 * period
      return first < Self.endOfTime ? first..<first + 7 : 0..<0
    case .monthly:
      let month = startDate.month - 1 + period
      let year = startDate.year + month / 12
      guard year <= 9999 else { return 0..<0 }
      let first = CalendarDate.dayNumber(year: year, month: month % 12 + 1, day: 1)
      return first..<first + CalendarDate.lastDay(ofMonth: month % 12 + 1, year: year)
    case .yearly:
      let year = startDate.year + period
      guard year <= 9999 else { return 0..<0 }
      return CalendarDate.dayNumber(
        year: year, month: 1, day: 1)..<CalendarDate.dayNumber(year: year + 1, month: 1, day: 1)
    }
  }

  private static let endOfTime = CalendarDate.dayNumber(year: 9999, month: 12, day: 31)

  /// A period on the rule's beat that ends before `day`, or DTSTART's own.
  private func firstPeriod(reaching day: Int) -> Int {
    let daysBetween = max(0, day - startDay)
    let longest =
      switch rule.frequency {
      case .daily: 1
      case .weekly: 7
      case .monthly: 31
      case .yearly: 366
      }
    let periods = daysBetween / longest
    return max(0, periods / rule.interval - 1) * rule.interval
  }

  private func weekStart(of day: Int) -> Int {
    day - (CalendarDate.weekday(ofDayNumber: day) - rule.weekStart + 7) % 7
  }

  // MARK: - Days

  /// Whether every BYxxx part that chooses days chooses this one.
  private func isChosen(_ day: Int, in period: Range<Int>) -> Bool {
    let weekday = CalendarDate.weekday(ofDayNumber: day)
    if !weekdays.isEmpty, !weekdays.contains(where: { $0.weekday == weekday }) { return false }
    let date = CalendarDate(dayNumber: day)
    if !months.isEmpty, !months.contains(date.month) { return false }
    let monthLength = CalendarDate.lastDay(ofMonth: date.month, year: date.year)
    if !monthDays.isEmpty, !monthDays.contains(date.day),
      !monthDays.contains(date.day - monthLength - 1)
    {
      return false
    }
    if !rule.yearDays.isEmpty {
      let yearDay = day - CalendarDate.dayNumber(year: date.year, month: 1, day: 1) + 1
      let yearLength = CalendarDate.isLeap(date.year) ? 366 : 365
      if !rule.yearDays.contains(yearDay), !rule.yearDays.contains(yearDay - yearLength - 1) {
        return false
      }
    }
    return isInChosenWeek(day)
      && isAtChosenPosition(day, weekday: weekday, date: date, monthLength: monthLength, period)
  }

  /// Whether the week of the day is one of BYWEEKNO, counted from either end of the week's year.
  private func isInChosenWeek(_ day: Int) -> Bool {
    guard !rule.weekNumbers.isEmpty else { return true }
    // The year that has most of the week's days.
    let first = weekStart(of: day)
    let year = CalendarDate(dayNumber: first + 3).year
    let week = (first - firstWeek(of: year)) / 7 + 1
    let weeks = (firstWeek(of: year + 1) - firstWeek(of: year)) / 7
    return rule.weekNumbers.contains(week) || rule.weekNumbers.contains(week - weeks - 1)
  }

  /// The first day of the week that has 4 January.
  private func firstWeek(of year: Int) -> Int {
    weekStart(of: CalendarDate.dayNumber(year: year, month: 1, day: 4))
  }

  /// Whether the day is the n-th of its weekday in the month or year, for a BYDAY that says so.
  private func isAtChosenPosition(
    _ day: Int, weekday: Int, date: CalendarDate, monthLength: Int, _ period: Range<Int>
  ) -> Bool {
    let countsInMonth: Bool
    switch rule.frequency {
    case .daily, .weekly: return true
    case .monthly: countsInMonth = true
    case .yearly:
      guard rule.weekNumbers.isEmpty else { return true }
      countsInMonth = !rule.months.isEmpty
    }
    guard !weekdays.isEmpty else { return true }
    let before = countsInMonth ? date.day - 1 : day - period.lowerBound
    let after = countsInMonth ? monthLength - date.day : period.upperBound - 1 - day
    return weekdays.contains {
      $0.weekday == weekday
        && ($0.position == 0 || $0.position == before / 7 + 1 || $0.position == -(after / 7) - 1)
    }
  }
}
