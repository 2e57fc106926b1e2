package import Clocks

/// What a calendar holds, and what in it could not be read.
package struct CalendarReading: Hashable, Sendable {
  /// In file order.
  package var events: [ImportedEvent]
  /// In file order.
  package var warnings: [ICalendarError]
}

/// An event or the busy time of somebody, with the occurrences that touch the reader's window.
///
/// A changed occurrence of a repeated event is an event of its own with the same UID.
package struct ImportedEvent: Hashable, Sendable {
  /// Empty if the file gives none.
  package var uid: String
  package var summary: String
  package var categories: [String]
  package var isCancelled: Bool
  package var isTransparent: Bool
  /// Nothing if the file gives none.
  package var sequence: Int?
  /// What Apple's calendar of holidays says of the day, such as `WORK-HOLIDAY`; else empty.
  package var specialDay = ""
  /// The line of its BEGIN.
  package var line: Int
  /// Sorted; empty for an event outside the window.
  package var occurrences: [Occurrence]
}

package enum Occurrence: Hashable, Sendable {
  case allDay(first: CalendarDate, last: CalendarDate)
  /// In the plan's zone; `end` is not part of it, and equals `start` for a mere point in time.
  case timed(start: CalendarTime, end: CalendarTime)
}

extension Occurrence: Comparable {
  package static func < (left: Occurrence, right: Occurrence) -> Bool {
    left.order < right.order
  }

  private var order: (Int, Int, Int) {
    switch self {
    case .allDay(let first, let last): (first.dayNumber * 86_400, 0, last.dayNumber)
    case .timed(let start, let end): (start.seconds, 1, end.seconds)
    }
  }
}

extension [Occurrence] {
  /// Sorted, and of equal ones the first alone.
  ///
  /// A rule's occurrences come in order, and then this costs a comparison each, not a hash.
  func eachOnce() -> [Occurrence] {
    let isAscending = indices.dropFirst().allSatisfy { self[$0 - 1] < self[$0] }
    guard !isAscending else { return self }
    var result: [Occurrence] = []
    result.reserveCapacity(count)
    for occurrence in sorted() where occurrence != result.last { result.append(occurrence) }
    return result
  }
}
