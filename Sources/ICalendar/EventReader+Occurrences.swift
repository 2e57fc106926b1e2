import Clocks

extension EventReader {
  /// The occurrences of an event that touch the window.
  ///
  /// - Parameters:
  ///   - draft: the event.
  ///   - replaced: the occurrences that other events of the same UID replace.
  /// - Returns: each once, sorted.
  mutating func occurrences(of draft: Draft, replaced: Exceptions) -> [Occurrence] {
    let except = draft.except.isEmpty ? .none : Exceptions(draft.except)
    let excepted = Set(
      draft.exceptRules.isEmpty ? [] : starts(of: draft.exceptRules, draft, areExceptions: true))
    func isTakenOut(_ local: Int) -> Bool {
      except.contains(local: local, of: draft.start) || excepted.contains(local)
        || replaced.contains(local: local, of: draft.start)
    }
    var found: [Occurrence] = []
    let starts = draft.rules.isEmpty ? [draft.start.local] : starts(of: draft.rules, draft)
    for local in starts where !isTakenOut(local) {
      add(local, draft.length, of: draft, to: &found)
    }
    for extra in draft.extra {
      let local = draft.start.isDate ? extra.start.day * 86_400 : extra.start.local(in: draft.start)
      if isTakenOut(local) { continue }
      add(local, extra.length ?? draft.length, of: draft, to: &found)
    }
    return found.eachOnce()
  }

  private func add(
    _ local: Int, _ length: Length, of draft: Draft, to found: inout [Occurrence]
  ) {
    let instant = draft.start.isDate ? local : draft.start.zone.instant(ofLocal: local)
    let occurrence = occurrence(from: instant, length: length, start: draft.start)
    if touchesWindow(occurrence) { found.append(occurrence) }
  }

  /// The starts of all rules that may touch the window, in seconds on DTSTART's clock.
  private mutating func starts(
    of rules: [RecurrenceRule], _ draft: Draft, areExceptions: Bool = false
  ) -> [Int] {
    // Two days more on either side: no two zones are further apart.
    let first = window.lowerBound.dayNumber - daysCovered(by: draft.length) - 2
    let days = first...(window.upperBound.dayNumber + 2)
    var starts: [Int] = []
    for rule in rules {
      do {
        starts += try Expansion(of: rule, from: draft.start)
          .occurrences(in: days, hasStart: !areExceptions, steps: &steps) { local in
            guard let until = rule.until else { return true }
            if until.isDate || draft.start.isDate {
              return floorDivide(local, by: 86_400) <= until.day
            }
            return draft.start.zone.instant(ofLocal: local) <= until.instant
          }
      } catch {
        guard !areExceptions else {
          warn(.exceptRuleIgnored(rule.text), at: rule.place)
          continue
        }
        warn(.tooManySteps(rule: rule.text), at: rule.place)
        starts.append(draft.start.local)
      }
    }
    return starts
  }

  private func daysCovered(by length: Length) -> Int {
    switch length {
    case .nominal(let duration): duration.days + duration.seconds / 86_400 + 1
    case .exact(let seconds): seconds / 86_400 + 1
    case .days(let days): days
    }
  }

  /// One occurrence in the plan's zone.
  ///
  /// - Parameters:
  ///   - instant: seconds since 1970-01-01 00:00 UTC, of a date on its own calendar.
  ///   - length: how long it takes.
  ///   - start: the DTSTART, whose clock a duration in days follows.
  /// - Returns: the occurrence, in the window or not.
  func occurrence(from instant: Int, length: Length, start: Moment) -> Occurrence {
    let end: Int
    switch length {
    case .days(let days):
      let day = floorDivide(instant, by: 86_400)
      return .allDay(
        first: CalendarDate(dayNumber: day), last: CalendarDate(dayNumber: day + days - 1))
    case .exact(let seconds):
      end = instant + seconds
    case .nominal(let duration):
      let local = start.zone.local(of: instant) + duration.days * 86_400
      end = start.zone.instant(ofLocal: local) + duration.seconds
    }
    // Across the end of daylight time the clock may show an earlier end than start.
    let shownStart = planZone.local(of: instant)
    return .timed(
      start: CalendarTime(seconds: shownStart),
      end: CalendarTime(seconds: max(shownStart, planZone.local(of: end))))
  }

  func touchesWindow(_ occurrence: Occurrence) -> Bool {
    switch occurrence {
    case .allDay(let first, let last):
      first <= window.upperBound && last >= window.lowerBound
    case .timed(let start, let end):
      start.date <= window.upperBound
        && (end > CalendarTime(date: window.lowerBound, secondOfDay: 0)
          || start.date >= window.lowerBound)
    }
  }
}

/// The occurrences that EXDATEs or other events take out of a repeated one.
struct Exceptions {
  private var days: Set<Int> = []
  private var instants: Set<Int> = []
  /// The days of `instants`, each on its own calendar.
  private var timedDays: Set<Int> = []

  static let none = Exceptions([])

  init(_ moments: [Moment]) {
    for moment in moments {
      if moment.isDate {
        days.insert(moment.day)
      } else {
        instants.insert(moment.instant)
        timedDays.insert(moment.day)
      }
    }
  }

  /// Whether the occurrence of `start`'s event at `local` on its clock is taken out.
  ///
  /// A DATE takes out every occurrence of its day, as clients do though RFC 5545 asks for a time.
  func contains(local: Int, of start: Moment) -> Bool {
    let day = floorDivide(local, by: 86_400)
    if !days.isEmpty, days.contains(day) { return true }
    guard !instants.isEmpty else { return false }
    return start.isDate
      ? timedDays.contains(day) : instants.contains(start.zone.instant(ofLocal: local))
  }
}

extension Moment {
  /// The same moment on the clock of another.
  fileprivate func local(in other: Moment) -> Int {
    isDate ? local : other.zone.local(of: instant)
  }
}
