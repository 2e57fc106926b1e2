import Drills
import ICalendar
import SourceText

/// Puts together what several sources say of days, and warns of what is likely a mistake.
struct HolidaySources {
  /// Far more than the state makes free: a calendar of festivals.
  private static let mostWeekdaysOff = 40

  private(set) var dayKinds = DayKinds()
  let window: ClosedRange<Day>
  private let findings: Findings

  init(_ findings: Findings, within window: ClosedRange<Day>) {
    self.findings = findings
    self.window = window
  }

  /// - Parameters:
  ///   - position: where plan.yaml asks for them.
  ///   - days: the plan's, each year of which is missed if it lacks its notice.
  mutating func addStateHolidays(at position: SourcePosition, for days: ClosedRange<Day>) {
    let marks = StateHolidays.marks
    dayKinds.holidays.formUnion(marks.holidays.filter(window.contains))
    dayKinds.makeUpWorkdays.formUnion(marks.makeUpWorkdays.filter(window.contains))
    let years = days.lowerBound.components.year...days.upperBound.components.year
    for year in years where !StateHolidays.years.contains(year) {
      findings.warn(of: .noStateHolidays(year: year), at: position)
    }
  }

  mutating func add(_ events: [ImportedEvent], of file: String) {
    func place(_ line: Int?) -> SourcePosition { SourcePosition(file: file, line: line ?? 1) }
    let marks = DayMarks(events, within: window) { event in
      findings.warn(of: .timedHoliday(event.summary), at: place(event.line))
    }
    let own = DayKinds(holidays: marks.holidays, makeUpWorkdays: marks.makeUpWorkdays)
    for day in marks.makeUpWorkdays.sorted() where !day.weekday.isWeekend {
      if !marks.holidays.contains(day) {
        findings.warn(of: .makeUpOnWorkday(day), at: place(marks.lines[day]))
      }
    }
    for day in marks.holidays.sorted()
    where day.weekday.isWeekend && own.isHoliday(day) && !isCovered(day) {
      findings.warn(of: .holidayOnWeekend(day), at: place(marks.lines[day]))
    }
    warnOfFestivals(own, place(1))
    warnOfDisagreement(own) { place(marks.lines[$0]) }
    dayKinds.holidays.formUnion(marks.holidays)
    dayKinds.makeUpWorkdays.formUnion(marks.makeUpWorkdays)
  }

  /// Whether the state's holidays reach the weekend day, or nobody knows those of its year.
  ///
  /// A weekend that touches a holiday is told as a part of it.
  private func isCovered(_ day: Day) -> Bool {
    let state = StateHolidays.marks
    guard StateHolidays.years.contains(day.components.year) else { return true }
    guard !state.makeUpWorkdays.contains(day) else { return false }
    for step in [-1, 1] {
      var next = day
      while !state.holidays.contains(next), next.weekday.isWeekend { next = next + step }
      if state.holidays.contains(next) { return true }
    }
    return false
  }

  private func warnOfFestivals(_ own: DayKinds, _ position: SourcePosition) {
    var counts: [Int: Int] = [:]
    for day in own.holidays where !day.weekday.isWeekend && own.isHoliday(day) {
      counts[day.components.year, default: 0] += 1
    }
    let worst = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    if let worst, worst.value > Self.mostWeekdaysOff {
      findings.warn(of: .tooManyHolidays(worst.value, year: worst.key), at: position)
    }
  }

  private func warnOfDisagreement(_ own: DayKinds, _ place: (Day) -> SourcePosition) {
    let split = own.holidays.filter { own.isHoliday($0) && dayKinds.makeUpWorkdays.contains($0) }
      .union(own.makeUpWorkdays.filter { dayKinds.isHoliday($0) })
    for day in split.sorted() { findings.warn(of: .calendarsDisagree(day), at: place(day)) }
  }
}
