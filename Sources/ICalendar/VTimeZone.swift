import Clocks

/// The VTIMEZONE that our feeds carry, as small as clients allow.
package enum VTimeZone {
  /// A VTIMEZONE for an IANA zone that is right in the years given.
  ///
  /// A zone that keeps one offset all through has one STANDARD; one that changes clocks by the same
  /// rule each year has two rules; any other has the changes one by one.
  ///
  /// - Throws: `noTimeZoneData` or `noSuchZone`.
  package static func component(
    for id: String, years: ClosedRange<Int>
  ) throws(ICalendarError) -> Component {
    let zone = try ZoneTable.named(id)
    return Component("VTIMEZONE", [Property("TZID", .text(id))], observances(of: zone, in: years))
  }

  private static func observances(of zone: ZoneTable, in years: ClosedRange<Int>) -> [Component] {
    // A year earlier, so that the rule already holds on the first day.
    let covered = (years.lowerBound - 1)...years.upperBound
    let changes = zone.changes(in: covered)
    guard let first = changes.first else {
      let start = CalendarDate.dayNumber(year: years.lowerBound, month: 1, day: 1) * 86_400
      return [observance(constant: zone.localTime(at: start))]
    }
    if let rule = zone.rule, rule.isSayable,
      changes.map(\.instant) == covered.flatMap(rule.instants).sorted(),
      changes.allSatisfy({ $0.after == rule.localTime(at: $0.instant) })
    {
      return changes.prefix(2).map { change in
        let day = change.after == rule.daylight ? rule.start : rule.end
        return observance(change, [Property("RRULE", .rule(day.recurrence))])
      }
    }
    // The same change in several years is one observance with all its dates.
    var kinds: [[ZoneTable.Change]] = []
    for change in changes {
      if let same = kinds.firstIndex(where: {
        $0[0].before == change.before && $0[0].after == change.after
      }) {
        kinds[same].append(change)
      } else {
        kinds.append([change])
      }
    }
    return [observance(constant: first.before)]
      + kinds.map { same in
        observance(
          same[0], same.dropFirst().map { Property("RDATE", .dateTime($0.local)) })
      }
  }

  private static func observance(constant time: ZoneTable.LocalTime) -> Component {
    let epoch = CalendarTime(seconds: 0)
    return observance(from: time, to: time, start: epoch, [])
  }

  private static func observance(_ change: ZoneTable.Change, _ repeats: [Property]) -> Component {
    observance(from: change.before, to: change.after, start: change.local, repeats)
  }

  private static func observance(
    from before: ZoneTable.LocalTime, to after: ZoneTable.LocalTime, start: CalendarTime,
    _ repeats: [Property]
  ) -> Component {
    Component(
      after.isDaylight ? "DAYLIGHT" : "STANDARD",
      [
        Property("DTSTART", .dateTime(start)),
        Property("TZOFFSETFROM", .utcOffset(seconds: before.offset)),
        Property("TZOFFSETTO", .utcOffset(seconds: after.offset)),
        Property("TZNAME", .text(after.name)),
      ] + repeats)
  }
}

extension ZoneTable.Change {
  /// The time on the clock that is about to be changed, as a VTIMEZONE wants it.
  fileprivate var local: CalendarTime { CalendarTime(seconds: instant + before.offset) }
}

extension DaylightRule {
  /// Whether both changes fall on the weekday itself, so that an RRULE can say them.
  fileprivate var isSayable: Bool {
    (0..<86_400).contains(start.seconds) && (0..<86_400).contains(end.seconds)
  }
}

extension DaylightRule.Day {
  fileprivate var recurrence: String {
    let name = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"][weekday]
    return "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(week == 5 ? -1 : week)\(name)"
  }
}
