/// What months pay for what they share, in ``unit``s of a cost.
///
/// Prices are whole numbers: sums of them are exact, and a bound is a proof that no rounding spoils.
struct Prices: Sendable {
  /// A cost of 1.
  static let unit: Int64 = 4096

  /// The resources that have prices: teams, and venues that several hosts could use.
  let resources: [ResourceID]
  /// Where a resource is in ``resources``; -1: it has no price.
  let position: Column<ResourceID, Int32>
  /// Sums that a resource has: one more than there are ticks.
  let width: Int
  /// For each priced resource and tick, the sum of the prices of all ticks before it.
  private(set) var sums: [Int64]
  /// What a drill pays on each day.
  var crowding: Grid<AreaID, Int64>
  /// What a point of priority costs that is left unplaced.
  var unplaced: Int64 = 0

  /// Nothing costs anything yet.
  init(_ problem: Problem) {
    let resources = Prices.shared(problem)
    var position = Column<ResourceID, Int32>(repeating: -1, count: problem.capacities.count)
    for (index, resource) in resources.enumerated() { position[resource] = Int32(index) }
    self.resources = resources
    self.position = position
    width = problem.tickCount + 1
    sums = Array(repeating: 0, count: resources.count * width)
    crowding = Grid(repeating: 0, rows: problem.areaCount, width: problem.dayCount)
  }

  private static func shared(_ problem: Problem) -> [ResourceID] {
    (0..<(problem.teamCount + problem.venueCount)).map { ResourceID($0) }.filter { resource in
      let users = problem.users[resource]
      guard resource.index >= problem.teamCount, let first = users.first else {
        return users.count > 1
      }
      return users.contains { problem.activities[$0].host != problem.activities[first].host }
    }
  }

  /// Sets the price of each tick of a resource.
  mutating func set(_ price: (Int) -> Int64, ofResourceAt index: Int) {
    var sum: Int64 = 0
    let base = index * width
    for tick in 0..<(width - 1) {
      sums[base + tick] = sum
      sum += price(tick)
    }
    sums[base + width - 1] = sum
  }

  func price(ofResourceAt index: Int, tick: Int) -> Int64 {
    sums[index * width + tick + 1] - sums[index * width + tick]
  }

  func price(of resource: ResourceID, from start: Int32, to end: Int32) -> Int64 {
    let position = position[resource]
    guard position >= 0 else { return 0 }
    let base = Int(position) * width
    return sums[base + Int(end)] - sums[base + Int(start)]
  }

  /// What so much of each priced resource in each tick is worth, as far as a scope goes.
  func value(of room: [Int32], _ scope: Scope) -> Int64 {
    var value: Int64 = 0
    for index in scope.resources {
      let base = index * width
      for tick in base..<base + width - 1 {
        value += Int64(room[tick]) * (sums[tick + 1] - sums[tick])
      }
    }
    return value
  }

  /// What a slot pays for teams and venue.
  func price(of slot: Slot, for member: Months.Member, in problem: Problem) -> Int64 {
    var price: Int64 = 0
    let end = slot.start + member.length
    for index in problem.teamSets.range(of: slot.teams) {
      let use = problem.teamSets.elements[index]
      price +=
        Int64(use.crews) * self.price(of: use.team, from: slot.start, to: end + use.turnaround)
    }
    if slot.venue >= 0, member.traits.contains(.usesVenue) {
      let ticks = problem.venueTicks(slot, length: member.length)
      price += self.price(
        of: problem.resource(ofVenue: slot.venue), from: ticks.lowerBound, to: ticks.upperBound)
    }
    return price
  }
}
