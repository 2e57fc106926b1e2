internal import Foundation

/// The plan's time zone: local clock to instants and back.
package struct Zone: Hashable, Sendable {
  /// The IANA name.
  package let identifier: String
  private let zone: TimeZone

  /// Nothing if the system knows no such zone.
  package init?(_ identifier: String) {
    guard identifier.contains("/") || identifier == "UTC",
      let zone = TimeZone(identifier: identifier)
    else { return nil }
    self.identifier = identifier
    self.zone = zone
  }

  /// Seconds east of UTC at an instant, itself in seconds since 1970-01-01T00:00:00Z.
  package func offsetSeconds(at instant: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
  }

  /// The instant of a local time, in seconds since 1970; in a gap, as if the clock had not jumped.
  package func instant(of moment: Moment) -> Int {
    let naive = moment.minutes * 60
    let first = naive - offsetSeconds(at: naive)
    return naive - offsetSeconds(at: first)
  }

  /// The local time of an instant, rounded up to the minute.
  package func moment(at instant: Int) -> Moment {
    Moment(minutes: -floorDivide(-(instant + offsetSeconds(at: instant)), by: 60))
  }

  /// RFC 3339 with offset, as `2024-06-12T09:00:00+08:00`.
  package func timestamp(of moment: Moment) -> String {
    timestamp(at: instant(of: moment))
  }

  package func timestamp(at instant: Int) -> String {
    let offset = offsetSeconds(at: instant)
    let local = instant + offset
    let moment = Moment(minutes: floorDivide(local, by: 60))
    let second = local - moment.minutes * 60
    let sign = offset < 0 ? "-" : "+"
    return "\(moment):\(padded(second, to: 2))\(sign)\(clock(abs(offset) / 60))"
  }
}

/// Reads an ISO 8601 time with its offset, such as `2024-06-03T08:00+08:00` or `…Z`.
///
/// - Returns: Seconds since 1970-01-01T00:00:00Z, or nothing if the text is no such time.
package func instant(iso8601 text: String) -> Int? {
  let pattern =
    #/(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|z|[+-]\d{2}:?\d{2})/#
  guard let match = text.wholeMatch(of: pattern), let day = Day(String(match.1)),
    let hour = Int(match.2), let minute = Int(match.3), let second = Int(match.4 ?? "0"),
    hour < 24, minute < 60, second < 60
  else { return nil }
  var offset = 0
  if match.5.lowercased() != "z" {
    let digits = match.5.dropFirst().filter(\.isNumber)
    guard let value = Int(digits), value % 100 < 60 else { return nil }
    offset = (value / 100 * 60 + value % 100) * 60 * (match.5.first == "-" ? -1 : 1)
  }
  return Moment(day: day, minute: hour * 60 + minute).minutes * 60 + second - offset
}
