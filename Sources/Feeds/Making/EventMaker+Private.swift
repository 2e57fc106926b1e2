import Drills

extension EventMaker {
  /// Who answers for it, who must be told, and what the public does not know.
  func addPrivateParts(
    to event: inout Event, of activity: Activity, _ requirement: Requirement, _ venue: Venue?,
    _ placement: Placement?
  ) {
    event.contacts = contacts(of: activity, venue, placement)
    let outside = source.telling(
      of: activity.id, announced: requirement.announcement, in: .public)
    if outside != .everything {
      event.details.append(
        requirement.announcement == .internal ? words.hiddenOutside : words.dateAloneOutside)
    }
    guard let day = placement?.day, event.state != .done else { return }
    event.details += requirement.notices.map { notice in
      words.notice(
        to: notice.to, workdays: notice.workdays, by: lastDay(of: notice, before: day))
    }
  }

  private func contacts(of activity: Activity, _ venue: Venue?, _ placement: Placement?)
    -> [String]
  {
    var contacts: [String] = []
    func add(_ party: String, _ contact: Contact?) {
      let words = [contact?.name ?? "", contact?.phone ?? ""].filter { !$0.isEmpty }
      if !words.isEmpty { contacts.append(([party] + words).joined(separator: " ")) }
    }
    if let community = activity.host.community.map({ program.communities[$0] }) {
      add(community.name, community.contact)
    } else {
      let organizer = program.organizer
      add(organizer.name, Contact(name: organizer.office, phone: organizer.phone))
    }
    if let venue { add(venue.name, venue.contact) }
    for (_, id) in (placement?.teams ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let team = program.teams[id] else { continue }
      add(team.name, team.contact)
    }
    return contacts
  }

  /// The last day from which the notice's working days still lie before `day`.
  private func lastDay(of notice: NoticeRule, before day: Day) -> Day {
    var last = day + -1
    var between = 0
    while between < notice.workdays, day - last < 1000 {
      if program.dayKinds.isWorkday(last) { between += 1 }
      last = last + -1
    }
    return last
  }
}
