/// A week of reports, ending on the reporting day.
package struct ReportingWeek: Hashable, Sendable {
  /// The reporting day that it ends on, inside the period or not.
  package let end: Day
  /// Its days inside the period; at least one.
  package let days: ClosedRange<Day>

  /// The weeks that cover `period`, the first and the last clipped to it, in order.
  package static func covering(_ period: ClosedRange<Day>, endingOn weekday: Weekday)
    -> [ReportingWeek]
  {
    var weeks: [ReportingWeek] = []
    var first = period.lowerBound
    while first <= period.upperBound {
      let end = first + (weekday.index - first.weekday.index + 7) % 7
      weeks.append(ReportingWeek(end: end, days: first...min(end, period.upperBound)))
      first = end + 1
    }
    return weeks
  }
}
