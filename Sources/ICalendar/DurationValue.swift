internal import CLibical

/// How long something takes: whole days on the calendar, then seconds on the clock.
///
/// A day in which clocks change is still one day. Source: RFC 5545 §3.3.6.
struct DurationValue: Hashable, Sendable {
  var days: Int
  var seconds: Int

  /// Nil for what is no duration, and for one of more than about a hundred years.
  init?(_ bytes: ArraySlice<UInt8>) {
    // libical wraps numbers that are too large, and takes a P with nothing after it.
    guard bytes.count <= 32, bytes.contains(where: \.isDigit),
      bytes.split(whereSeparator: { !$0.isDigit }).allSatisfy({ $0.count <= 9 })
    else { return nil }
    let duration = Libical.withCString(bytes) { icaldurationtype_from_string($0) }
    guard icaldurationtype_is_bad_duration(duration) == 0 else { return nil }
    let sign = duration.is_neg == 0 ? 1 : -1
    days = sign * (7 * Int(duration.weeks) + Int(duration.days))
    seconds =
      sign * (3600 * Int(duration.hours) + 60 * Int(duration.minutes) + Int(duration.seconds))
    guard abs(days) <= 36_600, abs(seconds) <= 36_600 * 86_400 else { return nil }
  }

  init(days: Int, seconds: Int) {
    self.days = days
    self.seconds = seconds
  }

  var isNegative: Bool { days < 0 || seconds < 0 }
}
