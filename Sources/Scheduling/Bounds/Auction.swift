/// Months that pay for what they share: each takes what is cheapest for it, and prices follow what
/// all of them use.
///
/// What proves a bound (``LagrangianBound``) and what prices a part of a plan (``PartPricing``) both
/// hold one.
struct Auction: Sendable {
  /// What the prices are steps of.
  struct Standing: Sendable {
    fileprivate var resources: [Double]
    fileprivate var crowding: [Double]
    fileprivate var unplaced: Double
  }

  let months: Months
  private(set) var prices: Prices
  private(set) var usage: Usage
  private var solver: MonthSolver
  private var resourceSteps: PriceSteps
  private var crowdingSteps: PriceSteps
  private var unplacedSteps: PriceSteps

  init(_ months: Months, in problem: Problem) {
    self.months = months
    prices = Prices(problem)
    usage = Usage(prices, problem)
    solver = MonthSolver(
      months, dayCount: problem.dayCount, comfortableGap: problem.comfortableGap)
    resourceSteps = PriceSteps(count: usage.resources.count)
    crowdingSteps = PriceSteps(count: problem.areaCount * problem.dayCount)
    unplacedSteps = PriceSteps(count: 1)
  }

  /// Whether a point that is left out has a price.
  var pricesUnplaced: Bool { unplacedSteps.prices[0] > 0 }

  /// Steps that all months took so far.
  var solverSteps: Int { solver.steps }

  // MARK: Months

  /// What a host's month costs at least at the prices as they are; counted in ``usage``.
  ///
  /// `barred`: slots that cannot be had; empty: all can. `countsCosts`: slots cost what they cost
  /// beside their prices.
  mutating func solveMonth(
    of host: HostID, _ terms: MonthSolver.Terms, countsCosts: Bool, barred: [Bool] = [],
    in problem: Problem
  ) -> Int64 {
    solver.values.begin()
    for row in months.ranges[host.index] {
      evaluate(months.members[row], of: host, countsCosts: countsCosts, barred, problem)
    }
    let value = solver.solve(host, in: problem, terms)
    for (slot, row) in zip(solver.solution, months.ranges[host.index]) {
      if slot.isNone {
        usage.leaveOut(months.members[row])
      } else {
        usage.add(months.members[row], at: problem.slots[slot], of: host, prices, in: problem)
      }
    }
    return value
  }

  /// Of the month solved last, by position: none for what is left out.
  func solution(of host: HostID) -> ArraySlice<SlotID> {
    solver.solution[..<months.ranges[host.index].count]
  }

  private mutating func evaluate(
    _ member: Months.Member, of host: HostID, countsCosts: Bool, _ barred: [Bool],
    _ problem: Problem
  ) {
    let paysCrowding = member.traits.contains(.drill)
    for option in member.options {
      let onDay = months.options[option]
      let crowding = paysCrowding ? prices.crowding[problem.areas[host], Int(onDay.day)] : 0
      for row in onDay.slots.from..<onDay.slots.to {
        let slot = problem.slots[SlotID(row: row)]
        var value = crowding + prices.price(of: slot, for: member, in: problem)
        if !barred.isEmpty, barred[Int(row)] { value = MonthSolver.forbidden }
        if countsCosts { value += Int64(slot.cost) * Prices.unit }
        solver.values.append(value)
      }
      solver.values.endDay()
    }
  }

  // MARK: Counting

  /// What there is of each priced resource in each tick, if nothing but what is fixed is placed;
  /// where that takes more, that much.
  func room(in problem: Problem) -> [Int32] {
    var usage = Usage(prices, problem)
    for host in problem.hosts { Auction.addFixed(of: host, months, prices, to: &usage, problem) }
    var room = usage.resources
    for (index, resource) in prices.resources.enumerated() {
      for tick in index * prices.width..<(index + 1) * prices.width {
        room[tick] = max(room[tick], problem.capacities[resource])
      }
    }
    return room
  }

  /// Begins to count anew what a scope shares.
  mutating func clearUsage(of scope: Scope) { usage.clear(scope) }

