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
    case pinnedUnplaced
    /// What is unplaced in plans that leave no more unplaced of what a person decided than this.
    case unplaced(besides: Spare)
    /// The cost of plans that leave no more unplaced than this.
    case cost(besides: Spare)
  }

  /// What may be left out, in points of priority, what has no slot at all aside.
  struct Spare: Hashable, Sendable {
    var pinned: Int64
    /// That of what a person decided included; of no meaning for the bound of what is unplaced.
    var unplaced: Int64 = 0

    /// Whether whatever leaves out no more than this leaves out no more than `other`.
    func isWithin(_ other: Spare) -> Bool { pinned <= other.pinned && unplaced <= other.unplaced }

    /// Points as months count them, ``MonthSolver/pinnedFactor``-fold where a person decided.
    var points: Int64 { unplaced + (MonthSolver.pinnedFactor - 1) * pinned }
  }

  private(set) var level: Level
  /// The greatest bound so far, in ``Prices/unit``s; nothing before the first round.
  private(set) var best: Int64?
  /// The prices that prove it.
  private(set) var bestPrices: Prices
  private var bestStanding: Auction.Standing
  private var auction: Auction
  private let scope: Scope
  /// What there is of each priced resource in each tick; where what is fixed takes more, that much.
  private let room: [Int32]
  private let meanPriority: Double
  /// What has no slot costs for not being placed, in ``Prices/unit``s.
  private let costOfHopeless: Int64
  private var allowance: StepAllowance

  init(_ level: Level, _ months: Months, monthSteps: Int, in problem: Problem) {
    self.level = level
    auction = Auction(months, in: problem)
    bestPrices = auction.prices
    bestStanding = auction.standing
    scope = Scope(everythingIn: problem, auction.prices)
    room = auction.room(in: problem)
    allowance = StepAllowance(ofMonth: monthSteps)
    meanPriority = max(1, problem.meanPriority)
    costOfHopeless = Int64(problem.costOfHopeless) * Prices.unit
  }

  /// The bound in costs, or in points of priority.
  var bound: Int {
    guard let best else { return 0 }
    return max(0, Int((best + Prices.unit - 1) / Prices.unit))
  }

  private var isOfCost: Bool {
    if case .cost = level { true } else { false }
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

  /// Solves every month at the prices as they are, then moves the prices.
  private mutating func runRound(
    step: Double, in problem: Problem, until criterion: StoppingCriterion
  ) {
    auction.clearUsage(of: scope)
    var value: Int64 = 0
    for host in scope.hosts {
      let month = auction.solveMonth(of: host, terms(problem), countsCosts: isOfCost, in: problem)
      guard month < MonthSolver.forbidden / 2 else { return }
      value += month
      // What is not whole proves nothing.
      if host.row % 1024 == 1023, criterion.reason() != nil { return }
    }
    let prices = auction.prices
    value -= prices.value(of: room, scope)
    let crowding = CrowdingTerms(prices, auction.usage, scope, isOfCost: isOfCost, in: problem)
    value += crowding.value
    switch level {
    case .pinnedUnplaced: break
    case .unplaced(let spare): value -= Prices.unit * (MonthSolver.pinnedFactor - 1) * spare.pinned
    case .cost(let spare): value += costOfHopeless - prices.unplaced * spare.points
    }
    if best.map({ value > $0 }) ?? true {
      best = value
      bestPrices = prices
      bestStanding = auction.standing
    }
    move(step, crowding, problem)
  }

  private mutating func move(_ step: Double, _ crowding: CrowdingTerms, _ problem: Problem) {
    auction.move(by: step, room, planned: isOfCost ? crowding.planned : nil, scope, in: problem)
    if case .cost(let spare) = level, spare.unplaced > 0 {
      auction.moveUnplaced(by: step, beyond: spare.points, meanPriority)
    }
    auction.readPrices(of: scope, in: problem)
  }

  /// Goes back to the prices of the best bound.
  mutating func restart(in problem: Problem) {
    auction.restart(from: bestStanding, scope, in: problem)
  }

  /// Bounds another level, at the prices that were best for this one.
  mutating func turn(to level: Level, in problem: Problem) {
    defer { self.level = level }
    // Plans that leave out less are among those that were bounded, and at the same prices cost
    // that much more.
    if case .cost(let before) = self.level, case .cost(let spare) = level,
      spare.isWithin(before), let proven = best
    {
      best = proven + bestPrices.unplaced * (before.points - spare.points)
      return
    }
    best = nil
    // Dear at first, so that as good as nothing is left out.
    if case .cost(let spare) = level, spare.unplaced > 0, !auction.pricesUnplaced {
      auction.restartUnplaced(at: 100 / meanPriority, scope, in: problem)
    }
  }

  private func terms(_ problem: Problem) -> MonthSolver.Terms {
    let limit = allowance.ofNextMonth(at: auction.solverSteps)
    switch level {
    case .pinnedUnplaced:
      return MonthSolver.Terms(
        unplaced: Prices.unit / MonthSolver.pinnedFactor, countsPinnedAlone: true,
        stepLimit: limit, remembers: true)
    case .unplaced(let spare):
      return MonthSolver.Terms(
        unplaced: Prices.unit, pinnedFactor: factor(spare), stepLimit: limit, remembers: true)
    case .cost(let spare):
      return MonthSolver.Terms(
        costsOf: problem, unplaced: spare.unplaced > 0 ? auction.prices.unplaced : nil,
        pinnedFactor: factor(spare), stepLimit: limit, remembers: true)
    }
  }

  private func factor(_ spare: Spare) -> Int64? {
    spare.pinned > 0 ? MonthSolver.pinnedFactor : nil
  }
}

extension Problem {
  /// Of what may be left out.
  var meanPriority: Double {
    let free = activities.values.filter { !$0.mustStay }
    return free.reduce(0.0) { $0 + Double($1.priority) } / Double(max(1, activities.count))
  }

  /// What it costs that some activities have no slot at all: dropped, and by themselves uneven.
  var costOfHopeless: Int {
    hosts.reduce(0) { sum, host in
      let none = served[host].filter { slotRange(of: $0).isEmpty }
      let dropped = none.count {
        activities[$0].host == host && activities[$0].traits.contains(.published)
      }
      let pairs =
        none.contains { activities[$0].traits.contains(.local) }
        ? none.count * (none.count - 1) / 2 : 0
      return sum + Int(weights.dropped) * dropped + Int(weights.unevenness) * pairs
    }
  }
}
