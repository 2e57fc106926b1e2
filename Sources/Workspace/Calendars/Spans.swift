import Clocks
import Drills
import ICalendar

extension Occurrence {
  /// The whole days that lie in `window`; nothing of an occurrence with hours.
  func days(within window: ClosedRange<Day>) -> ClosedRange<Day>? {
    guard case .allDay(let first, let last) = self else { return nil }
    let start = max(Day(first), window.lowerBound)
    let end = min(Day(last), window.upperBound)
    return start <= end ? start...end : nil
  }
}

/// The spans in order, those that meet as one.
///
/// A rule of a hundred bytes can have a hundred thousand occurrences over the same month.
func united<Bound: Comparable>(_ spans: [ClosedRange<Bound>]) -> [ClosedRange<Bound>] {
  var united: [ClosedRange<Bound>] = []
  for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
    if let last = united.last, span.lowerBound <= last.upperBound {
      united[united.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
    } else {
      united.append(span)
    }
  }
  return united
}

extension Day {
  init(_ date: CalendarDate) { self.init(number: Int32(date.dayNumber)) }
}
