import Drills

/// Makes the events of what the plan holds now, as if nothing had ever been told before.
struct EventMaker {
  let source: FeedSource
  let words: Words
  let organizer: Event.Party
  /// Which activities each requirement has, by host.
  let byHost: [HostRequirement: [Activity]]
  /// The hosts of each requirement.
  let hosts: [Row<Requirement>: Set<Host>]
  /// Every task, by whom it is owed.
  let tasksByOwner: [OwnerID: [DueTask]]
  /// The days on which the public knows of something whose hour it must not know.
  let hiddenDays: Set<Day>

  init(_ source: FeedSource) {
    self.source = source
    words = Words(source.program.language)
    organizer = Event.Party(source.program.organizer)
    let activities = source.agenda.activities.elements
    var byHost: [HostRequirement: [Activity]] = [:]
    for activity in activities {
      for host in activity.hosts {
        byHost[HostRequirement(host: host, requirement: activity.requirement), default: []]
          .append(activity)
      }
    }
    self.byHost = byHost
    hosts = Dictionary(grouping: byHost.keys, by: \.requirement).mapValues {
      Set($0.map(\.host))
    }
    let following = source.agenda.tasks(
      following: source.plan, cancelled: Set(source.cancelled.keys),
      held: source.completions.mapValues(\.day))
    tasksByOwner = Dictionary(grouping: source.program.dueTasks + following, by: \.owner)
    hiddenDays = Set(
      activities.compactMap { activity in
        let announcement = source.agenda.requirement(of: activity).announcement
        let telling = source.telling(of: activity.id, announced: announcement, in: .public)
        return telling == .date ? source.plan[activity.id]?.day : nil
      })
  }

  var program: Program { source.program }

  /// By key; of two things with one key the first is told.
  func events() -> [Publication.Key: Event] {
    var events: [Publication.Key: Event] = [:]
    func add(_ event: Event?, _ id: EventID, _ edition: Publication.Edition) {
      let key = Publication.Key(event: id, edition: edition)
      guard var event, events[key] == nil else { return }
      if event.state == .done, event.kind != .task { event.isOver = true }
      events[key] = event
    }
    for activity in source.agenda.activities.elements {
      for edition in Publication.Edition.allCases {
        add(event(of: activity, in: edition), EventID(activity.id), edition)
      }
    }
    for campaign in program.campaigns {
      for host in hosts(of: campaign.audience) {
        addEvents(of: campaign, of: host, to: add)
      }
    }
    for deadline in program.deadlines {
      for host in hosts(of: deadline.audience) {
        addEvents(of: deadline, of: host, to: add)
      }
    }
    return events
  }

  /// Who is meant, in the order organizer, departments, communities.
  private func hosts(of audience: Audience) -> [EventHost] {
    var hosts: [EventHost] = []
    if audience.organizer { hosts.append(organizerHost) }
    if audience.departments {
      hosts += program.departments.elements.map {
        EventHost(id: $0.ownerID, name: $0.name, feeds: [FeedID(.departments, $0.id), .organizer])
      }
    }
    return hosts
      + program.communities.elements.filter(audience.includes).map { EventHost($0) }
  }

  var organizerHost: EventHost {
    EventHost(id: .organizer, name: program.organizer.name, feeds: [.organizer])
  }
}

/// Who holds or owes something, and which feeds tell of it.
struct EventHost {
  let id: OwnerID
  let name: String
  let feeds: [FeedID]

  var party: Event.Party { Event.Party(id: id.text, name: name) }
  /// Whether it is for the office's eyes alone.
  var isDepartment: Bool { feeds.first?.kind == .departments }
}

extension EventHost {
  init(_ community: Community) {
    id = community.ownerID
    name = community.name
    feeds = [FeedID(.areas, community.area), FeedID(.communities, community.id)]
  }
}

struct HostRequirement: Hashable {
  let host: Host
  let requirement: Row<Requirement>
}

extension Event.Party {
  /// Whom ORGANIZER names.
  init(_ organizer: Organizer) {
    self.init(id: mailbox(organizer.email), name: organizer.name)
  }
}

/// The address of a property that must have one.
private func mailbox(_ email: String) -> String {
  let isAddress =
    email.utf8.allSatisfy { (33...126).contains($0) && !"<>\",;:\\".utf8.contains($0) }
    && email.split(separator: "@", omittingEmptySubsequences: false).count == 2
    && !email.hasPrefix("@") && !email.hasSuffix("@")
  return isAddress ? "mailto:\(email)" : "invalid:nomail"
}

/// A web address as it was written, nothing if a calendar could not carry it.
func address(_ url: String) -> String {
  let isAddress =
    url.contains(":") && url.utf8.allSatisfy { $0 > 32 && $0 < 127 && !"<>\"\\".utf8.contains($0) }
  return isAddress ? url : ""
}
