internal import Foundation

/// Improves a schedule a month at a time: a host gives up all that it has and takes its best month
/// beside what the others have, or in place of it.
///
/// What is pushed out takes its own best month, and may push in turn, a few times deep. A change
/// that makes the schedule worse is kept now and then, the more rarely the lower the temperature.
///
/// Sources: Glover, "Ejection chains, reference structures and alternating path methods", 1996;
/// Kirkpatrick, Gelatt and Vecchi, "Optimization by simulated annealing", 1983.
struct MonthSearch: Sendable {
  private(set) var working: WorkingSchedule
  /// Where the best schedule has everything, but for what is behind.
  private var bestSlots: Column<ActivityID, SlotID>
  private(set) var bestWorth: Worth
  /// What was moved since the best schedule was found, which a copy of the whole for each would be
  /// too slow for.
  private var behind: [ActivityID] = []
  private var isBehind: Column<ActivityID, Bool>
  private let months: Months
  private var solver: MonthSolver
  private var random: SplitMix64
  private let hosts: [HostID]
  private let terms: MonthSolver.Terms
  /// Prices parts of the schedule.
  private var part: LagrangianBound
  /// What a cost typically is.
  private let scale: Double
  /// Of all moves so far, about as many months as a bound would have solved meanwhile.
  private var work = 0
  /// Placements whose change in cost was worked out so far.
  private(set) var evaluated = 0

  /// The bound is any of the same months.
  init(
    _ months: Months, _ bound: LagrangianBound, scale: Double, from start: Schedule?,
    in problem: Problem, _ random: SplitMix64
  ) {
    part = bound
    self.scale = scale
    working = WorkingSchedule(start ?? Schedule(problem), in: problem)
    bestSlots = working.schedule.slots
    bestWorth = working.worth
    isBehind = Column(repeating: false, count: problem.activities.count)
    self.months = months
    self.random = random
    solver = MonthSolver(
      months, dayCount: problem.dayCount, comfortableGap: problem.comfortableGap)
    hosts = problem.hosts.filter { host in
      months.ranges[host.index].contains { !months.members[$0].traits.contains(.fixed) }
    }
    terms = MonthSolver.Terms(
      unplaced: months.unplacedValue,
      quietWeek: Int64(problem.weights.quietWeek) * Prices.unit,
      closeness: Int64(problem.weights.closeness) * Prices.unit,
      comfortableGap: Int32(problem.comfortableGap), stepLimit: 1000,
      tolerance: Prices.unit / 8)
  }

  /// The best schedule so far.
  func best(in problem: Problem) -> Schedule { Schedule(bestSlots, in: problem) }

  /// Gives every host its best month, in random order, scarce things at their prices.
  mutating func construct(_ prices: Prices, in problem: Problem) {
    for host in hosts.shuffled(using: &random) {
      _ = rearrange(host, Pressure(share: 256, evicts: false), prices, locked: [], in: problem)
    }
    keep()
  }

  /// Makes moves that are about so many months' work.
  ///
  /// The temperature is in costs; at 0 nothing worse is kept. Unless it minds the cost, all that is
  /// not worse for what is unplaced is kept. Months are only settled anew if the prices are `good`.
  mutating func run(
    work: Int, temperature: Double, mindsCost: Bool = true, _ prices: Prices, areGood: Bool,
    in problem: Problem, until criterion: StoppingCriterion
  ) {
    guard !hosts.isEmpty else { return }
    var (rearranging, settling) = (0, 0)
    var move = 0
    while rearranging + settling < work {
      move += 1
      if move % 16 == 15, criterion.reason() != nil { return }
      let (before, workBefore) = (working.worth, self.work)
      let settles = areGood && settling <= rearranging
      if settles {
        resettle(neighbours(in: problem), prices, in: problem, until: criterion)
        settling += self.work - workBefore
      } else {
        let host = pick(move, in: problem)
        working.turn(to: random.below(1 << 16))
        chain(host, depth: random.below(4), prices, in: problem)
        rearranging += self.work - workBefore
      }
      if accepts(working.worth, after: before, temperature, mindsCost) {
        keep()
      } else {
        working.rollBack(to: 0, in: problem)
      }
    }
  }

