import ArgumentParser
import Drills

struct Block: DecisionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "block", abstract: Phrases.help.block, discussion: Phrases.help.blockExamples)
  }

  @Option(help: .init(Phrases.help.blockDates, valueName: "2024-06-12..2024-06-14"))
  var dates: [DatesOption]
  @Option(help: .init(Phrases.help.blockHours, valueName: "08:00-18:00")) var hours: HoursOption?
  @Option(help: .init(Phrases.help.blockCommunity, valueName: "id")) var community: [String] = []
  @Option(help: .init(Phrases.help.blockArea, valueName: "id")) var area: [String] = []
  @Option(help: .init(Phrases.help.blockVenue, valueName: "id")) var venue: [String] = []
  @Option(help: .init(Phrases.help.blockTeam, valueName: "id")) var team: [String] = []
  @Option(help: .init(Phrases.help.blockKind)) var kind: [KindOption] = []
  @Option(help: .init(Phrases.help.blockRequirement, valueName: "id"))
  var requirement: [String] = []
  @OptionGroup var deciding: DecidingOptions

  func decision(at desk: Desk) throws -> (decision: Decision, notes: [String]) {
    let closure = try closure(in: desk.program)
    if let last = closure.dates?.bounds?.upperBound, last < desk.now.day {
      throw Failure(.usage, Phrases.blockIsOver(last, today: desk.now.day))
    }
    let displaced = displaced(by: closure, desk)
    let decision = try deciding.decision(.block(closure, displaced: displaced))
    return (
      decision, [Phrases.displaces(displaced.keys.sorted(), within: desk.program.makeUpWithin)]
    )
  }

  private func closure(in program: Program) throws -> Closure {
    var closure = Closure()
    closure.dates = DaySet(dates.flatMap(\.ranges))
    closure.hours = hours?.ranges ?? []
    for id in community {
      closure.communities.insert(
        id == Organizer.id ? id : try program.known(id, in: \.communities))
    }
    let areas = program.communities.elements.map(\.area)
    for id in area where !areas.contains(id) {
      throw Failure(.noInput, Phrases.unknown(id, among: Set(areas).sorted()))
    }
    closure.areas = Set(area)
    for id in venue { closure.venues.insert(try program.known(id, in: \.venues)) }
    for id in team { closure.teams.insert(try program.known(id, in: \.teams)) }
    for id in requirement {
      closure.requirements.insert(try program.known(id, in: \.requirements))
    }
    closure.kinds = Set(kind.map(\.kind))
    closure.reason = deciding.reason?.code.rawValue ?? ""
    return closure
  }

  /// What is still to come where it is closed, and not called off, by its published day.
  private func displaced(by closure: Closure, _ desk: Desk) -> [String: Day] {
    let check = PlacementCheck(desk.agenda, in: Circumstances())
    let cancelled = desk.standing.cancelled
    var displaced: [String: Day] = [:]
    for (id, placement) in desk.placements {
      guard let activity = desk.agenda.activities[id], placement.moment >= desk.now,
        desk.completions[id] == nil, cancelled[id] == nil,
        check.isClosed(placement, of: activity, by: closure)
      else { continue }
      displaced[id] = placement.day
    }
    return displaced
  }
}
