import Clocks

/// The plan's time zone: local clock to instants and back.
package struct Zone: Sendable {
  /// The IANA name.
  package let identifier: String
  private let table: ZoneTable

  /// Nothing if the system knows no such zone.
  package init?(_ identifier: String) {
    guard identifier.contains("/") || identifier == "UTC", let table = ZoneTable(id: identifier)
    else { return nil }
    self.identifier = identifier
    self.table = table
  }

  /// Seconds east of UTC.
  package func offsetSeconds(at instant: Instant) -> Int { table.offset(at: instant.seconds) }

  /// The instant of a local time: of a time that comes twice the first, of one that is left out as if the
  /// clocks had not been put on.
  package func instant(of moment: Moment) -> Instant {
    let naive = Instant(minutes: moment.minutes)
    let before = offsetSeconds(at: naive + -86_400)
    let after = offsetSeconds(at: naive + 86_400)
    let isAfter = before != after && offsetSeconds(at: naive + -before) != before
    // The new time holds only if the clocks show it after they were put on it.
    guard isAfter, offsetSeconds(at: naive + -after) == after else { return naive + -before }
    return naive + -after
  }

  /// What clocks show so many minutes after a local time.
  package func moment(_ minutes: Minute, after moment: Moment) -> Moment {
    self.moment(at: instant(of: moment).adding(minutes: minutes))
  }

  /// From a local time on for so many minutes, as clocks show it, since midnight of its day.
  package func hours(from moment: Moment, for length: Minute) -> HourRange {
    HourRange(
      start: moment.minute,
      end: self.moment(length, after: moment).minutes - Moment(day: moment.day, minute: 0).minutes)
  }

  /// The local time of an instant, rounded up to the minute.
  package func moment(at instant: Instant) -> Moment {
    Moment(minutes: (instant + offsetSeconds(at: instant)).minutesRoundedUp)
  }

  /// RFC 3339 with offset, as `2024-06-12T09:00:00+08:00`.
  package func timestamp(of moment: Moment) -> String {
    timestamp(at: instant(of: moment))
  }

  package func timestamp(at instant: Instant) -> String {
    let offset = offsetSeconds(at: instant)
    let local = instant + offset
    let moment = Moment(minutes: local.minutes)
    let second = local - Instant(minutes: local.minutes)
    let sign = offset < 0 ? "-" : "+"
    return "\(moment):\(padded(second, to: 2))\(sign)\(clock(abs(offset) / 60))"
  }
}

extension Zone: Hashable {
  package static func == (lhs: Zone, rhs: Zone) -> Bool { lhs.identifier == rhs.identifier }

  package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}