  /// Some hosts of one area.
  private mutating func neighbours(in problem: Problem) -> [HostID] {
    let area = problem.areas[hosts[random.below(hosts.count)]]
    let all = hosts.filter { problem.areas[$0] == area }
    let count =
      MonthSearch.fewestSettled
      + random.below(MonthSearch.mostSettled - MonthSearch.fewestSettled)
    return Array(all.shuffled(using: &random).prefix(count))
  }

  /// Any host; now and then, one that something is left out for.
  private mutating func pick(_ move: Int, in problem: Problem) -> HostID {
    let host = hosts[random.below(hosts.count)]
    guard move % 4 == 0, working.schedule.unplaced > 0 else { return host }
    let start = random.below(hosts.count)
    for offset in 0..<min(hosts.count, 64) {
      let other = hosts[(start + offset) % hosts.count]
      if months.ranges[other.index].contains(where: {
        !working.schedule.isPlaced(months.members[$0].activity)
      }) {
        return other
      }
    }
    return host
  }

  private mutating func accepts(
    _ after: Worth, after before: Worth, _ temperature: Double, _ mindsCost: Bool
  ) -> Bool {
    if after <= before { return true }
    guard after.unplaced == before.unplaced else { return false }
    guard mindsCost else { return true }
    guard temperature > 0 else { return false }
    let chance = exp(-Double(after.cost - before.cost) / temperature)
    return Double(random.next() >> 11) * 0x1p-53 < chance
  }

  private mutating func keep() {
    for activity in working.moved where !isBehind[activity] {
      isBehind[activity] = true
      behind.append(activity)
    }
    working.commit()
    guard working.worth < bestWorth else { return }
    bestWorth = working.worth
    for activity in behind {
      bestSlots[activity] = working.schedule[activity]
      isBehind[activity] = false
    }
    behind.removeAll(keepingCapacity: true)
  }
}

// MARK: Settling

extension MonthSearch {
  private static let roundsBetween = 12
  private static let firstStep = 0.05
  private static let decay = 0.8
  private static let batches = 8
  private static let fewestSettled = 4
  private static let mostSettled = 20
  private static let percentLeavingOut = 60

  /// Frees the months of some hosts and settles them again, one after the other, at prices that
  /// follow what is left.
  ///
  /// Where something is left out anyway, mostly at the price of leaving it out: what is dearer to
  /// place waits until the others have settled, so that it changes which of them is left out.
  ///
  /// Source: Caprara, Fischetti and Toth, "A heuristic method for the set covering problem", 1999.
  mutating func resettle(
    _ hosts: [HostID], _ prices: Prices, in problem: Problem, until criterion: StoppingCriterion
  ) {
    for host in hosts { clear(host, in: problem) }
    var left = hosts.shuffled(using: &random)
    part.narrow(to: left, beside: working, in: problem)
    let leavesOut =
      working.schedule.unplaced > 0 && random.below(100) < MonthSearch.percentLeavingOut
    part.begin(at: prices, leavesOut: leavesOut, in: problem)
    var leftOut: [ActivityID] = []
    while !left.isEmpty {
      part.run(
        rounds: MonthSearch.roundsBetween, step: scale * MonthSearch.firstStep,
        decay: MonthSearch.decay, in: problem, until: criterion)
      let batch = max(1, left.count / MonthSearch.batches)
      for host in left.suffix(batch) {
        let month = part.month(of: host, in: problem)
        for (slot, row) in zip(month, months.ranges[host.index]) {
          let member = months.members[row]
          if leavesOut, slot.isNone, !member.traits.contains(.fixed) {
            leftOut.append(member.activity)
          } else {
            settle(member, at: slot, in: problem)
          }
        }
      }
      work += MonthSearch.roundsBetween * left.count
      left.removeLast(batch)
      part.narrow(to: left, beside: working, in: problem)
    }
    for activity in leftOut.shuffled(using: &random) { placeBest(activity, in: problem) }
  }

