package import Clocks

/// A date and a time of day in a zone that the context names.
package struct CalendarTime: Hashable, Sendable {
  package var date: CalendarDate
  /// 0 to 86,399.
  package var secondOfDay: Int

  package init(date: CalendarDate, secondOfDay: Int) {
    precondition((0..<86_400).contains(secondOfDay), "a day has 86,400 seconds")
    self.date = date
    self.secondOfDay = secondOfDay
  }

  /// The time `seconds` after 1970-01-01 00:00 on the same clock.
  init(seconds: Int) {
    let day = floorDivide(seconds, by: 86_400)
    date = CalendarDate(dayNumber: day)
    secondOfDay = seconds - day * 86_400
  }

  /// Seconds since 1970-01-01 00:00 on the same clock.
  var seconds: Int { date.dayNumber * 86_400 + secondOfDay }
}

extension CalendarTime: Comparable {
  package static func < (left: CalendarTime, right: CalendarTime) -> Bool {
    (left.date, left.secondOfDay) < (right.date, right.secondOfDay)
  }
}
