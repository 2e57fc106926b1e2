internal import Drills

/// Finds the pairs of activities that `after` and `apart` tie together.
///
/// Pairs of fixed activities are left out: what they break among themselves is not counted.
struct LinkBuilder {
  private let agenda: Agenda
  private let activities: Column<ActivityID, CompiledActivity>
  private let agendaRows: Column<ActivityID, Row<Activity>>
  private let overrides: [DutyID: Set<HardRule>]
  /// By requirement and host; an empty list is a host whose activities are cancelled.
  private var members: [[Host: [ActivityID]]]
  private var lists: [[Link]]

  init(
    _ agenda: Agenda, _ circumstances: Circumstances,
    _ activities: Column<ActivityID, CompiledActivity>,
    _ agendaRows: Column<ActivityID, Row<Activity>>
  ) {
    self.agenda = agenda
    self.activities = activities
    self.agendaRows = agendaRows
    overrides = circumstances.overrides
    members = Array(repeating: [:], count: agenda.program.requirements.count)
    lists = Array(repeating: [], count: activities.count)
    for activity in agenda.activities.elements {
      for host in activity.hosts {
        members[Int(activity.requirement.index)][host, default: []] += []
      }
    }
    for id in activities.ids {
      let activity = agenda.activities[agendaRows[id]]
      for host in activity.hosts {
        members[Int(activity.requirement.index)][host, default: []].append(id)
      }
    }
  }

  func links() -> Lists<ActivityID, Link> {
    var builder = self
    for id in activities.ids {
      builder.linkPredecessors(of: id)
      builder.linkOccurrences(of: id)
    }
    return Lists(builder.lists)
  }

  private mutating func linkPredecessors(of later: ActivityID) {
    let activity = agenda.activities[agendaRows[later]]
    let requirement = agenda.requirement(of: activity)
    guard !isOverridden(.order, activity) else { return }
    for predecessor in requirement.predecessors {
      guard let row = agenda.program.requirements.row(of: predecessor.requirement) else { continue }
      let all = Set(activity.hosts.flatMap { predecessors(of: $0, in: row) }).sorted()
      for earlier in all {
        let other = agenda.activities[agendaRows[earlier]]
        guard meet(activity.span, other.span), !isOverridden(.order, other),
          !(activities[later].isFixed && activities[earlier].isFixed)
        else { continue }
        let days = Int32(clamping: predecessor.days)
        lists[later.index].append(Link(other: earlier, days: days, kind: .after))
        lists[earlier.index].append(Link(other: later, days: days, kind: .before))
      }
    }
  }

  /// What recurs follows only what its span overlaps.
  private func meet(_ span: Span?, _ other: Span?) -> Bool {
    guard let span, let other else { return true }
    return span.days.overlaps(other.days)
  }

  /// Those of the same host; else the organizer's, or for the organizer every community's.
  private func predecessors(of host: Host, in requirement: Row<Requirement>) -> [ActivityID] {
    let byHost = members[Int(requirement.index)]
    if let own = byHost[host] { return own }
    guard host == .organizer else { return byHost[.organizer] ?? [] }
    return Set(byHost.values.joined()).sorted()
  }

  private mutating func linkOccurrences(of id: ActivityID) {
    let activity = agenda.activities[agendaRows[id]]
    let apart = agenda.requirement(of: activity).apart
    guard apart > 0, !isOverridden(.apart, activity) else { return }
    let byHost = members[Int(activity.requirement.index)]
    for other in Set(activity.hosts.flatMap { byHost[$0] ?? [] }).sorted()
    where other != id && !isOverridden(.apart, agenda.activities[agendaRows[other]])
      && !(activities[id].isFixed && activities[other].isFixed)
    {
      lists[id.index].append(Link(other: other, days: Int32(clamping: apart), kind: .apart))
    }
  }

  private func isOverridden(_ rule: HardRule, _ activity: Activity) -> Bool {
    overrides[activity.id]?.contains(rule) ?? false
  }
}
