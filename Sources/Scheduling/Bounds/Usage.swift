/// What all months together use of what has a price.
struct Usage: Sendable {
  /// Of each priced resource in each tick.
  private(set) var resources: [Int32]
  /// Drills on each day.
  private(set) var drills: Grid<AreaID, Int32>
  /// Priority that is left unplaced.
  private(set) var unplaced: Int64 = 0
  private let width: Int

  init(_ prices: Prices, _ problem: Problem) {
    width = prices.width
    resources = Array(repeating: 0, count: prices.resources.count * prices.width)
    drills = Grid(repeating: 0, rows: problem.areaCount, width: problem.dayCount)
  }

  mutating func clear(_ problem: Problem) {
    for index in resources.indices { resources[index] = 0 }
    drills = Grid(repeating: 0, rows: problem.areaCount, width: problem.dayCount)
    unplaced = 0
  }

  mutating func leaveOut(_ member: Months.Member) { unplaced += member.priority }

  mutating func add(
    _ member: Months.Member, at slot: Slot, of host: HostID, _ prices: Prices, in problem: Problem
  ) {
    let end = slot.start + member.length
    for index in problem.teamSets.range(of: slot.teams) {
      let use = problem.teamSets.elements[index]
      add(use.crews, of: use.team, from: slot.start, to: end + use.turnaround, prices)
    }
    if slot.venue >= 0, member.traits.contains(.usesVenue) {
      add(1, of: problem.resource(ofVenue: slot.venue), from: slot.start, to: end, prices)
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
