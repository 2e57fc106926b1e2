internal import Drills
internal import Foundation

/// Takes bound and search through cycles of cooling, each twice as long as the one before.
///
/// A cycle is so many phases: first some for what is unplaced, if more may be left out than must be,
/// then those for the cost. In each the bound solves all months a few times and the search makes
/// about as much work of moves; then they exchange prices. Steps and temperature fall all through
/// either, the steps by the same share in each round: what is known of the prices grows about as
/// fast as that, and slower steps or faster ones were measured to prove less in the same time.
struct Cycles: Sendable {
  private let problem: Problem
  private let tuning: SearchTuning.Cycles
  private let threads: Int
  private var costBound: LagrangianBound
  private var unplacedBound: LagrangianBound
  /// Nothing where nobody decided anything that could be left out.
  private var pinnedBound: LagrangianBound?
  private var search: MonthSearch
  /// Whether the first phase begins with a schedule of its own.
  private let constructs: Bool
  /// Priority of what has no slot at all.
  private let hopeless: Int64
  /// The same of what a person decided.
  private let hopelessPinned: Int64
  /// The greatest common divisor of all priorities: what is unplaced is a multiple of it.
  private let priorityStep: Int
  /// What a cost typically is: the scale of prices and temperatures.
  private let scale: Double
  private let meanPriority: Double

  private var cycle = 0
  private var phase = 0
  /// Of this cycle, spent on what is unplaced.
  private var phasesForUnplaced = 0
  /// At the end of the last cycle.
  private var before: (worth: Worth, bound: Int)?
  private(set) var idleCycles = 0

  /// `constructs`: the search has no schedule worth beginning with.
  init(
    _ problem: Problem, costBound: LagrangianBound, unplacedBound: LagrangianBound,
    pinnedBound: LagrangianBound?, _ search: MonthSearch, constructs: Bool, scale: Double,
    threads: Int,
    _ tuning: SearchTuning.Cycles
  ) {
    self.problem = problem
    self.costBound = costBound
    self.unplacedBound = unplacedBound
    self.pinnedBound = pinnedBound
    self.search = search
    self.constructs = constructs
    self.scale = scale
    self.threads = threads
    self.tuning = tuning
    hopeless = problem.activities.values.reduce(0) {
      $0 + ($1.slots.isEmpty ? Int64($1.priority) : 0)
    }
    hopelessPinned = problem.activities.values.reduce(0) {
      $0 + ($1.slots.isEmpty && $1.isPinned ? Int64($1.priority) : 0)
    }
    priorityStep = problem.activities.values.reduce(0) {
      $1.mustStay ? $0 : greatestCommonDivisor($0, Int($1.priority))
    }
    meanPriority = problem.meanPriority
  }

  var best: Schedule { search.best(in: problem) }
  var worth: Worth { search.bestWorth }
  var evaluated: Int { search.evaluated }

  /// What is proven of plans that leave as little unplaced as the best.
  var bound: Bound {
    Bound(
      pinnedUnplaced: min(provenPinned, worth.pinnedUnplaced),
      unplaced: min(provenUnplaced, worth.unplaced),
      cost: costBound.level == .cost(besides: spare) ? min(costBound.bound, worth.cost) : 0)
  }

  /// What the best leaves out, what has no slot at all aside.
  private var spare: LagrangianBound.Spare {
    LagrangianBound.Spare(
      pinned: Int64(worth.pinnedUnplaced) - hopelessPinned,
      unplaced: Int64(worth.unplaced) - hopeless)
  }

  /// The hours that are worth most at the prices that prove the bound; none if nothing is proven of
  /// plans that leave as little unplaced as the best.
  func scarcest(_ count: Int, in problem: Problem, of agenda: Agenda) -> [Scarcity] {
    guard let best = costBound.best, costBound.level == .cost(besides: spare) else { return [] }
    let open = max(0, Int64(worth.cost) * Prices.unit - best)
    return costBound.bestPrices.scarcest(count, open: open, in: problem, of: agenda)
  }

