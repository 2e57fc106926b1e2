internal import Clocks

/// Days and times as spreadsheets keep them: days since an epoch, hours as their fractions.
struct SerialDay {
  private static let secondsOfDay = 86_400
  /// 9999-12-31.
  private static let last = 2_958_465

  let number: Double
  let countsFrom1904: Bool

  /// `2024-06-03`; nothing for a day that there is not, such as the 29 February that Excel gives 1900.
  var date: String? { date(ofDay: Int(number.rounded(.down))) }

  /// `2024-06-03 08:30`, and only the day at midnight.
  func dateAndTime(hasSeconds: Bool) -> String? {
    guard let seconds, let day = date(ofDay: seconds / Self.secondsOfDay) else { return nil }
    let rest = seconds % Self.secondsOfDay
    return rest == 0 ? day : "\(day) \(Self.clock(rest, hasSeconds: hasSeconds))"
  }

  /// `08:30`; a whole day is 24:00, and longer stretches have more hours.
  ///
  /// Of a day that only shows its time, the time.
  func time(hasSeconds: Bool) -> String? {
    guard let seconds else { return nil }
    // Nobody adds up hours beyond a month: what is larger is a day of this century.
    let isDay = seconds >= 31 * Self.secondsOfDay
    return Self.clock(isDay ? seconds % Self.secondsOfDay : seconds, hasSeconds: hasSeconds)
  }

  /// Binary fractions of days are never whole seconds.
  private var seconds: Int? {
    guard number >= 0, number < Double(Self.last + 1) else { return nil }
    return Int((number * Double(Self.secondsOfDay)).rounded())
  }

  private func date(ofDay day: Int) -> String? {
    guard number >= 0, day <= Self.last else { return nil }
    let epoch: Int
    if countsFrom1904 {
      epoch = CalendarDate.dayNumber(year: 1904, month: 1, day: 1)
    } else {
      // Day 60 is 1900-02-29, so that all later ones count one more.
      guard day != 0, day != 60 else { return nil }
      epoch = CalendarDate.dayNumber(year: 1899, month: 12, day: day < 60 ? 31 : 30)
    }
    let date = CalendarDate(dayNumber: epoch + day)
    return "\(date.year)-\(Self.twoDigits(date.month))-\(Self.twoDigits(date.day))"
  }

  private static func clock(_ seconds: Int, hasSeconds: Bool) -> String {
    let minutes = "\(twoDigits(seconds / 3600)):\(twoDigits(seconds / 60 % 60))"
    return hasSeconds ? "\(minutes):\(twoDigits(seconds % 60))" : minutes
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