  private mutating func settle(_ member: Months.Member, at slot: SlotID, in problem: Problem) {
    guard !member.traits.contains(.fixed) else { return }
    let activity = member.activity
    if !slot.isNone, working.rules.admits(slot, of: activity, on: working.schedule, in: problem) {
      working.place(activity, at: slot, in: problem)
    } else {
      placeBest(activity, in: problem)
    }
  }

  private mutating func placeBest(_ activity: ActivityID, in problem: Problem) {
    evaluated += problem.slotRange(of: activity).count
    guard let best = working.bestSlot(of: activity, in: problem, &random) else { return }
    working.place(activity, at: best.slot, in: problem)
  }

  /// Takes out all that a host could have elsewhere.
  private mutating func clear(_ host: HostID, in problem: Problem) {
    for row in months.ranges[host.index] where !months.members[row].traits.contains(.fixed) {
      let activity = months.members[row].activity
      if working.schedule.isPlaced(activity) { working.remove(activity, in: problem) }
    }
  }
}

// MARK: Moves

extension MonthSearch {
  /// What is free has to be found out slot by slot.
  private static let workOfRearranging = 8

  /// How a month is priced.
  private struct Pressure {
    /// How much of their prices is paid for scarce things, in 256ths.
    var share: Int64
    /// How much of them is paid for what others have.
    var evictingShare: Int64 = 256
    /// Whether what others have can be taken, at its price.
    var evicts: Bool
  }

  /// Rearranges a host, then those that it pushed something out of, and so on.
  private mutating func chain(
    _ host: HostID, depth: Int, _ prices: Prices, in problem: Problem
  ) {
    var locked = [host]
    var front = [host]
    for left in stride(from: depth, through: 0, by: -1) where !front.isEmpty {
      var next: [HostID] = []
      for host in front.shuffled(using: &random) {
        // Each at other prices, since at the same ones all want the same.
        let pressure = Pressure(
          share: [0, 0, 77, 256][random.below(4)], evictingShare: Int64(random.below(320)),
          evicts: left > 0)
        for other in rearrange(host, pressure, prices, locked: locked, in: problem)
        where !next.contains(other) {
          next.append(other)
        }
      }
      locked += next
      front = next
    }
  }

  /// Gives a host its best month.
  ///
  /// - Returns: The hosts that it pushed something out of, none of which is locked.
  private mutating func rearrange(
    _ host: HostID, _ pressure: Pressure, _ prices: Prices, locked: [HostID], in problem: Problem
  ) -> [HostID] {
    let range = months.ranges[host.index]
    work += MonthSearch.workOfRearranging
    clear(host, in: problem)
    if let first = range.first {
      let firstOption = months.members[first].options.lowerBound
      for row in range { evaluate(months.members[row], firstOption, pressure, prices, problem) }
    }
    _ = solver.solve(host, in: problem, terms)
    var evicted: [HostID] = []
    for (index, row) in range.enumerated() {
      let activity = months.members[row].activity
      guard !months.members[row].traits.contains(.fixed) else { continue }
      let slot = solver.solution[index]
      if !slot.isNone, takes(slot, activity, pressure, locked, &evicted, problem) { continue }
      placeBest(activity, in: problem)
    }
    return evicted
  }

  /// Places an activity where its month wants it, if others can be pushed out of its way.
  private mutating func takes(
    _ slot: SlotID, _ activity: ActivityID, _ pressure: Pressure, _ locked: [HostID],
    _ evicted: inout [HostID], _ problem: Problem
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
    _ member: Months.Member, _ firstOption: Int, _ pressure: Pressure, _ prices: Prices,
    _ problem: Problem
  ) {
    let isFixed = member.traits.contains(.fixed)
    var at = member.firstSlot
    for option in member.options {
      let onDay = months.options[option]
      var crowding = 0
      if !isFixed, let any = onDay.slots.first {
        crowding = working.costs.crowding.added(
          by: any, of: member.activity, to: working.schedule, in: problem)
      }
      // Ties go either way.
      let base = Int64(crowding) * Prices.unit + Int64(random.next() & 255)
      var least = MonthSolver.forbidden
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
        }
        solver.slotValues[at] = value
        least = min(least, value)
        at += 1
      }
      solver.values[option - firstOption] = least
    }
    evaluated += at - member.firstSlot
  }
}
