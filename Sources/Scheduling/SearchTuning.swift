/// What was measured to search well; nothing of it changes what is a plan or what is proven.
struct SearchTuning: Hashable, Sendable {
  var cycles = Cycles()
  var rearranging = Rearranging()
  var settling = Settling()
  /// Passes of a repair over what has moved.
  var repairPasses = 3

  /// How bound and search take turns.
  struct Cycles: Hashable, Sendable {
    /// Each cycle has twice as many as the one before.
    var phasesOfFirst = 5
    /// Of a phase: how often all months are solved; the search makes about as much work of moves.
    var roundsOfPhase = 30
    /// Of a cycle, for what is unplaced while more is left out than is proven to be necessary, a
    /// fraction: less left the search with plans that leave out more, more with plans that cost more.
    var shareOfUnplaced = 0.4
    /// With which prices begin to move, a fraction of a typical cost or priority.
    var firstStep = 0.2
    var laterStep = 0.1
    /// What is left of a step at the end of a cycle, a fraction.
    var lastShare = 0.002
    /// Temperature at the beginning of the first cycle and of later ones, in typical costs.
    var firstHeat = 1.0
    var laterHeat = 0.3
  }

  /// How a host is given another month, others making way.
  struct Rearranging: Hashable, Sendable {
    /// How often those that were pushed out push out others, at most.
    var depth = 3
    /// Shares of their prices that are paid for scarce things, one of them at random, in 256ths.
    var shares: [Int64] = [0, 0, 77, 256]
    /// The share of their prices that is paid for what others have, at most, in 256ths.
    var evictingShare = 319
    /// The share of their prices that is paid while nothing is placed yet, in 256ths.
    var firstShare: Int64 = 256
    /// How much one is like solving as many months for a bound: what is free has to be found out
    /// slot by slot.
    var work = 8
    /// Steps of the month solver.
    var stepLimit = 1000
    /// How much cheaper a month must be to be looked for, in 4096ths of a cost.
    var tolerance: Int64 = Prices.unit / 8
    /// By how much less a slot is taken to cost where its activity was before a decision that was
    /// taken back, in 4096ths of a cost: enough to break ties.
    var worthOfReturning: Int64 = Prices.unit / 4
    /// Of so many moves, one begins where something is left out, if anything is.
    var movesForUnplaced = 4
    /// Hosts that are looked through for one that something is left out for, at most.
    var hostsForUnplaced = 64
  }

  /// How some months of an area are settled anew together.
  struct Settling: Hashable, Sendable {
    /// Hosts that are settled together: at least, and fewer than.
    var fewestHosts = 4
    var hostsLimit = 20
    /// In so many batches, prices following what is left between them.
    var batches = 8
    /// How often the months are solved between two batches.
    var roundsBetween = 12
    /// With which prices begin to move between two batches, a fraction of a typical cost.
    var firstStep = 0.05
    /// What is left of a step after each round, a fraction.
    var decay = 0.8
    /// How often what is dearer to place than to leave out waits for the others, in percent.
    var percentLeavingOut = 60
  }

  /// - Precondition: Counts are positive, fractions between 0 and 1, and fewest is less than most.
  init(
    cycles: Cycles = Cycles(), rearranging: Rearranging = Rearranging(),
    settling: Settling = Settling(), repairPasses: Int = 3
  ) {
    precondition(cycles.phasesOfFirst > 0 && cycles.roundsOfPhase > 0, "a cycle has phases")
    precondition((0...1).contains(cycles.shareOfUnplaced), "a share of a cycle is a fraction")
    precondition(cycles.lastShare > 0 && cycles.lastShare <= 1, "steps fall and stay above 0")
    precondition(min(cycles.firstStep, cycles.laterStep) > 0, "prices move by steps above 0")
    precondition(min(cycles.firstHeat, cycles.laterHeat) >= 0, "no temperature is below 0")
    precondition(rearranging.depth >= 0, "a chain has no depth below 0")
    precondition(!rearranging.shares.isEmpty, "some share of the prices is paid")
    precondition(rearranging.evictingShare >= 0, "no share is below 0")
    precondition(rearranging.work > 0 && rearranging.stepLimit > 0, "a move is work")
    precondition(rearranging.movesForUnplaced > 0, "moves are counted from 1")
    precondition(settling.fewestHosts > 0, "somebody is settled")
    precondition(settling.fewestHosts < settling.hostsLimit, "the fewest are less than the limit")
    precondition(settling.batches > 0 && settling.roundsBetween > 0, "months settle in batches")
    precondition((0...1).contains(settling.decay), "steps fall by a fraction")
    precondition((0...100).contains(settling.percentLeavingOut), "percent are 0 to 100")
    precondition(repairPasses >= 0, "passes are counted")
    self.cycles = cycles
    self.rearranging = rearranging
    self.settling = settling
    self.repairPasses = repairPasses
  }
}
