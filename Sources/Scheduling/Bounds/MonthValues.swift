/// What each slot of a month costs, as a month solver reads it.
///
/// Written one after the other, in the months' own order: the slots of a day, then ``endDay()``.
struct MonthValues: Sendable {
  /// By slot of the month.
  private(set) var ofSlots: [Int64]
  /// The least of a day's slots, by option of the month; what has none that can be chosen is
  /// ``MonthSolver/forbidden``.
  private(set) var ofOptions: [Int64]
  private var slot = 0
  private var option = 0
  private var least = MonthSolver.forbidden

  init(_ months: Months) {
    ofSlots = Array(repeating: 0, count: months.mostSlots)
    ofOptions = Array(repeating: 0, count: months.mostOptions)
  }

  /// Begins with the first slot of another month.
  mutating func begin() { (slot, option, least) = (0, 0, MonthSolver.forbidden) }

  mutating func append(_ value: Int64) {
    ofSlots[slot] = value
    least = min(least, value)
    slot += 1
  }

  mutating func endDay() {
    ofOptions[option] = least
    option += 1
    least = MonthSolver.forbidden
  }
}
