import Drills
import ICalendar

extension DayKinds {
  /// Adds the days of a holiday calendar: holidays, and weekends that were made working days.
  mutating func add(_ events: [ImportedEvent], within window: ClosedRange<Day>) {
    for event in events where !event.isCancelled {
      for case .allDay(let first, let last) in event.occurrences {
        guard let days = ClosedRange(from: first, to: last, within: window) else { continue }
        if event.isMakeUpWorkday {
          makeUpWorkdays.formUnion(days)
        } else {
          holidays.formUnion(days)
        }
      }
    }
  }
}

extension ImportedEvent {
  fileprivate var isMakeUpWorkday: Bool {
    if categories.contains(where: { $0.trimmed.uppercased() == "MAKEUP-WORKDAY" }) { return true }
    let title = summary.trimmed
    return ["班", "(班)", "（班）"].contains(where: title.hasSuffix) || title.contains("补班")
      || title.contains("上班")
  }
}

extension ClosedRange<Day> {
  /// The days from `first` through `last` that lie in `window`; nothing if none does.
  init?(from first: CalendarDate, to last: CalendarDate, within window: ClosedRange<Day>) {
    let start = Swift.max(Day(first), window.lowerBound)
    let end = Swift.min(Day(last), window.upperBound)
    guard start <= end else { return nil }
    self = start...end
  }
}

extension Day {
  init(_ date: CalendarDate) { self.init(number: Int32(date.dayNumber)) }
}
