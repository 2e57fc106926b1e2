/// A host gives up all that it has and takes its best month beside what the others have, or in
/// place of it.
///
/// What is pushed out takes its own best month, and may push in turn, a few times deep.
///
/// Source: Glover, "Ejection chains, reference structures and alternating path methods", 1996.
struct Rearranging: SearchOperator {
  private(set) var tally = Tally()
  private let months: Months
  /// Those that have something to rearrange.
  private let hosts: [HostID]
  private var solver: MonthSolver
  private let terms: MonthSolver.Terms
  private let tuning: SearchTuning.Rearranging

  /// How a month is priced.
  private struct Pressure {
    /// How much of their prices is paid for scarce things, in 256ths.
    var share: Int64
    /// How much of them is paid for what others have.
    var evictingShare: Int64 = 256
    /// Whether what others have can be taken, at its price.
    var evicts: Bool
  }

  init(_ months: Months, _ tuning: SearchTuning.Rearranging, in problem: Problem) {
    self.months = months
    self.tuning = tuning
    hosts = months.hostsWithChoice(in: problem)
    solver = MonthSolver(
      months, dayCount: problem.dayCount, comfortableGap: problem.comfortableGap)
    terms = MonthSolver.Terms(
      costsOf: problem, unplaced: months.unplacedValue,
      pinnedFactor: MonthSolver.pinnedFactorOfSearch, stepLimit: tuning.stepLimit,
      tolerance: tuning.tolerance)
  }

  /// Gives every host its best month, scarce things at their prices: first those for whom a person
  /// decided something, else in random order.
  mutating func construct(
    _ working: inout WorkingSchedule, at prices: Prices, _ random: inout SplitMix64,
    in problem: Problem
  ) {
    let pressure = Pressure(share: tuning.firstShare, evicts: false)
    let order = hosts.shuffled(using: &random)
    let decided = Set(
      order.filter { problem.held[$0].contains { problem.activities[$0].isPinned } })
    for host in order.filter(decided.contains) + order.filter({ !decided.contains($0) }) {
      _ = rearrange(host, pressure, prices, locked: [], &working, &random, in: problem)
    }
  }

  mutating func apply(
    to working: inout WorkingSchedule, move: Int, at prices: Prices, _ random: inout SplitMix64,
    in problem: Problem, until criterion: StoppingCriterion
  ) {
    tally.applied += 1
    let host = pick(move, working.schedule, &random)
    working.turn(to: random.below(1 << 16))
    chain(host, depth: random.below(tuning.depth + 1), prices, &working, &random, in: problem)
  }

  /// Any host; now and then, one that something is left out for.
  private func pick(
    _ move: Int, _ schedule: Schedule, _ random: inout SplitMix64
  ) -> HostID {
    let host = hosts[random.below(hosts.count)]
    guard move % tuning.movesForUnplaced == 0, schedule.unplaced > 0 else { return host }
    let start = random.below(hosts.count)
    for offset in 0..<min(hosts.count, tuning.hostsForUnplaced) {
      let other = hosts[(start + offset) % hosts.count]
      if months.ranges[other.index].contains(where: {
        !schedule.isPlaced(months.members[$0].activity)
      }) {
        return other
      }
    }
    return host
  }

  /// Rearranges a host, then those that it pushed something out of, and so on.
  private mutating func chain(
    _ host: HostID, depth: Int, _ prices: Prices, _ working: inout WorkingSchedule,
    _ random: inout SplitMix64, in problem: Problem
  ) {
    var locked = [host]
    var front = [host]
    for left in stride(from: depth, through: 0, by: -1) where !front.isEmpty {
      var next: [HostID] = []
      for host in front.shuffled(using: &random) {
        // Each at other prices, since at the same ones all want the same.
        let pressure = Pressure(
          share: tuning.shares[random.below(tuning.shares.count)],
          evictingShare: Int64(random.below(tuning.evictingShare + 1)), evicts: left > 0)
        let pushed = rearrange(
          host, pressure, prices, locked: locked, &working, &random, in: problem)
        for other in pushed where !next.contains(other) { next.append(other) }
      }
      locked += next
      front = next
    }
  }

  /// Gives a host its best month.
  ///
  /// - Returns: The hosts that it pushed something out of, none of which is locked.
  private mutating func rearrange(
    _ host: HostID, _ pressure: Pressure, _ prices: Prices, locked: [HostID],
    _ working: inout WorkingSchedule, _ random: inout SplitMix64, in problem: Problem
  ) -> [HostID] {
    let range = months.ranges[host.index]
    tally.work += tuning.work
    working.clear(host, months, in: problem)
    solver.values.begin()
    for row in range {
      evaluate(months.members[row], pressure, prices, working, &random, problem)
    }
    _ = solver.solve(host, in: problem, terms)
    var evicted: [HostID] = []
    for (index, row) in range.enumerated() {
      let activity = months.members[row].activity
      guard !months.members[row].traits.contains(.fixed) else { continue }
      let slot = solver.solution[index]
      if !slot.isNone, takes(slot, activity, pressure, locked, &evicted, &working, problem) {
        continue
      }
      tally.evaluated += working.placeBest(activity, in: problem, &random)
    }
    return evicted
  }

  /// Places an activity where its month wants it, if others can be pushed out of its way.
  private func takes(
    _ slot: SlotID, _ activity: ActivityID, _ pressure: Pressure, _ locked: [HostID],
    _ evicted: inout [HostID], _ working: inout WorkingSchedule, _ problem: Problem
  ) -> Bool {
    if !working.rules.admits(slot, of: activity, on: working.schedule, in: problem) {
      guard pressure.evicts,
        let blockers = working.rules.blockers(
          of: slot, of: activity, on: working.schedule, in: problem),
        !blockers.contains(where: { locked.contains(problem.activities[$0].host) })
      else { return false }
      for blocker in blockers {
        working.remove(blocker, in: problem)
        let host = problem.activities[blocker].host
        if !evicted.contains(host) { evicted.append(host) }
      }
    }
    working.place(activity, at: slot, in: problem)
    return true
  }

  /// What each slot of an activity costs beside what is placed; forbidden, if it is not free and
  /// nothing may be pushed out.
  private mutating func evaluate(
    _ member: Months.Member, _ pressure: Pressure, _ prices: Prices, _ working: WorkingSchedule,
    _ random: inout SplitMix64, _ problem: Problem
  ) {
    let isFixed = member.traits.contains(.fixed)
    for option in member.options {
      let onDay = months.options[option]
      var crowding = 0
      if !isFixed, let any = onDay.slots.first {
        crowding = working.costs.crowding.added(
          by: any, of: member.activity, to: working.schedule, in: problem)
      }
      // Ties go either way.
      let base = Int64(crowding) * Prices.unit + Int64(random.next() & 255)
      for row in onDay.slots.from..<onDay.slots.to {
        let id = SlotID(row: row)
        let slot = problem.slots[id]
        var value = base + Int64(slot.cost) * Prices.unit
        if !isFixed {
          let isFree = working.rules.admits(
            id, of: member.activity, on: working.schedule, in: problem)
          if !isFree, !pressure.evicts {
            value = MonthSolver.forbidden
          } else if pressure.share > 0 || !isFree {
            let price = prices.price(of: slot, for: member, in: problem)
            value += isFree ? (price * pressure.share) >> 8 : (price * pressure.evictingShare) >> 8
          }
          if problem.earlier[member.activity] == .at(id) { value -= tuning.worthOfReturning }
        }
        solver.values.append(value)
      }
      solver.values.endDay()
      tally.evaluated += onDay.slots.count
    }
  }
}
