/// When something is out.
///
/// It applies to an activity when every scope that it names fits.
package struct Closure: Hashable, Sendable {
  /// Communities and the organizer.
  package var communities: Set<OwnerID> = []
  package var areas: Set<String> = []
  package var kinds: Set<Community.Kind> = []
  package var venues: Set<String> = []
  package var teams: Set<String> = []
  package var requirements: Set<String> = []
  /// Nothing: every day.
  package var dates: DaySet?
  /// Empty: the whole day.
  package var hours: [HourRange] = []
  package var reason = ""

  package init() {}

  /// Whether it closes any of `range` on `day`; all-day activities test the day alone.
  package func closes(_ range: HourRange, on day: Day, allDay: Bool) -> Bool {
    guard dates?.contains(day) ?? true else { return false }
    return allDay || hours.isEmpty || hours.contains { $0.overlaps(range) }
  }
}
