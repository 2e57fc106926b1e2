import Drills

/// The holidays of the People's Republic of China and the weekends made working days for them, as
/// the State Council announced them.
///
/// Source: 国办发明电〔2023〕7号, 国办发明电〔2024〕12号, and the notice for 2026; the files of
/// `calendars/holidays` say the same day by day.
enum StateHolidays {
  static let years = 2024...2026

  static let marks: DayMarks = {
    var marks = DayMarks()
    for (first, last) in off { marks.holidays.formUnion(first.through(last)) }
    for day in work { marks.makeUpWorkdays.formUnion(day.through(day)) }
    return marks
  }()

  /// A date as `2024_02_10`.
  private typealias Number = Int

  private static let off: [(Number, Number)] = [
    (2024_01_01, 2024_01_01), (2024_02_10, 2024_02_17), (2024_04_04, 2024_04_06),
    (2024_05_01, 2024_05_05), (2024_06_10, 2024_06_10), (2024_09_15, 2024_09_17),
    (2024_10_01, 2024_10_07),
    (2025_01_01, 2025_01_01), (2025_01_28, 2025_02_04), (2025_04_04, 2025_04_06),
    (2025_05_01, 2025_05_05), (2025_05_31, 2025_06_02), (2025_10_01, 2025_10_08),
    (2026_01_01, 2026_01_03), (2026_02_15, 2026_02_23), (2026_04_04, 2026_04_06),
    (2026_05_01, 2026_05_05), (2026_06_19, 2026_06_21), (2026_09_25, 2026_09_27),
    (2026_10_01, 2026_10_07),
  ]

  private static let work: [Number] = [
    2024_02_04, 2024_02_18, 2024_04_07, 2024_04_28, 2024_05_11, 2024_09_14, 2024_09_29, 2024_10_12,
    2025_01_26, 2025_02_08, 2025_04_27, 2025_09_28, 2025_10_11,
    2026_01_04, 2026_02_14, 2026_02_28, 2026_05_09, 2026_09_20, 2026_10_10,
  ]
}

extension Int {
  fileprivate func through(_ last: Int) -> [Day] {
    guard
      let first = Day(year: self / 10_000, month: self / 100 % 100, day: self % 100),
      let last = Day(year: last / 10_000, month: last / 100 % 100, day: last % 100)
    else { return [] }
    return Array(first...last)
  }
}