  private var provenPinned: Int { Int(hopelessPinned) + steps(pinnedBound?.bound ?? 0) }

  /// Of plans that leave out as little as the best of what a person decided.
  private var provenUnplaced: Int { Int(hopeless) + steps(unplacedBound.bound) }

  /// The least sum of priorities that is no less.
  private func steps(_ points: Int) -> Int {
    priorityStep == 0 ? points : (points + priorityStep - 1) / priorityStep * priorityStep
  }

  /// One turn of bound and search, side by side where there are threads for both.
  ///
  /// Each works with what the other knew when the phase began.
  mutating func runPhase(until criterion: StoppingCriterion) async {
    if constructs, cycle == 0, phase == 0 { search.construct(costBound.bestPrices, in: problem) }
    let length = tuning.phasesOfFirst << min(cycle, 12)
    let mostForUnplaced = Int(Double(length) * tuning.shareOfUnplaced)
    let mindsPinned = worth.pinnedUnplaced > provenPinned && phase.isMultiple(of: 2)
    let mindsCost =
      phase >= mostForUnplaced || (!mindsPinned && worth.unplaced <= provenUnplaced)
    if !mindsCost { phasesForUnplaced = phase + 1 }
    let stage = mindsCost ? phasesForUnplaced..<length : 0..<mostForUnplaced
    let heat = 1 - Double(phase - stage.lowerBound) / Double(stage.count)
    let bound = mindsCost ? costBound : mindsPinned ? pinnedBound ?? unplacedBound : unplacedBound
    let decay = pow(tuning.lastShare, 1 / Double(stage.count * tuning.roundsOfPhase))
    let step =
      (cycle == 0 ? tuning.firstStep : tuning.laterStep) * (mindsCost ? scale : meanPriority)
      * pow(decay, Double((phase - stage.lowerBound) * tuning.roundsOfPhase))
    let firstHeat = cycle == 0 ? tuning.firstHeat : tuning.laterHeat
    let annealing = Annealing(
      temperature: mindsCost ? scale * heat * heat * firstHeat : 0, mindsCost: mindsCost)
    let (problem, search, rounds) = (problem, search, tuning.roundsOfPhase)
    let areGood = cycle > 0 && mindsCost

    @Sendable func bounded() -> LagrangianBound {
      var bound = bound
      bound.run(rounds: rounds, step: step, decay: decay, in: problem, until: criterion)
      return bound
    }
    @Sendable func searched() -> MonthSearch {
      var search = search
      search.run(
        work: rounds * problem.hostCount, keeping: annealing, bound.bestPrices, areGood: areGood,
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
    switch after.level {
    case .pinnedUnplaced: pinnedBound = after
    case .unplaced: unplacedBound = after
    case .cost: costBound = after
    }
    followUnplaced()
    phase += 1
    if phase >= length { endCycle() }
  }

  /// Each level is bounded beside those before it, so its bound begins anew once these change.
  private mutating func followUnplaced() {
    let spare = spare
    let unplaced = LagrangianBound.Level.unplaced(
      besides: LagrangianBound.Spare(pinned: spare.pinned))
    if unplacedBound.level != unplaced { unplacedBound.turn(to: unplaced, in: problem) }
    let cost = LagrangianBound.Level.cost(besides: spare)
    if costBound.level != cost { costBound.turn(to: cost, in: problem) }
  }

  private mutating func endCycle() {
    phase = 0
    phasesForUnplaced = 0
    cycle += 1
    let isBetter = before.map { worth < $0.worth || $0.bound < bound.cost } ?? true
    idleCycles = isBetter ? 0 : idleCycles + 1
    before = (worth, bound.cost)
    costBound.restart(in: problem)
    unplacedBound.restart(in: problem)
    pinnedBound?.restart(in: problem)
  }
}
