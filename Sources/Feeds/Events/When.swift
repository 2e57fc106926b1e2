import Drills

/// When an event is, on the plan's clock; written as an ISO 8601 interval.
enum When: Hashable, Sendable {
  case days(ClosedRange<Day>)
  case hours(start: Moment, end: Moment)

  /// For order; whole days start at midnight.
  var start: Moment {
    switch self {
    case .days(let days): Moment(day: days.lowerBound, minute: 0)
    case .hours(let start, _): start
    }
  }

  var lastDay: Day {
    switch self {
    case .days(let days): days.upperBound
    case .hours(let start, let end): end > start ? (end + -1).day : end.day
    }
  }

  /// The same with the hour kept back: of what begins at an hour the first day alone, since whether
  /// it lasts past midnight tells when it begins.
  var daysAlone: When {
    switch self {
    case .days: self
    case .hours(let start, _): .days(start.day...start.day)
    }
  }

  /// The days that it touches.
  var days: ClosedRange<Day> { start.day...max(start.day, lastDay) }

  /// Whether somebody who comes at `other` comes at a wrong time, as far as both tell it.
  func isMoved(from other: When) -> Bool {
    switch (self, other) {
    case (.hours(let start, _), .hours(let old, _)): start != old
    case (.days(let days), .days(let old)): days != old
    case (.days, .hours), (.hours, .days): start.day != other.start.day
    }
  }

  /// Minutes.
  var length: Minute {
    switch self {
    case .days(let days): days.count * 1440
    case .hours(let start, let end): end.minutes - start.minutes
    }
  }
}

extension When {
  /// When something was held, as far as the record says.
  ///
  /// On the planned day the planned hour stands where the record has none, and `length`, in minutes,
  /// where it does not say how long. Without an hour, or of what lasts all day without minutes, it is the
  /// whole day.
  init(held completion: Completion, planned: When?, length: Minute) {
    var start = completion.start
    if start == nil, case .hours(let begin, _) = planned, begin.day == completion.day {
      start = begin.minute
    }
    guard let start, completion.minutes != nil || length < 1440 else {
      self = .days(completion.day...completion.day)
      return
    }
    let begin = Moment(day: completion.day, minute: start)
    self = .hours(start: begin, end: begin + max(1, completion.minutes ?? length))
  }
}
