/// Days as the planner wrote them: single dates and ranges, in the order written.
package struct DaySet: Hashable, Sendable {
  package var ranges: [ClosedRange<Day>]

  package init(_ ranges: [ClosedRange<Day>]) { self.ranges = ranges }
  package init(_ range: ClosedRange<Day>) { ranges = [range] }

  package func contains(_ day: Day) -> Bool { ranges.contains { $0.contains(day) } }

  /// Every day once, in order.
  package var sorted: [Day] { Set(ranges.joined()).sorted() }

  /// The first and the last day, nothing if there is none.
  package var bounds: ClosedRange<Day>? {
    guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max()
    else { return nil }
    return first...last
  }
}
