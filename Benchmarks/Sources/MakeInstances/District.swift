/// The three tables of one instance, drawn area by area.
struct District {
  private(set) var communities: [Community] = []
  private(set) var venues: [Venue] = []
  private(set) var teams: [Team] = []

  private let areas: Int
  private let scarcity: Scarcity
  private var random: SplitMix64

  init(areas: Int, scarcity: Scarcity, seed: UInt64) {
    self.areas = areas
    self.scarcity = scarcity
    random = SplitMix64(seed: seed)
    for area in 1...areas {
      for number in 1...10 { addCommunity(number, kind: .urban, area: area) }
      for number in 11...18 { addCommunity(number, kind: .rural, area: area) }
      addHalls(area: area)
      addTeams(area: area)
    }
  }

  private mutating func addCommunity(_ number: Int, kind: Community.Kind, area: Int) {
    let isUrban = kind == .urban
    let community = Community(
      id: "a\(area)-\(isUrban ? "u" : "v")\(number)",
      name: "\(isUrban ? "社区" : "村")\(area)-\(number)",
      kind: kind,
      area: "a\(area)",
      population: random.integer(in: isUrban ? 3_000...15_000 : 400...2_500),
      hazards: drawHazards(of: kind),
      position: Position(ofArea: area).near(reach: 2_000, using: &random))
    communities.append(community)
    addVenues(of: community, area: area)
  }

  private mutating func drawHazards(of kind: Community.Kind) -> [String] {
    let likelihoods = HazardLikelihood.all(of: kind)
    let drawn = likelihoods.filter { random.chance(percent: $0.percent) }.map(\.hazard)
    return drawn.isEmpty ? [likelihoods[0].hazard] : drawn
  }

  private mutating func addVenues(of community: Community, area: Int) {
    let middle = Position(ofArea: area)
    for (type, most) in [("high-rise", 3), ("complex", 2), ("scenic", 1)]
    where community.hazards.contains(type) {
      for number in 1...random.integer(in: 1...most) {
        venues.append(
          Venue(
            id: "\(community.id)-\(type)\(number)", name: "\(type)\(number)", types: type,
            community: community.id,
            capacity: random.choice(of: [300, 600, 1_500]),
            hours: random.choice(of: ["08:00-18:00", "09:00-17:00", "09:00-12:00;14:00-18:00"]),
            days: random.choice(of: ["any", "any", "workdays", "mon;wed;fri;sat"]),
            position: middle.near(reach: 2_000, using: &random)))
      }
    }
    venues.append(
      Venue(
        id: "\(community.id)-sq", name: "广场",
        types: community.kind == .urban ? "square" : "square;shelter",
        community: community.id, capacity: 2_000, hours: "07:00-20:00", days: "any",
        position: middle.near(reach: 1_000, using: &random)))
  }

  private mutating func addHalls(area: Int) {
    for number in 1...2 {
      venues.append(
        Venue(
          id: "a\(area)-hall\(number)", name: "街道礼堂", types: "hall", community: "",
          capacity: 300, hours: "08:30-17:30", days: "workdays",
          position: Position(ofArea: area).near(reach: 2_000, using: &random)))
    }
  }

  private mutating func addTeams(area: Int) {
    addTeam(
      "a\(area)-sup", "街道督导组", role: "supervisors", crews: scarcity.supervisors, turnaround: 30,
      covers: area...area, hours: "08:00-18:00")
    if area % 2 == 1 {
      addTeam(
        "med\(area)", "医疗队", role: "medical", crews: scarcity.medical, turnaround: 30,
        covers: area...area + 1, hours: "08:00-18:00")
    }
    if area % 3 == 1 {
      addTeam(
        "fire\(area)", "消防站", role: "fire", crews: scarcity.fire, turnaround: 60,
        covers: area...area + 3, hours: "09:00-17:00",
        days: random.choice(of: ["any", "mon;tue;wed;thu;fri", "tue;wed;thu;fri;sat"]))
    }
    if area % 4 == 1 {
      addTeam(
        "res\(area)", "水上救援队", role: "rescue", crews: scarcity.rescue, turnaround: 60,
        covers: area...area + 3, hours: "08:00-17:00")
      addTeam(
        "for\(area)", "森林消防队", role: "forest", crews: scarcity.forest, turnaround: 60,
        covers: area...area + 3, hours: "08:00-17:00")
    }
  }

  private mutating func addTeam(
    _ id: String, _ name: String, role: String, crews: Int, turnaround: Int,
    covers: ClosedRange<Int>, hours: String, days: String = "any"
  ) {
    teams.append(
      Team(
        id: id, name: name, role: role, crews: crews, turnaroundMinutes: turnaround,
        covers: covers.filter { $0 <= areas }.map { "a\($0)" },
        hours: scarcity.hasWideHours ? "07:30-19:00" : hours, days: days))
  }
}
