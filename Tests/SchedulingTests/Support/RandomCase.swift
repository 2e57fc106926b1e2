import Drills

@testable import Scheduling

/// An agenda with what it is planned in the face of.
struct Case {
  var agenda: Agenda
  var circumstances: Circumstances

  var problem: Scheduling.Problem { Problem(agenda, in: circumstances) }

  func verdict(_ plan: Plan) -> Verdict { PlanChecker(agenda, in: circumstances).check(plan) }
}

extension SplitMix64 {
  mutating func flip(_ chance: Double = 0.5) -> Bool {
    Double.random(in: 0..<1, using: &self) < chance
  }

  mutating func pick<Element>(_ options: [Element]) -> Element { options[below(options.count)] }
}

/// A few days and activities that use every rule and cost, now and then.
///
/// `tiny`: at most five activities, few enough placements to try every plan.
func randomCase(seed: UInt64, tiny: Bool = false) -> Case {
  var random = SplitMix64(seed: seed)
  while true {
    let program = randomProgram(&random, tiny: tiny)
    let agenda = Agenda(program)
    let count = agenda.activities.count
    guard count >= 2, count <= (tiny ? 5 : 30) else { continue }
    return Case(
      agenda: agenda, circumstances: randomCircumstances(agenda, &random, chance: tiny ? 0.9 : 0.6))
  }
}

private func randomProgram(_ random: inout SplitMix64, tiny: Bool) -> Program {
  var program = Program(
    id: "test", organizer: Organizer(name: "Office"), zone: shanghai,
    period: day("2024-06-03")...day(tiny ? "2024-06-07" : "2024-06-16"))
  program.grid = tiny ? 240 : random.pick([60, 90, 120])
  program.reportingDay = random.pick([.tue, .wed])
  program.makeUpWithin = random.pick([1, 3])
  program.freeze = random.pick([0, 1440])
  program.limits.perCommunityPerDay = random.pick([nil, 1, 2])
  program.limits.comfortableDrillsPerDay = random.pick([nil, 0, 1, 2])
  program.limits.comfortableDaysBetweenDrills = random.pick([0, 2, 5])
  addPlaces(to: &program, &random)
  program.weights.away = random.pick([0, 1])
  program.weights.dropped = random.pick([0, 5, 24])
  program.weights.unevenness = random.pick([0, 3, 7])
  for index in 0..<(tiny ? 3 : 6) {
    program.requirements.append(
      randomRequirement("r\(index)", after: index, in: program, &random, tiny: tiny))
  }
  if tiny, random.flip(0.7) { makeShort(&program, &random) }
  if random.flip(0.3) {
    var closure = Closure()
    closure.teams = random.flip() ? ["t0"] : []
    closure.dates = DaySet(day("2024-06-04")...day("2024-06-04"))
    program.closures.append(closure)
  }
  return program
}

/// Leaves too little of the one team that everything needs, where any of it is not the organizer's.
private func makeShort(_ program: inout Program, _ random: inout SplitMix64) {
  var team = Team(id: "t0", name: "T", role: "fire")
  team.turnaround = random.pick([0, 720])
  program.teams = Table([team])
  program.limits.perCommunityPerDay = nil
  let first = day("2024-06-03") + random.below(3)
  program.requirements = Table(
    program.requirements.elements.map {
      var requirement = $0
      requirement.crews = [CrewNeed(role: "fire", crews: 1)]
      requirement.dates = DaySet(first...first + random.below(2))
      return requirement
    })
}

private func addPlaces(to program: inout Program, _ random: inout SplitMix64) {
  for index in 0..<2 {
    var community = Community(id: "c\(index)", name: "C", kind: index == 0 ? .urban : .rural)
    community.area = random.pick(["a0", "a1"])
    community.population = 100
    community.position = Position(latitude: 41.6, longitude: 123.4)
    community.maximumPerDay = random.pick([nil, nil, nil, 2])
    program.communities.append(community)
    var square = Venue(id: "c\(index)-square", name: "square")
    square.types = ["square"]
    square.owner = "c\(index)"
    program.venues.append(square)
  }
  var hall = Venue(id: "hall", name: "hall")
  hall.types = ["hall", "square"]
  hall.concurrent = random.pick([1, 1, 2])
  hall.turnaround = random.pick([0, 0, 60, 300])
  hall.position = Position(latitude: 41.62, longitude: 123.42)
  program.venues.append(hall)
  for index in 0..<2 {
    var team = Team(id: "t\(index)", name: "T", role: random.flip() ? "fire" : "medical")
    team.crews = random.pick([1, 2, 3])
    team.turnaround = random.pick([0, 60, 720])
    program.teams.append(team)
  }
}

