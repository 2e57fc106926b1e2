@testable import Drills

/// A seeded generator for tests.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func flip(_ chance: Double = 0.5) -> Bool {
    Double.random(in: 0..<1, using: &self) < chance
  }

  mutating func pick<Element>(_ options: [Element]) -> Element {
    options[Int.random(in: 0..<options.count, using: &self)]
  }

  /// Anything that a planner may give as an id, those that look like parts of other ids too.
  mutating func id() -> String {
    if flip(0.2) {
      return pick(["2", "2024-06-13", "2024-06", "2024-q2", "x-due", "all", "tasks"])
    }
    let letters = Array("abcxyz0189-")
    return String(pick(Array("az09"))) + String((0..<pick([0, 1, 5])).map { _ in pick(letters) })
  }
}

func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("no such day: \(text)") }
  return day
}

/// The ten days from Monday 3 June 2024, in Shanghai, for an office with no rules yet.
func smallProgram() -> Program {
  guard let zone = Zone("Asia/Shanghai") else { preconditionFailure("no tzdata") }
  return Program(
    id: "test", organizer: Organizer(name: "Office"), zone: zone,
    period: day("2024-06-03")...day("2024-06-12"))
}

/// A small program that uses every filter of the model, now and then.
func randomProgram(seed: Int) -> Program {
  var random = SplitMix64(seed: seed)
  var program = smallProgram()
  program.grid = random.pick([30, 60, 120])
  program.dayKinds = DayKinds(
    holidays: [day("2024-06-10")], makeUpWorkdays: random.flip() ? [day("2024-06-08")] : [])
  let rules: [DayRule] = [.any, .any, .workdays, .weekends, .weekdays([.mon, .thu, .sat])]
  let hours: [[HourRange]] = [
    [], [HourRange(start: 480, end: 720)],
    [HourRange(start: 540, end: 700), HourRange(start: 840, end: 1080)],
  ]
  for index in 0..<2 {
    var community = Community(
      id: "c\(index)", name: "C\(index)", kind: index == 0 ? .urban : .rural)
    community.area = index == 0 || random.flip() ? "a0" : "a1"
    community.population = 101 * (index + 1)
    community.hazards = index == 0 ? [.highRise] : [.flood]
    community.position = Position(latitude: 41.6, longitude: 123.4 + 0.1 * Double(index))
    program.communities.append(community)
  }
  for index in 0..<4 {
    var venue = Venue(id: "v\(index)", name: "V\(index)")
    venue.types = random.flip() ? ["square"] : ["square", "hall"]
    venue.owner = random.pick([nil, "c0", "c1"])
    venue.turnaround = random.pick([0, 30])
    venue.capacity = random.pick([nil, 5, 50])
    venue.opening = Opening(hours: random.pick(hours), days: random.pick(rules))
    venue.position = random.flip() ? Position(latitude: 41.7, longitude: 123.5) : nil
    program.venues.append(venue)
  }
  for index in 0..<4 {
    var team = Team(id: "t\(index)", name: "T\(index)", role: index < 2 ? "fire" : "medical")
    team.covers = random.pick([[], ["c0"], ["a1"]])
    team.duty = Opening(hours: random.pick(hours), days: random.pick(rules))
    team.turnaround = random.pick([0, 45])
    program.teams.append(team)
  }
  for _ in 0..<3 {
    var closure = Closure()
    if random.flip() { closure.communities = [random.pick(["c0", "c1", "organizer"])] }
    if random.flip(0.3) { closure.kinds = [random.pick([.urban, .rural])] }
    if random.flip(0.3) { closure.areas = [random.pick(["a0", "a1"])] }
    if random.flip(0.3) { closure.venues = ["v\(Int.random(in: 0..<4, using: &random))"] }
    if random.flip(0.3) { closure.teams = ["t\(Int.random(in: 0..<4, using: &random))"] }
    if random.flip(0.3) { closure.requirements = ["r0"] }
    if random.flip(0.8) { closure.dates = DaySet(day("2024-06-05")...day("2024-06-06")) }
    closure.hours = random.pick(hours)
    program.closures.append(closure)
  }
  for index in 0..<3 {
    var requirement = Requirement(
      id: "r\(index)", name: "R\(index)",
      duration: random.flip(0.15) ? .allDay : .minutes(random.pick([60, 90, 150])))
    requirement.audience.organizer = random.flip(0.3)
    requirement.kind = random.pick(Requirement.Kind.allCases)
    if random.flip(0.7) { requirement.venueTypes = [random.pick(["square", "hall"])] }
    requirement.isPerVenue = !requirement.venueTypes.isEmpty && random.flip(0.2)
    requirement.every = random.flip(0.3) ? random.pick(Span.Kind.allCases) : nil
    if !requirement.audience.organizer, !requirement.isPerVenue, random.flip(0.4) {
      requirement.together = random.pick([.areas, .groups([["c1", "c0"]]), .groups([["c0"]])])
    }
    requirement.count = random.pick([1, 1, 2])
    requirement.dates =
      random.flip()
      ? DaySet([day("2024-06-01")...day("2024-06-05"), day("2024-06-10")...day("2024-06-10")]) : nil
    requirement.days = random.pick(rules)
    requirement.hours = requirement.isAllDay ? [] : random.pick(hours)
    if !requirement.isAllDay, random.flip(0.2) {
      requirement.start = random.pick([868, 540, 1300])
    }
    requirement.onHolidays = random.flip(0.3)
    if random.flip() { requirement.crews.append(CrewNeed(role: "fire", crews: 1)) }
    if random.flip(0.3) { requirement.crews.append(CrewNeed(role: "medical", crews: 1)) }
    requirement.participants =
      requirement.audience.organizer
      ? .number(5) : random.pick([.number(0), .share(numerator: 25, denominator: 1000)])
    requirement.aimBy = random.flip() ? day("2024-06-06") : nil
    if random.flip() {
      var preference = Preference()
      preference.days = random.pick(rules)
      preference.hours = random.pick(hours)
      preference.weight = random.pick([1, 3])
      requirement.preferences.append(preference)
    }
    if random.flip(0.3) { requirement.notices.append(NoticeRule(to: "fire", workdays: 2)) }
    program.requirements.append(requirement)
  }
  return program
}
