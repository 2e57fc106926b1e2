import Drills

/// What is shown and tracked, but not scheduled.
extension EventMaker {
  typealias Add = (Event?, EventID, Publication.Edition) -> Void

  /// One event over its dates; over more than 31 days one on the first and one on the last.
  func addEvents(of campaign: Campaign, of host: EventHost, to add: Add) {
    let id = DutyID(owner: host.id, rule: campaign.id)
    let dates = (campaign.dates ?? DaySet(program.period)).bounds
    guard let dates, source.cancelled[id] == nil else { return }
    var event = Event(
      kind: .campaign, state: state(of: id), language: words.language.rawValue,
      name: campaign.name, when: .days(dates), host: host.party, organizer: organizer)
    event.feeds = host.feeds.filter { $0.kind != .departments }
    event.url = address(campaign.url)
    event.place = campaign.channel == .online || campaign.channel == .both ? words.online : ""
    event.categories = [words.campaign]
    event.details = [
      (words.dates, dates.count > 31 ? words.time(.days(dates)) : ""),
      (words.spread, campaign.to), (words.note, campaign.note), (words.basis, campaign.basis),
    ].filter { !$0.1.isEmpty }.map(words.line)
    var parts = [(EventID.Part.campaign, event)]
    if dates.count > 31 {
      var last = event
      last.name = words.ends(campaign.name)
      last.when = .days(dates.upperBound...dates.upperBound)
      event.name = words.begins(campaign.name)
      event.when = .days(dates.lowerBound...dates.lowerBound)
      parts = [(.start, event), (.end, last)]
    }
    for (part, event) in parts {
      if !host.isDepartment { add(event, EventID(part, of: id), .public) }
      add(event, EventID(part, of: id), .private)
    }
  }

  /// For each occurrence an event and a task, in the private edition.
  func addEvents(of deadline: Deadline, of host: EventHost, to add: Add) {
    for task in tasksByOwner[host.id] ?? []
    where task.deadline == deadline.id && source.cancelled[task.id] == nil {
      let (id, due) = (task.id, task.due)
      var event = Event(
        kind: .deadline, state: state(of: id), language: words.language.rawValue,
        name: deadline.name, when: .days(due...due), host: host.party, organizer: organizer)
      event.feeds = host.feeds.filter { $0.kind != .departments }
      event.categories = [words.deadline]
      event.details = [
        (words.handIn, deadline.to),
        (words.wants, deadline.wants.joined(separator: words.listComma)),
        (words.form, deadline.form), (words.note, deadline.note),
      ].filter { !$0.1.isEmpty }.map(words.line)
      add(event, EventID(.due, of: id), .private)

      event.kind = .task
      event.feeds = host.feeds
      // A task that starts on the day that it is due is refused by some clients.
      event.when = .days(min(task.opens, due + -1)...due)
      event.priority = deadline.form.isEmpty ? 5 : 1
      event.completedAt = source.completions[id].map(doneAt)
      add(event, EventID(id), .private)
    }
  }

  private func state(of id: DutyID) -> Event.State {
    source.completions[id] != nil ? .done : source.isDraft ? .draft : .confirmed
  }

  /// When it was recorded, if that was on the day it was done, else the end of that day.
  private func doneAt(_ completion: Completion) -> Instant {
    let midnight = program.zone.instant(of: Moment(day: completion.day + 1, minute: 0))
    return min(completion.recordedAt, midnight + -1)
  }
}
