import Drills

/// What is shown and tracked, but not scheduled.
extension EventMaker {
  typealias Add = (Event?, String, Publication.Edition) -> Void

  /// One event over its dates; over more than 31 days one on the first and one on the last.
  func addEvents(of campaign: Campaign, of host: EventHost, to add: Add) {
    let id = "\(host.id)/\(campaign.id)"
    let dates = (campaign.dates ?? DaySet(program.period)).bounds
    guard let dates, source.cancelled[id] == nil else { return }
    var event = Event(
      kind: .campaign, state: state(of: id), language: words.language.rawValue,
      name: campaign.name, when: .days(dates), host: host.party, organizer: organizer)
    event.feeds = host.feeds.filter { !$0.hasPrefix("departments/") }
    event.url = address(campaign.url)
    event.place = campaign.channel == .online || campaign.channel == .both ? words.online : ""
    event.categories = [words.campaign]
    event.details = [
      (words.dates, dates.count > 31 ? words.time(.days(dates)) : ""),
      (words.spread, campaign.to), (words.note, campaign.note), (words.basis, campaign.basis),
    ].filter { !$0.1.isEmpty }.map(words.line)
    var parts = [("campaign", event)]
    if dates.count > 31 {
      var last = event
      last.name = words.ends(campaign.name)
      last.when = .days(dates.upperBound...dates.upperBound)
      event.name = words.begins(campaign.name)
      event.when = .days(dates.lowerBound...dates.lowerBound)
      parts = [("start", event), ("end", last)]
    }
    for (suffix, part) in parts {
      if !host.isDepartment { add(part, "\(id)-\(suffix)", .public) }
      add(part, "\(id)-\(suffix)", .private)
    }
  }

  /// For each occurrence an event and a task, in the private edition.
  func addEvents(of deadline: Deadline, of host: EventHost, to add: Add) {
    for (id, opens, due) in occurrences(of: deadline, of: host) where source.cancelled[id] == nil {
      var event = Event(
        kind: .deadline, state: state(of: id), language: words.language.rawValue,
        name: deadline.name, when: .days(due...due), host: host.party, organizer: organizer)
      event.feeds = host.feeds.filter { !$0.hasPrefix("departments/") }
      event.categories = [words.deadline]
      event.details = [
        (words.handIn, deadline.to),
        (words.wants, deadline.wants.joined(separator: words.listComma)),
        (words.form, deadline.form), (words.note, deadline.note),
      ].filter { !$0.1.isEmpty }.map(words.line)
      add(event, "\(id)-due", .private)

      event.kind = .task
      event.feeds = host.feeds
      // A task that starts on the day that it is due is refused by some clients.
      event.when = .days(min(opens, due + -1)...due)
      event.priority = deadline.form.isEmpty ? 5 : 1
      event.completedAt = source.completions[id].map(doneAt)
      add(event, id, .private)
    }
  }

  /// With the day on which each opens, and by which it is due.
  private func occurrences(
    of deadline: Deadline, of host: EventHost
  ) -> [(id: String, opens: Day, due: Day)] {
    if case .following = deadline.due {
      return (tasksByOwner[host.id] ?? []).filter { $0.deadline == deadline.id }
        .map { ($0.id, $0.due, $0.due) }
    }
    var opens = (deadline.dates ?? DaySet(program.period)).bounds?.lowerBound
    return deadline.nominalDays(in: program.period).map { nominal in
      let due = deadline.dueDay(nominally: nominal, in: program.dayKinds)
      defer { opens = due + 1 }
      return ("\(host.id)/\(deadline.id)/\(nominal)", opens ?? due, due)
    }
  }

  private func state(of id: String) -> Event.State {
    source.completions[id] != nil ? .done : source.isDraft ? .draft : .confirmed
  }

  /// When it was recorded, if that was on the day it was done, else the end of that day.
  private func doneAt(_ completion: Completion) -> Int {
    let midnight = program.zone.instant(of: Moment(day: completion.day + 1, minute: 0))
    return min(completion.recordedAt, midnight - 1)
  }
}