private func randomRequirement(
  _ id: String, after index: Int, in program: Program, _ random: inout SplitMix64, tiny: Bool
) -> Requirement {
  var requirement = Requirement(
    id: id, name: id,
    duration: random.flip(0.1) ? .allDay : .minutes(random.pick([60, 180, 270])))
  if random.flip(0.3) {
    requirement.audience = Audience(organizer: true)
    if random.flip(0.7) { requirement.attends = [CommunityFilter()] }
  } else if random.flip(0.55) {
    var filter = CommunityFilter()
    filter.communities = [random.pick(["c0", "c1"])]
    requirement.audience = Audience(filters: [filter])
  }
  requirement.kind = random.pick([.drill, .drill, .meeting])
  if !requirement.isAllDay {
    requirement.hours = random.pick([
      hours("08:00-12:00;14:00-18:00"), hours("08:00-18:00"), hours("16:00-24:00"),
    ])
    if random.flip(0.1) {
      requirement.hours = []
      requirement.start = 868
    }
  }
  if random.flip(0.6) { requirement.venueTypes = [random.pick(["hall", "square"])] }
  requirement.every = random.flip(0.25) ? random.pick([.week, .week, .month, .quarter]) : nil
  if !requirement.audience.organizer, random.flip(0.25) {
    requirement.together =
      requirement.audience == .everyCommunity
      ? random.pick([.areas, .groups([["c1", "c0"]])]) : .areas
  }
  requirement.count = random.pick([1, 1, 2])
  requirement.apart = random.pick([0, 1, 2])
  requirement.blocking = random.flip(0.8)
  requirement.priority = random.pick([1, 10, 10, 15])
  if tiny {
    let days = [random.below(4), random.below(4)].sorted().map { day("2024-06-03") + $0 }
    requirement.dates = DaySet(days[0]...days[1])
  }
  if random.flip(0.7) {
    requirement.crews.append(CrewNeed(role: "fire", crews: random.pick([1, 1, 2])))
  }
  if random.flip(0.2) { requirement.crews.append(CrewNeed(role: "medical", crews: 1)) }
  for earlier in 0..<index where random.flip(0.3) {
    requirement.predecessors.append(
      Predecessor(requirement: "r\(earlier)", days: random.pick([0, 1, 2])))
  }
  requirement.aimBy = random.flip() ? day("2024-06-04") : nil
  if random.flip() {
    var preference = Preference()
    preference.hours = hours("08:00-12:00")
    preference.weight = random.pick([1, 3])
    requirement.preferences.append(preference)
  }
  if random.flip(0.2) { requirement.notices.append(NoticeRule(to: "all", workdays: 1)) }
  return requirement
}

/// A time in the first days, something published, done, pinned, cancelled, blocked, overridden.
private func randomCircumstances(
  _ agenda: Agenda, _ random: inout SplitMix64, chance: Double
) -> Circumstances {
  var circumstances = Circumstances()
  guard random.flip(chance) else { return circumstances }
  circumstances.now = Moment(day: day("2024-06-03"), minute: random.pick([0, 600]))
  if random.flip() {
    var block = Closure()
    block.dates = DaySet(day("2024-06-05")...day("2024-06-05"))
    block.communities = random.flip() ? ["c0"] : []
    circumstances.blocks = [block]
  }
  let source = CandidateSource(agenda, in: Circumstances())
  for row in agenda.activities.rows {
    let activity = agenda.activities[row]
    let list = source.candidates(of: row)
    guard !list.candidates.isEmpty, random.flip(0.6) else { continue }
    let placement = agenda.placement(random.pick(list.candidates), in: list, of: activity)
    if random.flip(0.1) {
      circumstances.cancelled.insert(activity.id)
      continue
    }
    if random.flip(0.7) { circumstances.base[activity.id] = placement }
    let other = agenda.placement(random.pick(list.candidates), in: list, of: activity)
    takeBack(activity.id, from: other, &circumstances, &random)
    if random.flip(0.15) {
      circumstances.fixed[activity.id] = Fixing(
        reason: random.pick([.done, .frozen]), fields: Set(Fixing.Field.allCases),
        placement: placement)
    } else if random.flip(0.55) {
      circumstances.fixed[activity.id] = Fixing(
        reason: .pinned,
        fields: random.pick([[random.pick(Fixing.Field.allCases)], [.day, .start], [.day]]),
        placement: placement)
    }
    if random.flip(0.1) {
      circumstances.overrides[activity.id] = [
        random.pick([.venue, .team, .community, .order, .apart, .makeUp])
      ]
    }
  }
  return circumstances
}

/// Now and then, it stood elsewhere before a decision that was taken back, or nowhere; or it was
/// published once and has no place now.
private func takeBack(
  _ id: DutyID, from other: Placement, _ circumstances: inout Circumstances,
  _ random: inout SplitMix64
) {
  guard let published = circumstances.base[id] else {
    guard random.flip(0.3) else { return }
    circumstances.leftOut.insert(id)
    if random.flip() { circumstances.earlier[id] = .at(other) }
    return
  }
  guard random.flip(0.25), other != published else { return }
  circumstances.earlier[id] = random.flip(0.3) ? .unplaced : .at(other)
}
