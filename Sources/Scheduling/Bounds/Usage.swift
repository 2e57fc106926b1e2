/// What all months together use of what has a price.
struct Usage: Sendable {
  /// Of each priced resource in each tick.
  private(set) var resources: [Int32]
  /// Drills on each day.
  private(set) var drills: Grid<AreaID, Int32>
  /// Points of priority that are left unplaced, those of what a person decided
  /// ``MonthSolver/pinnedFactor`` times.
  private(set) var unplaced: Int64 = 0
  private let width: Int
  /// Drills of those whose months are not asked for.
  private var othersDrills: Grid<AreaID, Int32>

  init(_ prices: Prices, _ problem: Problem) {
    width = prices.width
    resources = Array(repeating: 0, count: prices.resources.count * prices.width)
    drills = Grid(repeating: 0, rows: problem.areaCount, width: problem.dayCount)
    othersDrills = drills
  }

  /// Begins to count anew what a scope shares.
  mutating func clear(_ scope: Scope) {
    for index in scope.resources {
      for tick in index * width..<(index + 1) * width { resources[tick] = 0 }
    }
    for area in scope.areas {
      for day in 0..<drills.width { drills[area, day] = othersDrills[area, day] }
    }
    unplaced = 0
  }

  /// Begins to count anew, nobody aside.
  mutating func forgetOthers(_ scope: Scope) {
    for area in scope.areas {
      for day in 0..<drills.width { othersDrills[area, day] = 0 }
    }
    clear(scope)
  }

  /// Counts what is placed as others', but for what is counted now.
  mutating func countOthers(_ schedule: Schedule, _ scope: Scope) {
    for area in scope.areas {
      for day in 0..<drills.width {
        othersDrills[area, day] = schedule.areaDrills[area, day] - drills[area, day]
      }
    }
  }

  mutating func leaveOut(_ member: Months.Member) {
    unplaced +=
      member.priority * (member.traits.contains(.pinned) ? MonthSolver.pinnedFactor : 1)
  }

  mutating func add(
    _ member: Months.Member, at slot: Slot, of host: HostID, _ prices: Prices, in problem: Problem
  ) {
    let end = slot.start + member.length
    for index in problem.teamSets.range(of: slot.teams) {
      let use = problem.teamSets.elements[index]
      add(use.crews, of: use.team, from: slot.start, to: end + use.turnaround, prices)
    }
    if slot.venue >= 0, member.traits.contains(.usesVenue) {
      let ticks = problem.venueTicks(slot, length: member.length)
      add(
        1, of: problem.resource(ofVenue: slot.venue), from: ticks.lowerBound, to: ticks.upperBound,
        prices)
    }
    if member.traits.contains(.drill) { drills[problem.areas[host], Int(slot.day)] += 1 }
  }

  private mutating func add(
    _ amount: Int32, of resource: ResourceID, from start: Int32, to end: Int32, _ prices: Prices
  ) {
    let position = prices.position[resource]
    guard position >= 0, amount != 0 else { return }
    let base = Int(position) * width
    for tick in base + Int(start)..<base + Int(end) { resources[tick] += amount }
  }
}
