import Drills

/// Times as HTTP writes them.
///
/// Source: RFC 9110 §5.6.7.
enum HTTPDate {
  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// As `Wed, 12 Jun 2024 01:00:00 GMT`.
  static func text(of instant: Instant) -> String {
    let day = Day(number: Int32(instant.dayNumber))
    let (year, month, number) = day.components
    let second = instant.seconds - instant.dayNumber * 86_400
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }
    return "\(days[day.weekday.index]), \(padded(number, to: 2)) \(months[month - 1]) "
      + "\(padded(year, to: 4)) \(clock.joined(separator: ":")) GMT"
  }

  /// Of all three ways to write it; nothing for anything else.
  static func instant(_ text: String) -> Instant? {
    var parts = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
    guard parts.count >= 5 else { return nil }
    // The C library's way has no zone and the year last.
    if parts[1].first?.isLetter ?? false {
      guard parts.count == 5 else { return nil }
      parts = [parts[0], parts[2], parts[1], parts[4], parts[3], "GMT"]
    }
    guard parts.count == 6, parts[5] == "GMT" || parts[5] == "UTC",
      let number = Int(parts[1]), let month = months.firstIndex(of: parts[2]),
      var year = Int(parts[3])
    else { return nil }
    if parts[3].count == 2 { year += year < 70 ? 2000 : 1900 }
    let clock = parts[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, clock[0] < 24, clock[1] < 60, clock[2] < 61,
      clock.allSatisfy({ $0 >= 0 }), (1970...9999).contains(year),
      let day = Day(year: year, month: month + 1, day: number)
    else { return nil }
    return Instant(minutes: Moment(day: day, minute: clock[0] * 60 + clock[1]).minutes) + clock[2]
  }
}
