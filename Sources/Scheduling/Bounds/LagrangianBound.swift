/// Proves what no plan can beat, by letting months pay for what they share.
///
/// Whatever the prices, the cheapest months less the value of all capacity cost no more than any
/// plan within the rules. The prices are moved to make that as much as possible; they then say what
/// is scarce, and the search is guided by them.
///
/// Source: Geoffrion, "Lagrangean relaxation for integer programming", 1974.
struct LagrangianBound: Sendable {
  /// Which level of the score is bounded.
  enum Level: Hashable, Sendable {
    case unplaced
    /// The cost of plans that leave no more priority unplaced than this, what has no slot aside.
    case cost(besides: Int64)
  }

  private(set) var level: Level
  let months: Months
  private(set) var prices: Prices
  /// The greatest bound so far, in ``Prices/unit``s; nothing before the first round.
  private(set) var best: Int64?
  /// The prices that prove it.
  private(set) var bestPrices: Prices
  /// What there is of each priced resource in each tick; where what is fixed takes more, that much.
  private var room: [Int32]
  /// The same, if nothing but what is fixed is placed.
  private let wholeRoom: [Int32]
  private let meanPriority: Double
  /// Steps that one month may take.
  private let monthSteps: Int
  /// Of the solver, after which a month may take only a fiftieth of that.
  private var stepsUntil = 0
  private var solver: MonthSolver
  private var usage: Usage
  private var resourceSteps: PriceSteps
  private var crowdingSteps: PriceSteps
  private var unplacedSteps: PriceSteps
  /// What the bound is of: everything, or a part of a plan beside the rest of it.
  private var scope: Scope
  /// Slots that what is outside of the scope bars; empty: the scope is everything.
  private var barred: [Bool] = []
  private var bestSteps: (resources: [Double], crowding: [Double], unplaced: [Double])

  init(_ level: Level, _ months: Months, monthSteps: Int, in problem: Problem) {
    self.monthSteps = monthSteps
    self.level = level
    self.months = months
    prices = Prices(problem)
    bestPrices = prices
    solver = MonthSolver(
      months, dayCount: problem.dayCount, comfortableGap: problem.comfortableGap)
    usage = Usage(prices, problem)
    wholeRoom = LagrangianBound.room(months, prices, problem)
    room = wholeRoom
    scope = Scope(everythingIn: problem, prices)
    resourceSteps = PriceSteps(count: usage.resources.count)
    crowdingSteps = PriceSteps(count: problem.areaCount * problem.dayCount)
    unplacedSteps = PriceSteps(count: 1)
    let priorities = problem.activities.values.reduce(0.0) { $0 + Double($1.priority) }
    meanPriority = max(1, priorities / Double(max(1, problem.activities.count)))
    bestSteps = (resourceSteps.prices, crowdingSteps.prices, unplacedSteps.prices)
  }

  /// The bound in costs, or in points of priority.
  var bound: Int {
    guard let best else { return 0 }
    return max(0, Int((best + Prices.unit - 1) / Prices.unit))
  }

  private static func room(_ months: Months, _ prices: Prices, _ problem: Problem) -> [Int32] {
    var usage = Usage(prices, problem)
    for host in problem.hosts {
      for row in months.ranges[host.index] where months.members[row].traits.contains(.fixed) {
        let member = months.members[row]
        let slot = problem.slots[SlotID(row: problem.activities[member.activity].slots.from)]
        usage.add(member, at: slot, of: host, prices, in: problem)
      }
    }
    var room = usage.resources
    for (index, resource) in prices.resources.enumerated() {
      for tick in index * prices.width..<(index + 1) * prices.width {
        room[tick] = max(room[tick], problem.capacities[resource])
      }
    }
    return room
  }

  private var isOfCost: Bool { level != .unplaced }
  private var isPart: Bool { !barred.isEmpty }

