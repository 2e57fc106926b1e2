internal import Drills

/// Finds the pairs of activities that `after` and `apart` tie together.
///
/// Pairs of fixed activities are left out: what they break among themselves is not counted.
struct LinkBuilder {
  private let agenda: Agenda
  private let activities: Column<ActivityID, CompiledActivity>
  private let agendaRows: Column<ActivityID, Row<Activity>>
  private let overrides: [String: Set<HardRule>]
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
      members[Int(activity.requirement.index)][activity.host, default: []] += []
    }
    for id in activities.ids {
      let activity = agenda.activities[agendaRows[id]]
      members[Int(activity.requirement.index)][activity.host, default: []].append(id)
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
      let bothWeekly = requirement.isWeekly && agenda.program.requirements[row].isWeekly
      for earlier in predecessors(of: activity.host, in: row) {
        let other = agenda.activities[agendaRows[earlier]]
        guard !bothWeekly || other.week == activity.week, !isOverridden(.order, other),
          !(activities[later].isFixed && activities[earlier].isFixed)
        else { continue }
        let days = Int32(clamping: predecessor.days)
        lists[later.index].append(Link(other: earlier, days: days, kind: .after))
        lists[earlier.index].append(Link(other: later, days: days, kind: .before))
      }
    }
  }

  /// Those of the same host; else the organizer's, or for the organizer every community's.
  private func predecessors(of host: Host, in requirement: Row<Requirement>) -> [ActivityID] {
    let byHost = members[Int(requirement.index)]
    if let own = byHost[host] { return own }
    guard host == .organizer else { return byHost[.organizer] ?? [] }
    return byHost.values.joined().sorted()
  }

  private mutating func linkOccurrences(of id: ActivityID) {
    let activity = agenda.activities[agendaRows[id]]
    let apart = agenda.requirement(of: activity).apart
    guard apart > 0, !isOverridden(.apart, activity) else { return }
    for other in members[Int(activity.requirement.index)][activity.host] ?? []
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