  /// Counts of a part what others have of it, and what of it is fixed as its own.
  mutating func countOthers(_ schedule: Schedule, beside scope: Scope, in problem: Problem) {
    usage.forgetOthers(scope)
    for host in scope.hosts { Auction.addFixed(of: host, months, prices, to: &usage, problem) }
    usage.countOthers(schedule, scope)
  }

  private static func addFixed(
    of host: HostID, _ months: Months, _ prices: Prices, to usage: inout Usage, _ problem: Problem
  ) {
    for row in months.ranges[host.index] where months.members[row].traits.contains(.fixed) {
      let member = months.members[row]
      let slot = problem.slots[SlotID(row: problem.activities[member.activity].slots.from)]
      usage.add(member, at: slot, of: host, prices, in: problem)
    }
  }

  // MARK: Prices

  /// Where the prices stand, to go back to.
  var standing: Standing {
    Standing(
      resources: resourceSteps.prices, crowding: crowdingSteps.prices,
      unplaced: unplacedSteps.prices[0])
  }

  mutating func restart(from standing: Standing, _ scope: Scope, in problem: Problem) {
    resourceSteps.restart(from: standing.resources)
    crowdingSteps.restart(from: standing.crowding)
    unplacedSteps.restart(from: [standing.unplaced])
    readPrices(of: scope, in: problem)
  }

  /// Goes on from other prices, as far as a scope goes; what is left out costs `unplaced` a point.
  mutating func restart(
    from other: Prices, unplaced: Double, _ scope: Scope, in problem: Problem
  ) {
    unplacedSteps.restart(from: [unplaced])
    for index in scope.resources {
      resourceSteps.restart(
        index * prices.width..<(index + 1) * prices.width - 1,
        at: { Double(other.price(ofResourceAt: index, tick: $0)) / Double(Prices.unit) })
    }
    for area in scope.areas {
      let first = area.index * problem.dayCount
      crowdingSteps.restart(
        first..<first + problem.dayCount,
        at: { Double(other.crowding[area, $0]) / Double(Prices.unit) })
    }
    readPrices(of: scope, in: problem)
  }

  /// Goes on with another price of a point that is left out.
  mutating func restartUnplaced(at price: Double, _ scope: Scope, in problem: Problem) {
    unplacedSteps.restart(from: [price])
    readPrices(of: scope, in: problem)
  }

  /// Moves the prices of teams, venues and crowding along what is used beyond `room` and beyond
  /// what is `planned`, the latter only where costs count.
  mutating func move(
    by step: Double, _ room: [Int32], planned: Grid<AreaID, Int32>?, _ scope: Scope,
    in problem: Problem
  ) {
    for index in scope.resources {
      for tick in index * prices.width..<(index + 1) * prices.width {
        resourceSteps.move(tick, excess: Double(usage.resources[tick] - room[tick]), step: step)
      }
    }
    guard let planned else { return }
    for area in scope.areas {
      for day in 0..<problem.dayCount {
        crowdingSteps.move(
          area.index * problem.dayCount + day,
          excess: Double(usage.drills[area, day] - planned[area, day]), step: 2 * step)
      }
    }
  }

  /// Moves the price of a point that is left out along how many are, beyond `spare`, in units of
  /// `meanPriority`.
  mutating func moveUnplaced(by step: Double, beyond spare: Int64, _ meanPriority: Double) {
    unplacedSteps.move(
      0, excess: Double(usage.unplaced - spare) / meanPriority, step: 20 * step / meanPriority)
  }

  /// Rounds what the steps came to.
  mutating func readPrices(of scope: Scope, in problem: Problem) {
    func rounded(_ price: Double) -> Int64 { Int64((price * Double(Prices.unit)).rounded()) }
    for index in scope.resources {
      let base = index * prices.width
      prices.set({ rounded(resourceSteps.prices[base + $0]) }, ofResourceAt: index)
    }
    for area in scope.areas {
      for day in 0..<problem.dayCount {
        prices.crowding[area, day] =
          rounded(crowdingSteps.prices[area.index * problem.dayCount + day])
      }
    }
    prices.unplaced = rounded(unplacedSteps.prices[0])
  }
}
