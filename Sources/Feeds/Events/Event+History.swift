import Drills

/// How many days something called off stays in the feeds.
private let daysShown = 30

extension Event {
  /// This event as it is told to those who were told `previous`.
  func following(_ previous: Event, on today: Day, why: String) -> Event {
    guard let told = previous.toldForSure else { return self }
    var event = self
    if state == .draft { event.told = told }
    event.moved = told.moved
    if kind == .task {
      // It may open earlier or later without a word.
      if when.lastDay != told.when.lastDay {
        event.moved = Move(from: .days(told.when.lastDay...told.when.lastDay), why: why)
      }
    } else if state != .done, isMoved(from: told.when) {
      event.moved = Move(from: told.when, why: why)
    }
    if isWithheld, let move = event.moved {
      event.moved = Move(from: move.from.daysAlone, why: move.why)
    }
    event.left = previous.left
    for feed in previous.feeds where !feeds.contains(feed) {
      event.left[feed] = WrittenDay(today)
    }
    for feed in feeds { event.left[feed] = nil }
    return event
  }

  /// What people go by; nothing of what was never more than a draft.
  private var toldForSure: Told? {
    state == .draft ? told : Told(when: planned ?? when, moved: moved)
  }

  /// Whether somebody who comes at `old` comes at a wrong time, as far as this edition tells.
  private func isMoved(from old: When) -> Bool {
    // Muster 1.0 gave a hidden drill past midnight both its days.
    isWithheld ? when.start.day != old.start.day : when.isMoved(from: old)
  }

  /// This event on the plan's clock, told as moved from another if it was told on that.
  ///
  /// Every hour stands where it stood on the clock, and so elsewhere in the world. Of what was told
  /// without the name of its clock the last plan knows it: `former`, or the same.
  func onClock(of zone: Zone, after previous: Event, on former: Zone?) -> Event {
    var event = self
    event.zone = previous.zone
    let before = previous.zone ?? former?.identifier ?? zone.identifier
    guard before != zone.identifier, case .hours = when else { return event }
    event.zone = zone.identifier
    if case .hours = previous.when, state == .draft || state == .confirmed {
      let why = moved?.from == previous.when ? moved?.why : nil
      event.moved = Move(from: previous.when, why: why ?? "", zone: before)
    }
    return event
  }

  /// This event as called off; what was called off before keeps its day.
  func calledOff(on today: Day, why: String) -> Event {
    var event = self
    event.state = .cancelled
    event.when = toldForSure?.when ?? when
    event.moved = state == .draft ? told?.moved : moved
    event.told = nil
    event.planned = nil
    let earlier = why.isEmpty ? cancelled?.why ?? "" : why
    event.cancelled = Cancellation(on: cancelled?.on ?? WrittenDay(today), why: earlier)
    event.outcome = []
    event.completedAt = nil
    return event
  }

  /// This event as done, though the plan knows it no more.
  func held(_ completion: Completion) -> Event {
    var event = self
    event.state = .done
    event.told = nil
    event.cancelled = nil
    switch kind {
    case .task: event.completedAt = state == .done ? completedAt : completion.recordedAt
    case .campaign, .deadline: event.isOver = true
    case .activity:
      event.isOver = true
      // It was of the planned hour.
      event.minutes = nil
      let planned = toldForSure?.when ?? when
      event.when = When(held: completion, planned: planned, length: when.length)
      event.planned = planned.isMoved(from: event.when) ? planned : nil
      if case .hours = event.when { event.isWithheld = false }
    }
    return event
  }

  /// Without the hour, and without all that it follows from: teams, rules overridden for it.
  var withheld: Event {
    var event = self
    event.isWithheld = true
    event.when = when.daysAlone
    event.minutes = nil
    event.teams = []
    event.seal?.opening = nil
    event.overrides = nil
    event.outcome = []
    event.planned = nil
    if let move = moved { event.moved?.from = move.from.daysAlone }
    event.moved?.zone = nil
    return event
  }

  /// What may remain of an event that the public must not know any more: that a day is free again.
  ///
  /// It stays as it is, to the byte, until the public may know of the activity again.
  var erased: Event {
    Event(
      kind: kind, state: state, language: language, name: "", when: when.daysAlone,
      isWithheld: true, host: host, feeds: feeds, left: left, organizer: organizer,
      cancelled: cancelled)
  }

  /// Whether it is what remains of one that the public must not know; everything else has a name.
  var isErased: Bool { state == .cancelled && isWithheld && name.isEmpty }

  /// Whether feeds still show it.
  func isShown(on today: Day) -> Bool {
    guard state == .cancelled, let cancelled else { return true }
    return today <= max(when.lastDay, cancelled.on.day) + daysShown
  }

  /// The feeds that it left not long ago, where it is shown as called off.
  func feedsLeft(on today: Day) -> [FeedID] {
    left.filter { today <= max(when.lastDay, $0.value.day) + daysShown }.keys.sorted()
  }

  /// As the feeds that it left show it.
  func calledOff(in feed: FeedID) -> Event {
    var event = self
    guard state != .cancelled, let day = left[feed] else { return self }
    event.state = .cancelled
    let words = Words(Language(rawValue: language) ?? .chinese)
    event.cancelled = Cancellation(on: day, why: words.leftFeed)
    return event
  }
}
