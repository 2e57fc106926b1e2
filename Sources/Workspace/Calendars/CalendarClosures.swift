import Drills
import ICalendar

extension ImportedEvent {
  /// What the event closes: one closure for each occurrence of whole days, and one for each day
  /// that a timed occurrence touches.
  ///
  /// The reason, if the scope gives none, is the event's summary. Days outside the window are
  /// dropped.
  func closures(_ scope: Closure, within window: ClosedRange<Day>) -> [Closure] {
    guard !isCancelled, !isTransparent else { return [] }
    var scope = scope
    if scope.reason.isEmpty { scope.reason = summary }
    return occurrences.flatMap { occurrence in
      switch occurrence {
      case .allDay(let first, let last):
        ClosedRange(from: first, to: last, within: window).map { [scope.on($0, hours: [])] } ?? []
      case .timed(let start, let end):
        timed(from: start, to: end, scope, within: window)
      }
    }
  }

  /// Minutes are rounded outward: a closure is never shorter than what it stands for.
  private func timed(
    from start: CalendarTime, to end: CalendarTime, _ scope: Closure,
    within window: ClosedRange<Day>
  ) -> [Closure] {
    guard start < end,
      let days = ClosedRange(from: start.date, to: end.date, within: window)
    else { return [] }
    return days.compactMap { day in
      let from = day == Day(start.date) ? start.secondOfDay / 60 : 0
      let to = day == Day(end.date) ? (end.secondOfDay + 59) / 60 : 1440
      guard from < to else { return nil }
      let hours = HourRange(start: from, end: to)
      return scope.on(day...day, hours: hours == .wholeDay ? [] : [hours])
    }
  }
}

extension Closure {
  fileprivate func on(_ days: ClosedRange<Day>, hours: [HourRange]) -> Closure {
    var closure = self
    closure.dates = DaySet(days)
    closure.hours = hours
    return closure
  }
}
