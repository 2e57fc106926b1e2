import Drills
import Testing

@testable import Scheduling

/// A plan of a few activities in June 2024 that a rule is asked about.
struct SmallPlan {
  let agenda: Agenda
  let problem: Scheduling.Problem

  init(
    _ requirements: [Requirement], communities: [String] = ["c1", "c2"],
    _ edit: (inout Program) -> Void = { _ in }
  ) {
    var program = Program(
      id: "small", organizer: Organizer(name: "Office"), zone: shanghai,
      period: day("2024-06-03")...day("2024-06-16"))
    for id in communities {
      program.communities.append(Community(id: id, name: id, kind: .urban))
    }
    program.requirements = Table(requirements)
    edit(&program)
    agenda = Agenda(program)
    problem = Scheduling.Problem(agenda, in: Circumstances())
  }

  /// Whether a rule lets `item` be where it is written beside all others.
  ///
  /// Each is written as its id, the day of June, the start, and its venue and teams if it could have
  /// others: `c1/a 3 09:00 hall f1`. Asking in advance and looking at the whole must agree.
  func allows(
    _ item: String, beside others: [String], by rule: some Rule,
    at location: SourceLocation = #_sourceLocation
  ) throws -> Bool {
    var schedule = Schedule(problem)
    for other in others {
      let (activity, slot) = try read(other, at: location)
      schedule.place(activity, at: slot, in: problem)
    }
    let (activity, slot) = try read(item, at: location)
    let isAdmitted = rule.admits(slot, of: activity, on: schedule, in: problem)
    var blockers: [ActivityID] = []
    let isPossible = rule.findBlockers(
      of: slot, of: activity, on: schedule, in: problem, into: &blockers)
    #expect(isAdmitted == (isPossible && blockers.isEmpty), sourceLocation: location)
    schedule.place(activity, at: slot, in: problem)
    let isKept = rule.violations(of: schedule, in: problem) == 0
    #expect(isKept == isAdmitted, sourceLocation: location)
    return isAdmitted
  }

  private func read(
    _ text: String, at location: SourceLocation
  ) throws -> (ActivityID, SlotID) {
    let words = text.split(separator: " ").map(String.init)
    let start = hours("\(words[2])-24:00")[0].start
    let june = day("2024-06-01") + ((Int(words[1]) ?? 1) - 1)
    let activity = try #require(
      problem.activities.ids.first {
        "\(agenda.activities[problem.agendaRows[$0]].id)" == words[0]
      },
      sourceLocation: location)
    let slot = try #require(
      problem.slotRange(of: activity).first { slot in
        let placement = problem.placement(at: slot, of: activity, in: agenda)
        let names = [placement.venue].compactMap(\.self) + placement.teams.values
        return placement.day == june && placement.start == start
          && words.dropFirst(3).allSatisfy { name in names.contains { "\($0)" == name } }
      }, sourceLocation: location)
    return (activity, slot)
  }
}

/// An hour of a kind that takes part in no cost.
func meeting(_ id: String, _ edit: (inout Requirement) -> Void = { _ in }) -> Requirement {
  var requirement = Requirement(id: id, name: id, duration: .minutes(60))
  requirement.kind = .meeting
  edit(&requirement)
  return requirement
}
