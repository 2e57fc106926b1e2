/// Prices a part of a plan: what some hosts could do beside what all others have.
struct PartPricing: Sendable {
  private var auction: Auction
  private var scope: Scope
  /// What there is of each priced resource in each tick, if nothing but what is fixed is placed.
  private let wholeRoom: [Int32]
  /// What others leave of it.
  private var room: [Int32]
  /// Slots that what others have bars.
  private var barred: [Bool]
  private var allowance: StepAllowance

  /// Nobody is asked yet.
  init(_ months: Months, monthSteps: Int, in problem: Problem) {
    auction = Auction(months, in: problem)
    scope = Scope([], months, auction.prices, in: problem)
    wholeRoom = auction.room(in: problem)
    room = wholeRoom
    barred = Array(repeating: false, count: problem.slots.count)
    allowance = StepAllowance(ofMonth: monthSteps)
  }

  /// Prices from now on what these hosts could do beside what is placed.
  ///
  /// Their own activities are not placed, but for what is fixed.
  mutating func narrow(
    to hosts: [HostID], beside working: WorkingSchedule, in problem: Problem
  ) {
    let months = auction.months
    scope = Scope(hosts, months, auction.prices, in: problem)
    for host in hosts {
      for row in months.ranges[host.index] where !months.members[row].traits.contains(.fixed) {
        let activity = months.members[row].activity
        for slot in problem.slotRange(of: activity) {
          barred[slot.index] = !working.rules.admits(
            slot, of: activity, on: working.schedule, in: problem)
        }
      }
    }
    auction.countOthers(working.schedule, beside: scope, in: problem)
    let prices = auction.prices
    for index in scope.resources {
      let base = index * prices.width
      for tick in 0..<prices.width - 1 {
        room[base + tick] =
          wholeRoom[base + tick] + auction.usage.resources[base + tick]
          - Int32(working.schedule.usage[prices.resources[index], tick])
      }
    }
  }

  /// Begins at other prices, as far as the part goes; what is left out costs its price there if the
  /// part `leavesOut`, else more than anything.
  mutating func begin(at other: Prices, leavesOut: Bool, in problem: Problem) {
    auction.restart(
      from: other, unplaced: leavesOut ? Double(other.unplaced) / Double(Prices.unit) : 0, scope,
      in: problem)
  }

  /// Moves the prices so many times, each time by a step that is `decay` times the one before.
  mutating func run(
    rounds: Int, step: Double, decay: Double, in problem: Problem,
    until criterion: StoppingCriterion
  ) {
    allowance.begin(months: rounds * scope.hosts.count, at: auction.solverSteps)
    var step = step
    for _ in 0..<rounds where criterion.reason() == nil {
      runRound(step: step, in: problem, until: criterion)
      step *= decay
    }
  }

  private mutating func runRound(
    step: Double, in problem: Problem, until criterion: StoppingCriterion
  ) {
    auction.clearUsage(of: scope)
    for host in scope.hosts {
      guard solveMonth(of: host, in: problem) < MonthSolver.forbidden / 2 else { return }
      if host.row % 1024 == 1023, criterion.reason() != nil { return }
    }
    let crowding = CrowdingTerms(
      auction.prices, auction.usage, scope, isOfCost: true, in: problem)
    auction.move(by: step, room, planned: crowding.planned, scope, in: problem)
    auction.readPrices(of: scope, in: problem)
  }

  /// The cheapest month of a host of the part, by position: none for what is left out.
  mutating func month(of host: HostID, in problem: Problem) -> ArraySlice<SlotID> {
    _ = solveMonth(of: host, in: problem)
    return auction.solution(of: host)
  }

  private mutating func solveMonth(of host: HostID, in problem: Problem) -> Int64 {
    let price = auction.prices.unplaced
    let terms = MonthSolver.Terms(
      costsOf: problem,
      // A part has no count of its own of what may be left out; without a price, it leaves out as
      // little as it can.
      unplaced: price > 0 ? price : auction.months.unplacedValue,
      pinnedFactor: MonthSolver.pinnedFactorOfSearch,
      stepLimit: allowance.ofNextMonth(at: auction.solverSteps), remembers: true)
    return auction.solveMonth(of: host, terms, countsCosts: true, barred: barred, in: problem)
  }
}
