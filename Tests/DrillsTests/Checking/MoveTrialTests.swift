import Testing

@testable import Drills

/// One drill for each of two communities, on a square of its own with the only fire crew.
private func agenda(_ edit: (inout Requirement) -> Void = { _ in }) -> Agenda {
  var program = smallProgram()
  for id in ["u1", "u2"] {
    program.communities.append(Community(id: id, name: id, kind: .urban))
    var square = Venue(id: "\(id)-square", name: "square")
    square.types = ["square"]
    square.owner = id
    program.venues.append(square)
  }
  program.teams.append(Team(id: "fire-1", name: "fire station", role: "fire"))
  var drill = Requirement(id: "drill", name: "drill", duration: .minutes(60))
  drill.venueTypes = ["square"]
  drill.hours = [HourRange(start: 540, end: 720)]
  drill.crews = [CrewNeed(role: "fire", crews: 1)]
  edit(&drill)
  program.requirements.append(drill)
  return Agenda(program)
}

private func at(_ date: String, _ start: Minute, _ community: String) -> Placement {
  Placement(
    day: day(date), start: start, venue: "\(community)-square", teams: ["fire": "fire-1"])
}

private let plan = Plan([
  "u1/drill": at("2024-06-05", 540, "u1"), "u2/drill": at("2024-06-06", 540, "u2"),
])

private func trial(
  to date: String, _ start: Minute, fixing reason: Fixing.Reason? = nil,
  _ edit: (inout Circumstances) -> Void = { _ in }
) -> MoveTrial? {
  let agenda = agenda()
  var circumstances = Circumstances()
  circumstances.base = plan.placements
  if let reason, let placement = plan["u2/drill"] {
    circumstances.fixed["u2/drill"] = Fixing(
      reason: reason, fields: Set(Fixing.Field.allCases), placement: placement)
  }
  edit(&circumstances)
  return agenda.activities["u1/drill"].map { activity in
    MoveTrial(
      to: Placement(day: day(date), start: start), fields: [.day, .start], of: activity,
      in: plan, agenda, circumstances)
  }
}

@Suite struct `A move that is tried` {
  @Test func `takes the venue and the teams along`() {
    let trial = trial(to: "2024-06-07", 600)
    #expect(trial?.placement == at("2024-06-07", 600, "u1"))
    #expect(trial?.broken == [])
    #expect(trial?.givingWay == [])
  }

  @Test func `asks what can move to make way`() {
    let trial = trial(to: "2024-06-06", 540)
    #expect(trial?.broken == [])
    #expect(trial?.givingWay == ["u2/drill"])
  }

  @Test(arguments: [Fixing.Reason.done, .frozen, .pinned])
  func `breaks the rule that what cannot move holds it to`(reason: Fixing.Reason) {
    let trial = trial(to: "2024-06-06", 540, fixing: reason)
    #expect(trial?.rules == [.team])
    #expect(trial?.broken == [Violation(.team, ["u1/drill", "u2/drill"], about: .team("fire-1"))])
  }

  @Test func `names the filters that bar it by itself`() {
    let trial = trial(to: "2024-06-07", 180)
    #expect(trial?.broken == [Violation(.placement, ["u1/drill"], about: .filters([.hours]))])
  }

  @Test func `may not leave or enter the frozen hours`() {
    let into = trial(to: "2024-06-04", 600) { $0.now = Moment(day: day("2024-06-03"), minute: 600) }
    #expect(into?.rules == [.fixed])
    let away = trial(to: "2024-06-07", 600) { circumstances in
      guard let placement = plan["u1/drill"] else { return }
      circumstances.fixed["u1/drill"] = Fixing(
        reason: .frozen, fields: Set(Fixing.Field.allCases), placement: placement)
    }
    #expect(away?.rules == [.fixed])
  }

  @Test func `has to be held in time after a block`() {
    let late = trial(to: "2024-06-12", 600) { $0.displaced = ["u1/drill": day("2024-05-20")] }
    #expect(late?.rules == [.makeUp])
  }
}
