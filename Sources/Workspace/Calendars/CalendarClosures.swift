import Drills
import ICalendar

extension ImportedEvent {
  /// What the event closes: a closure for each span of whole days, and for a span of hours one for
  /// the whole days in it and one for what it takes of the days at its ends.
  ///
  /// The reason, if the scope gives none, is the event's summary. Days outside the window are
  /// dropped.
  func closures(_ scope: Closure, within window: ClosedRange<Day>) -> [Closure] {
    guard !isCancelled, !isTransparent else { return [] }
    var scope = scope
    if scope.reason.isEmpty { scope.reason = summary }
    let days = united(occurrences.compactMap { $0.days(within: window) })
    let hours = united(occurrences.compactMap { $0.hours(within: window) })
    return days.map { scope.on($0, hours: []) } + hours.flatMap(scope.closures)
  }
}

extension Occurrence {
  /// Minutes are rounded outward: a closure is never shorter than what it stands for.
  fileprivate func hours(within window: ClosedRange<Day>) -> ClosedRange<Moment>? {
    guard case .timed(let start, let end) = self, start < end else { return nil }
    let first = max(
      Moment(day: Day(start.date), minute: start.secondOfDay / 60),
      Moment(day: window.lowerBound, minute: 0))
    let last = min(
      Moment(day: Day(end.date), minute: (end.secondOfDay + 59) / 60),
      Moment(day: window.upperBound + 1, minute: 0))
    return first < last ? first...last : nil
  }
}

extension Closure {
  fileprivate func closures(_ span: ClosedRange<Moment>) -> [Closure] {
    let (start, end) = (span.lowerBound, span.upperBound)
    guard start.day < end.day else {
      return [on(start.day...start.day, hours: [HourRange(start: start.minute, end: end.minute)])]
    }
    var closures: [Closure] = []
    let isPartial = start.minute > 0
    if isPartial {
      closures.append(
        on(start.day...start.day, hours: [HourRange(start: start.minute, end: 1440)]))
    }
    let firstWhole = isPartial ? start.day + 1 : start.day
    if firstWhole < end.day { closures.append(on(firstWhole...(end.day + -1), hours: [])) }
    if end.minute > 0 {
      closures.append(on(end.day...end.day, hours: [HourRange(start: 0, end: end.minute)]))
    }
    return closures
  }

  fileprivate func on(_ days: ClosedRange<Day>, hours: [HourRange]) -> Closure {
    var closure = self
    closure.dates = DaySet(days)
    closure.hours = hours
    return closure
  }
}