  /// Moves the prices so many times, each time by a step that is `decay` times the one before.
  mutating func run(
    rounds: Int, step: Double, decay: Double, in problem: Problem,
    until criterion: StoppingCriterion
  ) {
    // A few hard months must not keep all others waiting.
    stepsUntil = solver.steps + rounds * scope.hosts.count * max(1, monthSteps / 2)
    var step = step
    for _ in 0..<rounds where criterion.reason() == nil {
      runRound(step: step, in: problem, until: criterion)
      step *= decay
    }
  }

  /// Solves every month at the prices as they are, then moves the prices.
  private mutating func runRound(
    step: Double, in problem: Problem, until criterion: StoppingCriterion
  ) {
    usage.clear(scope)
    var value: Int64 = 0
    for host in scope.hosts {
      let month = solveMonth(of: host, in: problem)
      guard month < MonthSolver.forbidden / 2 else { return }
      value += month
      // What is not whole proves nothing.
      if host.row % 1024 == 1023, criterion.reason() != nil { return }
    }
    for index in scope.resources {
      let base = index * prices.width
      for tick in 0..<prices.width - 1 {
        value -=
          Int64(room[base + tick]) * (prices.sums[base + tick + 1] - prices.sums[base + tick])
      }
    }
    let crowding = CrowdingTerms(prices, usage, scope, isOfCost: isOfCost, in: problem)
    value += crowding.value
    if case .cost(let spare) = level { value -= prices.unplaced * spare }
    if !isPart, best.map({ value > $0 }) ?? true {
      best = value
      bestPrices = prices
      bestSteps = (resourceSteps.prices, crowdingSteps.prices, unplacedSteps.prices)
    }
    move(step, crowding, problem)
  }

  /// Goes back to the prices of the best bound.
  mutating func restart(in problem: Problem) {
    resourceSteps.restart(from: bestSteps.resources)
    crowdingSteps.restart(from: bestSteps.crowding)
    unplacedSteps.restart(from: bestSteps.unplaced)
    readPrices(problem)
  }

  /// Bounds another level, at the prices that were best for this one.
  mutating func turn(to level: Level, in problem: Problem) {
    defer { self.level = level }
    // Plans that leave out less are among those that were bounded, and at the same prices cost
    // that much more.
    if case .cost(let before) = self.level, case .cost(let spare) = level, spare <= before,
      let proven = best
    {
      best = proven + bestPrices.unplaced * (before - spare)
      return
    }
    best = nil
    // Dear at first, so that as good as nothing is left out.
    if case .cost(let spare) = level, spare > 0, unplacedSteps.prices[0] == 0 {
      unplacedSteps.restart(from: [100 / meanPriority])
      readPrices(problem)
    }
  }

  private mutating func solveMonth(of host: HostID, in problem: Problem) -> Int64 {
    let range = months.ranges[host.index]
    if let first = range.first {
      let firstOption = months.members[first].options.lowerBound
      for row in range { evaluate(months.members[row], of: host, firstOption, problem) }
    }
    let value = solver.solve(host, in: problem, terms(problem))
    useSolution(of: host, in: problem)
    return value
  }

  private mutating func useSolution(of host: HostID, in problem: Problem) {
    let range = months.ranges[host.index]
    for (index, row) in range.enumerated() {
      let slot = solver.solution[index]
      if slot.isNone {
        usage.leaveOut(months.members[row])
      } else {
        usage.add(months.members[row], at: problem.slots[slot], of: host, prices, in: problem)
      }
    }
  }

  private func terms(_ problem: Problem) -> MonthSolver.Terms {
    let limit = solver.steps < stepsUntil ? monthSteps : max(1, monthSteps / 50)
    switch level {
    case .unplaced:
      return MonthSolver.Terms(unplaced: Prices.unit, stepLimit: limit, remembers: true)
    case .cost(let spare):
      return MonthSolver.Terms(
        unplaced: unplacedValue(beside: spare),
        quietWeek: Int64(problem.weights.quietWeek) * Prices.unit,
        closeness: Int64(problem.weights.closeness) * Prices.unit,
        comfortableGap: Int32(problem.comfortableGap), stepLimit: limit, remembers: true)
    }
  }

