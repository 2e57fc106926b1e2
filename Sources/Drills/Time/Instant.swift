import Clocks

/// A second of the world's time, whatever clocks show.
///
/// The only place that knows how it is counted and that reckons with seconds. ``Moment`` is what clocks show,
/// and ``Zone`` leads from one to the other. `ICalendar` has a `CalendarTime` of its own, since it does not
/// know this module.
package struct Instant: Hashable, Sendable {
  /// Since 1970-01-01T00:00:00Z, leap seconds aside.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  package init(minutes: Int) { seconds = minutes * 60 }

  /// Whole ones, since the same beginning.
  package var minutes: Int { floorDivide(seconds, by: 60) }

  /// Of its day in UTC.
  package var dayNumber: Int { floorDivide(seconds, by: 86_400) }

  /// The same as ``minutes``, where a minute that has begun counts.
  package var minutesRoundedUp: Int { -floorDivide(-seconds, by: 60) }

  package static func + (instant: Instant, seconds: Int) -> Instant {
    Instant(seconds: instant.seconds + seconds)
  }

  package static func += (instant: inout Instant, seconds: Int) { instant = instant + seconds }

  /// How many seconds later the first is.
  package static func - (later: Instant, earlier: Instant) -> Int {
    later.seconds - earlier.seconds
  }

  package func adding(minutes: Minute) -> Instant { self + minutes * 60 }

  package func adding(days: Int) -> Instant { self + days * 86_400 }
}

extension Instant: Comparable {
  package static func < (lhs: Instant, rhs: Instant) -> Bool { lhs.seconds < rhs.seconds }
}

/// Its seconds, in the record's events as in literals.
extension Instant: Codable, ExpressibleByIntegerLiteral {
  package init(integerLiteral seconds: Int) { self.init(seconds: seconds) }

  package init(from decoder: any Decoder) throws {
    self.init(seconds: try decoder.singleValueContainer().decode(Int.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }
}
