/// Minutes, since midnight or as a length.
package typealias Minute = Int

/// A stretch of one day, in minutes since midnight; the end is not in it.
package struct HourRange: Hashable, Sendable {
  package var start: Minute
  /// At most 1440.
  package var end: Minute

  package init(start: Minute, end: Minute) {
    self.start = start
    self.end = end
  }

  package static let wholeDay = HourRange(start: 0, end: 1440)

  package func contains(_ other: HourRange) -> Bool { start <= other.start && other.end <= end }
  package func overlaps(_ other: HourRange) -> Bool { start < other.end && other.start < end }
}

extension HourRange: CustomStringConvertible {
  package var description: String { "\(clock(start))-\(clock(end))" }
}

/// A minute of the day as `09:30`.
package func clock(_ minute: Minute) -> String {
  "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))"
}
