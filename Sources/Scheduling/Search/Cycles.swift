internal import Drills

/// Takes bound and search through cycles of cooling, each twice as long as the one before.
///
/// A cycle is so many phases. In each the bound solves all months a few times and the search makes
/// about as much work of moves; then they exchange prices. Steps and temperature fall all through
/// a cycle and start lower in the next one.
struct Cycles: Sendable {
  private let problem: Problem
  private let threads: Int
  private let months: Months
  private var costBound: LagrangianBound
  private var unplacedBound: LagrangianBound
  private var search: MonthSearch
  /// Priority of what has no slot at all.
  private let hopeless: Int64
  /// The greatest common divisor of all priorities: what is unplaced is a multiple of it.
  private let priorityStep: Int
  /// What a cost typically is: the scale of prices and temperatures.
  private let scale: Double

  private var cycle = 0
  private var phase = 0
  /// At the end of the last cycle.
  private var before: (worth: Worth, bound: Int)?
  private(set) var idleCycles = 0

  private static let phasesOfFirstCycle = 4
  private static let roundsOfPhase = 20

  init(_ problem: Problem, _ options: SearchOptions) {
    self.problem = problem
    threads = options.threads
    months = Months(problem)
    hopeless = problem.activities.values.reduce(0) {
      $0 + ($1.slots.isEmpty ? Int64($1.priority) : 0)
    }
    priorityStep = problem.activities.values.reduce(0) {
      greatestCommonDivisor($0, Int($1.priority))
    }
    costBound = LagrangianBound(
      .cost(besides: 0), months, monthSteps: options.monthSteps, in: problem)
    unplacedBound = LagrangianBound(
      .unplaced, months, monthSteps: options.monthSteps, in: problem)
    search = MonthSearch(months, in: problem, SplitMix64(seed: options.seed))
    scale = Cycles.typicalCost(problem)
  }

  var best: Schedule { search.best }
  var worth: Worth { search.bestWorth }

  /// What is proven of plans that leave as little unplaced as the best.
  var bound: Bound {
    let spare = Int64(worth.unplaced) - hopeless
    return Bound(
      unplaced: min(provenUnplaced, worth.unplaced),
      cost: costBound.level == .cost(besides: spare) ? min(costBound.bound, worth.cost) : 0)
  }

  private var provenUnplaced: Int {
    let proven = unplacedBound.bound
    let steps =
      priorityStep == 0 ? proven : (proven + priorityStep - 1) / priorityStep * priorityStep
    return Int(hopeless) + steps
  }

  /// One turn of bound and search, side by side where there are threads for both.
  ///
  /// Each works with what the other knew when the phase began.
  mutating func runPhase(until criterion: StoppingCriterion) async {
    if cycle == 0, phase == 0 {
      costBound.run(rounds: 10, step: scale * 0.1, in: problem, until: criterion)
      search.construct(costBound.bestPrices, in: problem)
    }
    let length = Cycles.phasesOfFirstCycle << min(cycle, 12)
    let heat = 1 - Double(phase) / Double(length)
    let mindsCost = worth.unplaced <= provenUnplaced || cycle % 2 == 1
    let bound = mindsCost ? costBound : unplacedBound
    let step =
      mindsCost
      ? scale * 0.1 * heat * heat / Double(1 + cycle) : Double(priorityStep) * 0.1 * heat
    let temperature = mindsCost ? scale * heat * heat : 0
    let (problem, search, moves) = (problem, search, movesOfPhase)

    @Sendable func bounded() -> LagrangianBound {
      var bound = bound
      bound.run(rounds: Cycles.roundsOfPhase, step: step, in: problem, until: criterion)
      return bound
    }
    @Sendable func searched() -> MonthSearch {
      var search = search
      search.run(
        moves: moves, temperature: temperature, mindsCost: mindsCost, bound.bestPrices,
        in: problem, until: criterion)
      return search
    }
    let after: LagrangianBound
    if threads > 1 {
      async let other = bounded()
      self.search = searched()
      after = await other
    } else {
      after = bounded()
      self.search = searched()
    }
    if mindsCost { costBound = after } else { unplacedBound = after }
    followUnplaced()
    phase += 1
    if phase >= length { endCycle() }
  }

  private var movesOfPhase: Int { max(20, 10 * problem.hostCount) }

  /// The cost is bounded beside what is unplaced, so the bound begins anew once that changes.
  private mutating func followUnplaced() {
    let level = LagrangianBound.Level.cost(besides: Int64(worth.unplaced) - hopeless)
    if costBound.level != level { costBound.turn(to: level, in: problem) }
  }

  private mutating func endCycle() {
    phase = 0
    cycle += 1
    let isBetter = before.map { worth < $0.worth || $0.bound < bound.cost } ?? true
    idleCycles = isBetter ? 0 : idleCycles + 1
    before = (worth, bound.cost)
    costBound.restart(in: problem)
    unplacedBound.restart(in: problem)
  }

  /// The mean of all slot costs that are not 0.
  private static func typicalCost(_ problem: Problem) -> Double {
    var (sum, count) = (0.0, 0.0)
    for slot in problem.slots.values where slot.cost > 0 {
      sum += Double(slot.cost)
      count += 1
    }
    return count == 0 ? 1 : sum / count
  }
}
