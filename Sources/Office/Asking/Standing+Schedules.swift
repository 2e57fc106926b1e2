internal import Drills
internal import Record
package import Reports

/// What of a plan is wanted on paper.
package struct ScheduleRequest: Hashable, Sendable {
  package var choice = PlanChoice.published
  /// Nothing: the newest.
  package var revision: Int?
  /// By id or name, `organizer` too.
  package var community: String?
  /// By id or name.
  package var team: String?
  package var grouping = Schedule.Grouping.day
  package var isPrivate = false

  package init() {}
}

/// A schedule beside what was left out of it.
package struct ChosenSchedule: Sendable {
  package let schedule: Schedule
  /// How many activities are not for all.
  package let withheld: Int
}

extension Standing {
  /// The schedule of the office, a community or a team.
  package func schedule(_ request: ScheduleRequest) throws(Refusal) -> ChosenSchedule {
    let paper = try paper(request)
    let program = paper.view.agenda.program
    if let team = request.team {
      let id = try program.known(team, as: .team, in: \.teams)
      return try paper.schedule(for: .team(id), by: request)
    }
    if let community = request.community {
      return try paper.schedule(for: .owner(try program.host(community)), by: request)
    }
    return try paper.schedule(for: .office, by: request)
  }

  /// One for each community, and the organizer if it holds anything; by team one for each team.
  package func schedules(_ request: ScheduleRequest) throws(Refusal) -> [ChosenSchedule] {
    let paper = try paper(request)
    let program = paper.view.agenda.program
    let scopes: [Schedule.Scope] =
      request.grouping == .team
      ? program.teams.elements.map { .team($0.id) }
      : [.owner(.organizer)] + program.communities.elements.map { .owner($0.ownerID) }
    var request = request
    if request.grouping == .team { request.grouping = .day }
    var schedules: [ChosenSchedule] = []
    for scope in scopes {
      let chosen = try paper.schedule(for: scope, by: request)
      if !chosen.schedule.isEmpty { schedules.append(chosen) }
    }
    return schedules
  }

  private func paper(_ request: ScheduleRequest) throws(Refusal) -> Paper {
    let shown = try shown(request.choice, revision: request.revision)
    // An hour that was opened and then changed is hidden again.
    let reveals = try Refusal.wrapping { try record?.reveals() ?? [] }
    let plan = shown.view.revision.plan
    return Paper(
      view: shown.view,
      revealed: Set(
        reveals.filter { plan[$0.activity]?.moment == $0.start }.map(\.activity)))
  }
}

/// What all schedules of one plan share.
private struct Paper {
  let view: PlanView
  let revealed: Set<DutyID>

  func schedule(
    for scope: Schedule.Scope, by request: ScheduleRequest
  ) throws(Refusal) -> ChosenSchedule {
    let entries =
      switch scope {
      case .office: view.entries
      case .owner(let owner): try view.entries(ofCommunity: owner.text, team: nil)
      case .team(let id): try view.entries(ofCommunity: nil, team: id)
      }
    let schedule = Schedule(
      view, of: entries, for: scope, by: request.grouping, isPrivate: request.isPrivate,
      revealed: revealed)
    return ChosenSchedule(schedule: schedule, withheld: schedule.withheldCount(of: entries))
  }
}
