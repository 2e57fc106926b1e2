import Drills

extension EventMaker {
  /// The events of what is published; where a draft waits, private ones that it has elsewhere are shown
  /// as it has them, tentative, and those that it leaves out as they are, tentative.
  ///
  /// What a draft leaves where it is stays confirmed: it is no less certain for it. The public edition
  /// knows of no draft.
  static func events(
    of source: FeedSource, _ draft: FeedSource?
  ) -> [Publication.Key: Event] {
    var events = EventMaker(source).events()
    if source.isDraft { events = events.filter { $0.key.edition == .private } }
    guard var draft else { return events }
    draft.isDraft = true
    let drafted = EventMaker(draft).events().filter { $0.key.edition == .private }
    for (key, event) in drafted where event.state == .draft {
      let event = event.onClock(of: source.program.zone, from: draft.program.zone)
      if events[key]?.isElsewhere(than: event) ?? true { events[key] = event }
    }
    let words = Words(draft.program.language)
    for (key, event) in events
    where key.edition == .private && event.state == .confirmed && drafted[key] == nil {
      events[key]?.state = .draft
      events[key]?.details.append(words.leftOutOfDraft)
    }
    return events
  }
}

extension Event {
  /// Whether somebody who goes by `other` is at a wrong time or place, or somebody else must come.
  fileprivate func isElsewhere(than other: Event) -> Bool {
    state != .done
      && (when != other.when || minutes != other.minutes || venue != other.venue
        || place != other.place || teams != other.teams || attendees != other.attendees)
  }

  /// A draft's clock may be another than that of the feeds it is shown in.
  fileprivate func onClock(of zone: Zone, from former: Zone) -> Event {
    guard zone.identifier != former.identifier, case .hours(let start, let end) = when else {
      return self
    }
    var event = self
    event.when = .hours(
      start: zone.moment(at: former.instant(of: start)),
      end: zone.moment(at: former.instant(of: end)))
    return event
  }
}
