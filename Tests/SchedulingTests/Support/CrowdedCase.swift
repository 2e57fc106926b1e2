import Drills

@testable import Scheduling

/// A short week in which more is wanted than teams of one to three crews and venues of one to three
/// places can serve, so that much is left out; half of them with a past.
func crowdedCase(seed: UInt64) async -> (trial: Case, plan: Plan) {
  var random = SplitMix64(seed: seed &* 7919)
  let agenda = Agenda(crowdedProgram(&random))
  let first = await plan(agenda, Circumstances(), seed)
  var circumstances = Circumstances()
  guard random.flip(0.6) else { return (Case(agenda: agenda, circumstances: circumstances), first) }
  circumstances.now = Moment(day: day("2024-06-03") + random.below(2), minute: 600)
  circumstances.base = first.placements
  for id in first.placements.keys.sorted() {
    guard let placement = first[id], random.flip(0.5) else { continue }
    let isNear = placement.day <= day("2024-06-04")
    circumstances.fixed[id] =
      isNear
      ? Fixing(
        reason: random.pick([.frozen, .frozen, .done]), fields: Set(Fixing.Field.allCases),
        placement: placement)
      : random.flip()
        ? Fixing(
          reason: .pinned, fields: random.pick([[.day, .start], [.day], [.venue]]),
          placement: placement) : nil
  }
  if random.flip() {
    var storm = Closure()
    storm.dates = DaySet(day("2024-06-06")...day("2024-06-06"))
    circumstances.blocks = [storm]
  }
  return (
    Case(agenda: agenda, circumstances: circumstances), await plan(agenda, circumstances, seed)
  )
}

private func plan(_ agenda: Agenda, _ circumstances: Circumstances, _ seed: UInt64) async -> Plan {
  await Scheduler(
    agenda, in: circumstances,
    options: SearchOptions(seed: seed, timeLimitSeconds: nil, patience: 0, monthSteps: 500)
  ).run().plan
}

private func crowdedProgram(_ random: inout SplitMix64) -> Program {
  var program = Program(
    id: "crowded", organizer: Organizer(name: "Office"), zone: shanghai,
    period: day("2024-06-03")...day("2024-06-09"))
  program.grid = random.pick([120, 180])
  program.freeze = random.pick([0, 1440])
  program.reportingDay = .wed
  program.makeUpWithin = 2
  program.limits.perCommunityPerDay = random.pick([nil, 1, 2])
  program.limits.comfortableDrillsPerDay = random.pick([nil, 1])
  program.limits.comfortableDaysBetweenDrills = random.pick([0, 3])
  for index in 0..<5 {
    var community = Community(
      id: "c\(index)", name: "C", kind: index.isMultiple(of: 2) ? .urban : .rural)
    community.area = "a\(index % 2)"
    community.population = 100
    program.communities.append(community)
  }
  var hall = Venue(id: "hall", name: "hall")
  hall.types = ["hall"]
  hall.concurrent = random.pick([1, 2, 3])
  hall.turnaround = random.pick([0, 60])
  program.venues.append(hall)
  for (index, crews) in [random.pick([1, 2, 3]), random.pick([1, 2, 3])].enumerated() {
    var team = Team(
      id: "t\(index)", name: "T", role: index == 0 ? "fire" : random.pick(["fire", "aid"]))
    team.crews = crews
    team.turnaround = random.pick([0, 60])
    program.teams.append(team)
  }
  for index in 0..<4 {
    program.requirements.append(crowdedRequirement("r\(index)", index, &random))
  }
  return program
}

private func crowdedRequirement(
  _ id: String, _ index: Int, _ random: inout SplitMix64
) -> Requirement {
  var requirement = Requirement(id: id, name: id, duration: .minutes(random.pick([60, 180])))
  let first = day("2024-06-03") + random.below(4)
  requirement.dates = DaySet(first...first + random.below(3))
  requirement.hours = hours(random.pick(["08:00-12:00", "08:00-18:00", "12:00-18:00"]))
  requirement.kind = random.pick([.drill, .meeting])
  requirement.priority = random.pick([10, 50, 100])
  if random.flip(0.25) { requirement.together = .areas }
  if index == 0, random.flip(0.4) {
    requirement.audience = Audience(organizer: true)
    requirement.attends = [CommunityFilter()]
  } else if random.flip(0.3) {
    requirement.count = 2
    requirement.apart = random.pick([0, 1, 2])
  }
  if index > 0 || random.flip() {
    requirement.crews = [CrewNeed(role: "fire", crews: random.pick([1, 1, 1, 2]))]
  }
  if random.flip(0.6) { requirement.venueTypes = ["hall"] }
  if index > 0, random.flip(0.3) {
    requirement.predecessors = [Predecessor(requirement: "r0", days: random.pick([0, 1]))]
  }
  if random.flip(0.3) { requirement.notices = [NoticeRule(to: "all", workdays: 1)] }
  if random.flip() {
    var preference = Preference()
    preference.hours = hours("08:00-12:00")
    preference.weight = 2
    requirement.preferences = [preference]
  }
  return requirement
}