  /// A part has no count of its own of what may be left out; without a price, it leaves out as little
  /// as it can.
  private func unplacedValue(beside spare: Int64) -> Int64? {
    if isPart { return prices.unplaced > 0 ? prices.unplaced : months.unplacedValue }
    return spare > 0 ? prices.unplaced : nil
  }

  private mutating func evaluate(
    _ member: Months.Member, of host: HostID, _ firstOption: Int, _ problem: Problem
  ) {
    let paysCrowding = member.traits.contains(.drill)
    var at = member.firstSlot
    for option in member.options {
      let onDay = months.options[option]
      let crowding =
        paysCrowding ? prices.crowding[problem.areas[host], Int(onDay.day)] : 0
      var least = MonthSolver.forbidden
      for row in onDay.slots.from..<onDay.slots.to {
        let slot = problem.slots[SlotID(row: row)]
        var value = crowding + prices.price(of: slot, for: member, in: problem)
        if isPart, barred[Int(row)] { value = MonthSolver.forbidden }
        if isOfCost { value += Int64(slot.cost) * Prices.unit }
        solver.slotValues[at] = value
        least = min(least, value)
        at += 1
      }
      solver.values[option - firstOption] = least
    }
  }

  private mutating func move(_ step: Double, _ crowding: CrowdingTerms, _ problem: Problem) {
    for index in scope.resources {
      for tick in index * prices.width..<(index + 1) * prices.width {
        resourceSteps.move(tick, excess: Double(usage.resources[tick] - room[tick]), step: step)
      }
    }
    if isOfCost {
      for area in scope.areas {
        for day in 0..<problem.dayCount {
          let excess = usage.drills[area, day] - crowding.planned[area, day]
          crowdingSteps.move(
            area.index * problem.dayCount + day, excess: Double(excess), step: 2 * step)
        }
      }
      if case .cost(let spare) = level, spare > 0 {
        unplacedSteps.move(
          0, excess: Double(usage.unplaced - spare) / meanPriority, step: 20 * step / meanPriority)
      }
    }
    readPrices(problem)
  }

  private mutating func readPrices(_ problem: Problem) {
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

// MARK: Parts

extension LagrangianBound {
  /// Prices a part of a plan from now on: what some hosts could do beside what is placed.
  ///
  /// Their own activities are not placed, but for what is fixed.
  mutating func narrow(
    to hosts: [HostID], beside working: WorkingSchedule, in problem: Problem
  ) {
    if barred.isEmpty { barred = Array(repeating: false, count: problem.slots.count) }
    scope = Scope(hosts, months, prices, in: problem)
    // What is fixed of the scope's own counts as its own, not as others'.
    usage.forgetOthers(scope)
    for host in hosts {
      for row in months.ranges[host.index] {
        let member = months.members[row]
        let slots = problem.slotRange(of: member.activity)
        guard !member.traits.contains(.fixed) else {
          let slot = problem.slots[slots[slots.startIndex]]
          usage.add(member, at: slot, of: host, prices, in: problem)
          continue
        }
        for slot in slots {
          barred[slot.index] = !working.rules.admits(
            slot, of: member.activity, on: working.schedule, in: problem)
        }
      }
    }
    for index in scope.resources {
      let base = index * prices.width
      for tick in 0..<prices.width - 1 {
        room[base + tick] =
          wholeRoom[base + tick] + usage.resources[base + tick]
          - Int32(working.schedule.usage[prices.resources[index], tick])
      }
    }
    usage.countOthers(working.schedule, scope)
  }

  /// Begins a part at other prices, as far as the scope goes; what is left out costs its price there
  /// if the part `leavesOut`, else more than anything.
  mutating func begin(at other: Prices, leavesOut: Bool, in problem: Problem) {
    unplacedSteps.restart(from: [leavesOut ? Double(other.unplaced) / Double(Prices.unit) : 0])
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
    readPrices(problem)
  }

  /// The cheapest month of a host of the scope, by position: none for what is left out.
  mutating func month(of host: HostID, in problem: Problem) -> ArraySlice<SlotID> {
    _ = solveMonth(of: host, in: problem)
    return solver.solution[..<months.ranges[host.index].count]
  }
}
