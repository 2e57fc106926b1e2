import Drills
import ICalendar

extension DayKinds {
  /// Adds the days of a holiday calendar: holidays, and weekends that were made working days.
  mutating func add(_ events: [ImportedEvent], within window: ClosedRange<Day>) {
    func days(of events: some Sequence<ImportedEvent>) -> FlattenSequence<[ClosedRange<Day>]> {
      united(events.flatMap { $0.occurrences.compactMap { $0.days(within: window) } }).joined()
    }
    let held = events.filter { !$0.isCancelled }
    makeUpWorkdays.formUnion(days(of: held.filter(\.isMakeUpWorkday)))
    holidays.formUnion(days(of: held.filter { !$0.isMakeUpWorkday }))
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
