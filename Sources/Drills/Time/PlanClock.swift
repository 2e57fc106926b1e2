import Clocks

/// The clock of a plan's zone over some days, so that asking it costs next to nothing.
///
/// Activities last as long as they last: what clocks show at their ends follows from that, also
/// where the clocks change in between. Most zones and months have no change, and then all is plain
/// arithmetic.
package struct PlanClock: Sendable {
  /// The clocks are put on another time.
  private struct Change {
    let instant: Instant
    /// Seconds east of UTC.
    let before: Int
    let after: Int
  }

  private let zone: Zone
  private let days: ClosedRange<Day>
  /// Seconds east of UTC when the first day begins.
  private let offset: Int
  /// In order.
  private let changes: [Change]

  /// `days`: those that are asked about; of others the zone is asked, which takes longer.
  package init(_ zone: Zone, over days: ClosedRange<Day>) {
    self.zone = zone
    // Times of the last day may end, and teams return, on the days after it.
    self.days = days.lowerBound + -2...days.upperBound + 4
    let midnights = self.days.map { zone.instant(of: Moment(day: $0, minute: 0)) }
    let offsets = midnights.map(zone.offsetSeconds)
    offset = offsets.first ?? 0
    var changes: [Change] = []
    for index in midnights.indices.dropFirst() where offsets[index] != offsets[index - 1] {
      var (early, late) = (midnights[index - 1], midnights[index])
      while late - early > 1 {
        let middle = early + (late - early) / 2
        if zone.offsetSeconds(at: middle) == offsets[index - 1] {
          early = middle
        } else {
          late = middle
        }
      }
      changes.append(Change(instant: late, before: offsets[index - 1], after: offsets[index]))
    }
    self.changes = changes
  }

  /// By how many minutes clocks are put on or back on these days, each amount once.
  package var shifts: [Minute] { Set(changes.map { abs($0.after - $0.before) / 60 }).sorted() }

  /// Whether the day is as long as any other.
  package func isEven(_ day: Day) -> Bool {
    guard days.contains(day) else {
      return minutes(of: Moment(day: day + 1, minute: 0)) - minutes(of: Moment(day: day, minute: 0))
        == 1440
    }
    return changes.isEmpty
      || !changes.contains { change in
        let first = Moment(minutes: (change.instant + change.before).minutes).day
        let second = Moment(minutes: (change.instant + change.after).minutes).day
        return day == first || day == second
      }
  }

  /// The instant of a local time: of a time that comes twice the first, of one that is left out as if the
  /// clocks had not been put on.
  package func instant(of moment: Moment) -> Instant {
    let local = Instant(minutes: moment.minutes)
    guard days.contains(moment.day) else { return zone.instant(of: moment) }
    for change in changes {
      let instant = local + -change.before
      if instant < change.instant { return instant }
      // Left out: after the change by the old time, before it by the new one.
      if local + -change.after < change.instant { return instant }
    }
    return local + -(changes.last?.after ?? offset)
  }

  /// The same in minutes, on which equal times are equally long whatever clocks show.
  package func minutes(of moment: Moment) -> Int { instant(of: moment).minutes }

  /// What clocks show at an instant, in minutes since 1970.
  package func moment(atMinutes minutes: Int) -> Moment {
    let instant = Instant(minutes: minutes)
    var offset = offset
    for change in changes where change.instant <= instant { offset = change.after }
    let moment = Moment(minutes: (instant + offset).minutes)
    return days.contains(moment.day) ? moment : zone.moment(at: instant)
  }

  /// Whether clocks show this time at all.
  package func shows(_ moment: Moment) -> Bool {
    self.moment(atMinutes: minutes(of: moment)) == moment
  }

  /// All that clocks show from a time on for so many minutes, since midnight of its day: from the
  /// earliest to the latest, should they be put back meanwhile; at least a minute.
  package func hours(from moment: Moment, for length: Minute) -> HourRange {
    let start = moment.minute
    let first = instant(of: moment)
    let last = first.adding(minutes: length)
    let midnight = Moment(day: moment.day, minute: 0).minutes
    // What the last of these minutes shows: its end may be a time that clocks leave out.
    let end = self.moment(atMinutes: last.minutes - 1).minutes + 1
    var range = HourRange(start: start, end: end - midnight)
    for change in changes
    where change.after < change.before && first < change.instant && change.instant < last {
      range.start = min(
        range.start, (change.instant + change.after).minutes - midnight)
      range.end = max(range.end, (change.instant + change.before).minutes - midnight)
    }
    return range
  }
}

extension Agenda {
  /// The minute, as ``PlanClock`` counts them, in which an activity ends; midnight if it is all-day.
  package func end(of placement: Placement, for requirement: Requirement) -> Int {
    requirement.isAllDay
      ? clock.minutes(of: Moment(day: placement.day + 1, minute: 0))
      : clock.minutes(of: placement.moment) + requirement.length
  }

  /// All that clocks show during an activity, on its day.
  package func hours(of placement: Placement, for requirement: Requirement) -> HourRange {
    requirement.isAllDay
      ? .wholeDay : clock.hours(from: placement.moment, for: requirement.length)
  }
}

extension Program {
  /// The days on which anything could be held.
  package var heldDays: ClosedRange<Day> {
    requirements.elements.compactMap { $0.dates?.bounds }.reduce(period) { days, more in
      min(days.lowerBound, more.lowerBound)...max(days.upperBound, more.upperBound)
    }
  }
}
