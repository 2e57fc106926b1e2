import Drills

@testable import Scheduling

/// Sub-districts of ten city communities and eight villages, of the family that the model's figures
/// were measured on.
///
/// `tight`: half the supervisors, less comfort and fewer days for drills.
func generatedProgram(areas: Int, seed: UInt64, tight: Bool = false) -> Program {
  var tables = GeneratedTables(areas: areas, seed: seed, tight: tight)
  for area in 1...areas { tables.addArea(area) }
  return familyProgram(
    communities: tables.communities, venues: tables.venues, teams: tables.teams, tight: tight)
}

/// The family's rules over any tables.
func familyProgram(
  communities: [Community], venues: [Venue], teams: [Team], tight: Bool
) -> Program {
  var program = Program(
    id: "generated", organizer: Organizer(name: "Office"), zone: shanghai,
    period: day("2024-06-01")...day("2024-06-30"))
  program.limits.perCommunityPerDay = 2
  program.limits.comfortableDrillsPerDay = tight ? 2 : 3
  program.limits.comfortableDaysBetweenDrills = tight ? 7 : 4
  var exams = Closure()
  exams.dates = DaySet(day("2024-06-07")...day("2024-06-09"))
  exams.hours = hours("08:00-18:00")
  exams.kinds = [.urban]
  var festival = Closure()
  festival.dates = DaySet(day("2024-06-10")...day("2024-06-10"))
  program.closures = [exams, festival]
  program.communities = Table(communities)
  program.venues = Table(venues)
  program.teams = Table(teams)
  program.requirements = Table(
    familyDrills(lastDay: tight ? "2024-06-22" : "2024-06-25") + familyMeetings())
  return program
}

private func familyDrills(lastDay: String) -> [Requirement] {
  func drill(
    _ id: String, _ hazard: Scenario, at type: String, minutes: Minute, _ range: String,
    _ teams: [String], _ edit: (inout Requirement) -> Void
  ) -> Requirement {
    var requirement = Requirement(id: id, name: id, duration: .minutes(minutes))
    var filter = CommunityFilter()
    filter.hazards = [hazard]
    requirement.audience = Audience(filters: [filter])
    requirement.venueTypes = [type]
    requirement.dates = DaySet(day("2024-06-03")...day(lastDay))
    requirement.hours = hours(range)
    requirement.crews = teams.map { CrewNeed(role: $0, crews: 1) }
    requirement.predecessors = [Predecessor(requirement: "briefing")]
    requirement.aimBy = day("2024-06-20")
    edit(&requirement)
    return requirement
  }
  let both = "08:00-12:00;14:00-18:00"
  return [
    drill(
      "high-rise", .highRise, at: "high-rise", minutes: 90, "09:00-11:30;14:00-17:30",
      ["fire", "supervisors"]
    ) {
      $0.participants = .share(numerator: 3, denominator: 100)
      $0.preferences = [
        preference(days: .weekdays([.sat]), weight: 3), preference("09:00-11:30", weight: 1),
      ]
    },
    drill(
      "complex", .complex, at: "complex", minutes: 120, "08:00-11:00;14:00-17:00",
      ["fire", "medical", "supervisors"]
    ) {
      $0.isPerVenue = true
      $0.days = .workdays
      $0.participants = .number(200)
      $0.preferences = [preference("08:00-11:00", weight: 2)]
    },
    drill("scenic", .scenic, at: "scenic", minutes: 120, "09:00-17:00", ["medical", "supervisors"])
    {
      $0.days = .workdays
      $0.participants = .number(150)
    },
    drill("flood", .flood, at: "shelter", minutes: 120, both, ["rescue", "supervisors"]) {
      $0.participants = .share(numerator: 10, denominator: 100)
      $0.predecessors = [Predecessor(requirement: "briefing", days: 2)]
      $0.aimBy = day("2024-06-18")
      $0.preferences = [preference(days: .weekends, weight: 2)]
    },
    drill(
      "forest-fire", .forestFire, at: "square", minutes: 120, "08:00-12:00",
      ["forest", "supervisors"]
    ) {
      $0.participants = .share(numerator: 8, denominator: 100)
    },
    drill("geological", .geological, at: "shelter", minutes: 90, both, ["medical", "supervisors"]) {
      $0.participants = .share(numerator: 8, denominator: 100)
    },
    drill("meteorological", .meteorological, at: "shelter", minutes: 60, both, ["supervisors"]) {
      $0.participants = .share(numerator: 8, denominator: 100)
    },
  ]
}

private func familyMeetings() -> [Requirement] {
  func meeting(
    _ id: String, _ kind: Requirement.Kind, minutes: Minute, _ range: String,
    urbanOnly: Bool = false, _ edit: (inout Requirement) -> Void
  ) -> Requirement {
    var requirement = Requirement(id: id, name: id, duration: .minutes(minutes))
    requirement.kind = kind
    if urbanOnly {
      var filter = CommunityFilter()
      filter.kinds = [.urban]
      requirement.audience = Audience(filters: [filter])
    }
    requirement.hours = hours(range)
    requirement.venueTypes = ["square"]
    edit(&requirement)
    return requirement
  }
  return [
    meeting("briefing", .meeting, minutes: 60, "09:00-11:30;14:00-17:00") {
      $0.dates = DaySet(day("2024-06-01")...day("2024-06-07"))
    },
    meeting("consultation", .event, minutes: 120, "08:00-18:00") {
      $0.dates = DaySet(day("2024-06-16")...day("2024-06-16"))
      $0.priority = 1000
      $0.preferences = [preference("08:30-11:30", weight: 3)]
    },
    meeting("saturday", .campaign, minutes: 120, "09:00-20:00", urbanOnly: true) {
      $0.every = .week
      $0.days = .weekdays([.sat])
      $0.preferences = [preference("09:00-12:00", weight: 1)]
    },
    meeting("study", .meeting, minutes: 60, "09:00-11:00;14:00-17:00") {
      $0.count = 2
      $0.apart = 7
      $0.days = .workdays
    },
    meeting("household", .campaign, minutes: 180, "09:00-12:00;14:00-20:00", urbanOnly: true) {
      $0.count = 2
      $0.apart = 5
      $0.venueTypes = []
      $0.preferences = [preference("16:00-20:00", weight: 1)]
    },
  ]
}

