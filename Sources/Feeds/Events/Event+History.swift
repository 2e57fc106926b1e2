import Drills

/// How many days something called off stays in the feeds.
private let daysShown = 30

extension Event {
  /// This event as it is told to those who were told `previous`.
  func following(_ previous: Event, on today: Day, why: String) -> Event {
    guard previous.state != .draft else { return self }
    var event = self
    event.moved = previous.moved
    if kind == .task {
      // It may open earlier or later without a word.
      if when.lastDay != previous.when.lastDay {
        event.moved = Move(from: .days(previous.when.lastDay...previous.when.lastDay), why: why)
      }
    } else if when.isMoved(from: previous.when) {
      event.moved = Move(from: previous.when, why: why)
    }
    if isWithheld, let move = event.moved { event.moved?.from = move.from.daysAlone }
    event.left = previous.left
    for feed in previous.feeds where !feeds.contains(feed) {
      event.left[feed] = WrittenDay(today)
    }
    for feed in feeds { event.left[feed] = nil }
    return event
  }

  /// This event as called off; what was called off before keeps its day.
  func calledOff(on today: Day, why: String) -> Event {
    var event = self
    event.state = .cancelled
    let earlier = why.isEmpty ? cancelled?.why ?? "" : why
    event.cancelled = Cancellation(on: cancelled?.on ?? WrittenDay(today), why: earlier)
    event.outcome = []
    event.completedAt = nil
    return event
  }

  /// This event as done, though the plan knows it no more.
  func held(_ completion: Completion) -> Event {
    guard state != .done else { return self }
    var event = self
    event.state = .done
    event.cancelled = nil
    if kind == .task { event.completedAt = completion.recordedAt }
    return event
  }

  /// Without the hour and the teams that an earlier edition may have told.
  var withheld: Event {
    guard !isWithheld else { return self }
    var event = self
    event.isWithheld = true
    event.when = when.daysAlone
    event.teams = []
    event.seal?.opening = nil
    event.outcome = []
    if let move = moved { event.moved?.from = move.from.daysAlone }
    return event
  }

  /// What may remain of an event that the public must not know any more: that a day is free again.
  var erased: Event {
    Event(
      kind: kind, state: state, language: language, name: "", when: when.daysAlone,
      isWithheld: true, host: host, feeds: feeds, left: left, organizer: organizer,
      cancelled: cancelled)
  }

  /// Whether feeds still show it.
  func isShown(on today: Day) -> Bool {
    guard state == .cancelled, let cancelled else { return true }
    return today <= max(when.lastDay, cancelled.on.day) + daysShown
  }

  /// The feeds that it left not long ago, where it is shown as called off.
  func feedsLeft(on today: Day) -> [String] {
    left.filter { today <= max(when.lastDay, $0.value.day) + daysShown }.keys.sorted()
  }

  /// As the feeds that it left show it.
  func calledOff(in feed: String) -> Event {
    var event = self
    guard state != .cancelled, let day = left[feed] else { return self }
    event.state = .cancelled
    let words = Words(Language(rawValue: language) ?? .chinese)
    event.cancelled = Cancellation(on: day, why: words.leftFeed)
    return event
  }
}
