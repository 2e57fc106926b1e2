import Clocks

/// A local time of the plan's zone, to the minute.
package struct Moment: Hashable, Comparable, Sendable {
  /// Minutes since 1970-01-01 00:00 on the local clock.
  package var minutes: Int

  package init(minutes: Int) { self.minutes = minutes }

  package init(day: Day, minute: Minute) { minutes = Int(day.number) * 1440 + minute }

  package var day: Day { Day(number: Int32(floorDivide(minutes, by: 1440))) }
  package var minute: Minute { minutes - Int(day.number) * 1440 }

  package static func < (lhs: Moment, rhs: Moment) -> Bool { lhs.minutes < rhs.minutes }
  package static func + (moment: Moment, minutes: Minute) -> Moment {
    Moment(minutes: moment.minutes + minutes)
  }
}

extension Moment: CustomStringConvertible {
  package var description: String { "\(day)T\(clock(minute))" }
}
