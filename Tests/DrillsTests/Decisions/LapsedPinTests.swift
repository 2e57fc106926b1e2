import Testing

@testable import Drills

/// One community with a drill on three mornings, at its square or the hall, by either fire team.
private func agenda() -> Agenda {
  var program = smallProgram()
  program.communities.append(Community(id: "u1", name: "u1", kind: .urban))
  for id in ["square", "hall"] {
    var venue = Venue(id: id, name: id)
    venue.types = ["place"]
    program.venues.append(venue)
  }
  for id in ["f1", "f2"] { program.teams.append(Team(id: id, name: id, role: "fire")) }
  var drill = Requirement(id: "drill", name: "drill", duration: .minutes(60))
  drill.dates = DaySet(day("2024-06-05")...day("2024-06-07"))
  drill.hours = [HourRange(start: 540, end: 660)]
  drill.venueTypes = ["place"]
  drill.crews = [CrewNeed(role: "fire", crews: 1)]
  program.requirements.append(drill)
  return Agenda(program)
}

private let published = Placement(
  day: day("2024-06-06"), start: 540, venue: "square", teams: ["fire": "f1"])

private func pin(_ fields: Set<Fixing.Field>, overrides: Set<HardRule> = []) -> Decision.What {
  .move("u1/drill", to: published, fields: fields, overrides: overrides)
}

private func block(_ edit: (inout Closure) -> Void) -> Decision.What {
  var closure = Closure()
  closure.dates = DaySet(day("2024-06-06")...day("2024-06-06"))
  edit(&closure)
  return .block(closure, displaced: [:])
}

private func circumstances(_ decided: Decision.What...) -> Circumstances {
  let decisions = decided.enumerated().map { index, what in
    var decision = Decision(
      what, reason: .storm, decidedBy: "A", decidedAt: Instant(seconds: index))
    decision.number = index + 1
    return decision
  }
  return Circumstances(
    agenda: agenda(), published: ["u1/drill": published], completions: [:],
    decisions: StandingDecisions(decisions),
    now: Moment(day: day("2024-06-01"), minute: 0))
}

@Suite struct `A pin that a block makes impossible` {
  static let all = Set(Fixing.Field.allCases)

  @Test(
    arguments: [
      ("all of the day", all, true), ("all of the day", [.day], true),
      ("all of the day", [.start], false), ("all of the day", [.venue, .teams], false),
      ("the square", all, true), ("the square", [.day, .start], false),
      ("the square", [.venue], false),
      ("the first team", [.teams, .day], true), ("the first team", [.teams], false),
      ("an hour of it", [.day, .start], true), ("an hour of it", [.day], false),
    ] as [(String, Set<Fixing.Field>, Bool)])
  func `lapses, and not one that it leaves a placement`(
    scope: String, fields: Set<Fixing.Field>, lapses: Bool
  ) {
    let block = block {
      switch scope {
      case "the square": $0.venues = ["square"]
      case "the first team": $0.teams = ["f1"]
      case "an hour of it": $0.hours = [HourRange(start: 540, end: 600)]
      default: break
      }
    }

    let circumstances = circumstances(pin(fields), block)

    #expect(circumstances.lapsedPins == (lapses ? ["u1/drill"] : []))
    #expect((circumstances.fixed["u1/drill"] == nil) == lapses)
  }

  @Test func `holds if it is the later decision`() {
    let circumstances = circumstances(block { _ in }, pin(Self.all))
    #expect(circumstances.lapsedPins == [])
    #expect(circumstances.fixed["u1/drill"]?.reason == .pinned)
  }

  @Test(arguments: [true, false])
  func `lapses with the rules that it overrode`(isLater: Bool) {
    let (insisting, closing) = (pin(Self.all, overrides: [.placement, .team]), block { _ in })
    let circumstances =
      isLater ? circumstances(insisting, closing) : circumstances(closing, insisting)
    #expect(circumstances.overrides["u1/drill"] == (isLater ? nil : [.placement, .team]))
  }

  @Test func `is none of what is called off`() {
    #expect(circumstances(pin(Self.all), .cancel("u1/drill")).fixed == [:])
  }

  @Test func `comes back when the block is undone`() {
    let circumstances = circumstances(pin(Self.all), block { _ in }, .undo(2))
    #expect(circumstances.fixed["u1/drill"]?.reason == .pinned)
  }
}
