/// A stretch of days in which a requirement makes activities of its own: a reporting week, a calendar
/// month or a quarter.
package struct Span: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case week, month, quarter
  }

  /// How it stands in the ids of activities.
  package let id: DutyID.Span
  /// Of a week those inside the period, at least one; months and quarters are whole.
  package let days: ClosedRange<Day>

  /// The reporting weeks of a period, the first and the last clipped to it, in order.
  package static func weeks(of period: ClosedRange<Day>, endingOn weekday: Weekday) -> [Span] {
    ReportingWeek.covering(period, endingOn: weekday).map {
      Span(id: .week(ending: $0.end), days: $0.days)
    }
  }

  /// The months that have a day of these, in order.
  package static func months(of days: ClosedRange<Day>) -> [Span] {
    whole(of: days, months: 1) { year, first in .month(first, year: year) }
  }

  /// The quarters that have a day of these, in order.
  package static func quarters(of days: ClosedRange<Day>) -> [Span] {
    whole(of: days, months: 3) { year, first in .quarter((first + 2) / 3, year: year) }
  }

  /// `months` long each, the first of a year beginning with it; `id`: by year and first month.
  private static func whole(
    of days: ClosedRange<Day>, months: Int, id: (Int, Int) -> DutyID.Span
  ) -> [Span] {
    var spans: [Span] = []
    var day = days.lowerBound
    while day <= days.upperBound {
      let (year, month, _) = day.components
      let first = month - (month - 1) % months
      let last = first + months - 1
      guard let start = Day(year: year, month: first, day: 1),
        let end = Day(year: year, month: last, day: Day.length(ofMonth: last, year: year))
      else { break }
      spans.append(Span(id: id(year, first), days: start...end))
      day = end + 1
    }
    return spans
  }
}