private func preference(
  _ range: String = "", days: DayRule = .any, weight: Int
) -> Preference {
  var preference = Preference()
  preference.days = days
  preference.hours = hours(range)
  preference.weight = weight
  return preference
}

private struct GeneratedTables {
  let areas: Int
  let tight: Bool
  var random: SplitMix64
  var communities: [Community] = []
  var venues: [Venue] = []
  var teams: [Team] = []

  init(areas: Int, seed: UInt64, tight: Bool) {
    self.areas = areas
    self.tight = tight
    random = SplitMix64(seed: seed)
  }

  mutating func addArea(_ area: Int) {
    let centre = Position(
      latitude: 41.65 + 0.06 * Double(area % 40), longitude: 123.3 + 0.08 * Double(area / 40))
    for index in 1...18 { addCommunity(area: area, index: index, around: centre) }
    addTeams(area)
  }

  private mutating func addCommunity(area: Int, index: Int, around centre: Position) {
    let isUrban = index <= 10
    let id = isUrban ? "a\(area)-u\(index)" : "a\(area)-v\(index - 10)"
    var community = Community(id: id, name: id, kind: isUrban ? .urban : .rural)
    community.area = "a\(area)"
    community.population = Int.random(in: isUrban ? 3000...15000 : 400...2500, using: &random)
    let hazards: [(Scenario, Double)] =
      isUrban
      ? [(.highRise, 0.9), (.complex, 0.5), (.scenic, 0.2)]
      : [(.flood, 0.8), (.forestFire, 0.5), (.geological, 0.3), (.meteorological, 0.6)]
    community.hazards = Set(hazards.compactMap { chance($0.1) ? $0.0 : nil })
    if community.hazards.isEmpty { community.hazards = [isUrban ? .highRise : .flood] }
    community.position = position(around: centre)
    if isUrban {
      for (hazard, type, most) in [
        (Scenario.highRise, "high-rise", 3), (.complex, "complex", 2), (.scenic, "scenic", 1),
      ]
      where community.hazards.contains(hazard) {
        for number in 1...Int.random(in: 1...most, using: &random) {
          addBuilding("\(id)-\(type)\(number)", type, owner: id, around: centre)
        }
      }
    }
    var square = Venue(id: "\(id)-sq", name: "square")
    square.types = isUrban ? ["square"] : ["square", "shelter"]
    square.owner = id
    square.capacity = 2000
    square.opening = Opening(hours: hours("07:00-20:00"))
    square.position = position(around: centre, within: 0.01)
    venues.append(square)
    communities.append(community)
  }

  private mutating func addBuilding(
    _ id: String, _ type: String, owner: String, around centre: Position
  ) {
    var venue = Venue(id: id, name: id)
    venue.types = [type]
    venue.owner = owner
    venue.capacity = pick([300, 600, 1500])
    venue.opening = Opening(
      hours: hours(pick(["08:00-18:00", "09:00-17:00", "09:00-12:00;14:00-18:00"])),
      days: pick([.any, .any, .workdays, .weekdays([.mon, .wed, .fri, .sat])]))
    venue.position = position(around: centre)
    venues.append(venue)
  }

  private mutating func addTeams(_ area: Int) {
    func covers(_ count: Int) -> Set<String> {
      Set((area..<area + count).filter { $0 <= areas }.map { "a\($0)" })
    }
    var roles:
      [(id: String, role: String, crews: Int, turnaround: Int, areas: Int, hours: String)] = [
        ("a\(area)-sup", "supervisors", tight ? 1 : 2, 30, 1, "08:00-18:00")
      ]
    if area % 2 == 1 { roles.append(("med\(area)", "medical", 1, 30, 2, "08:00-18:00")) }
    if area % 3 == 1 { roles.append(("fire\(area)", "fire", 2, 60, 4, "09:00-17:00")) }
    if area % 4 == 1 {
      roles.append(("res\(area)", "rescue", 1, 60, 4, "08:00-17:00"))
      roles.append(("for\(area)", "forest", 1, 60, 4, "08:00-17:00"))
    }
    for entry in roles {
      var team = Team(id: entry.id, name: entry.id, role: entry.role)
      team.crews = entry.crews
      team.turnaround = entry.turnaround
      team.covers = covers(entry.areas)
      team.duty = Opening(hours: hours(entry.hours))
      if entry.role == "fire" {
        team.duty.days = pick([
          .any, .weekdays([.mon, .tue, .wed, .thu, .fri]),
          .weekdays([.tue, .wed, .thu, .fri, .sat]),
        ])
      }
      teams.append(team)
    }
  }

  private mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < share
  }

  private mutating func pick<Element>(_ options: [Element]) -> Element {
    options[random.below(options.count)]
  }

  private mutating func position(around centre: Position, within spread: Double = 0.02) -> Position
  {
    Position(
      latitude: centre.latitude + Double.random(in: -spread...spread, using: &random),
      longitude: centre.longitude + Double.random(in: -spread...spread, using: &random))
  }
}
