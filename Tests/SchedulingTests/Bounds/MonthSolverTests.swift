import Testing

@testable import Scheduling

@Suite struct `The month solver` {
  @Test(arguments: UInt64(1)...400)
  func `finds the cheapest month, or less where it takes rules lightly`(seed: UInt64) {
    let problem = randomCase(seed: seed).problem
    let months = Months(problem)
    var random = SplitMix64(seed: seed)
    for host in problem.hosts where months.ranges[host.index].count <= 9 {
      var terms = MonthSolver.Terms(
        unplaced: random.flip(0.3) ? Int64(random.below(40)) : nil, stepLimit: 1_000_000)
      terms.quietWeek = Int64(random.below(3) * 40)
      terms.closeness = Int64(random.below(3) * 25)
      terms.comfortableGap = Int32(problem.comfortableGap)
      terms.pinnedFactor = random.flip(0.2) ? nil : Int64(1 + random.below(4))
      terms.countsPinnedAlone = random.flip(0.2)
      terms.countsDropped = random.flip()
      terms.unevenness = Int64(random.below(2) * random.below(30))
      var solver = MonthSolver(
        months, dayCount: problem.dayCount, comfortableGap: problem.comfortableGap)
      price(host, in: &solver, problem, &random)

      let found = solver.solve(host, in: problem, terms)
      let slots = Array(solver.solution[..<months.ranges[host.index].count])
      var oracle = MonthOracle(host, months, solver.values.ofSlots, terms, problem)

      #expect(oracle.cheaper(than: found, within: 4000) == nil)
      if found < MonthSolver.forbidden, let cost = oracle.cost(of: slots) {
        #expect(found <= cost)
        if oracle.isExact(slots), solver.steps < terms.stepLimit { #expect(found == cost) }
      }
    }
  }

  /// Any value for each slot, small ones so that there are ties.
  private func price(
    _ host: HostID, in solver: inout MonthSolver, _ problem: Problem, _ random: inout SplitMix64
  ) {
    solver.values.begin()
    for row in solver.months.ranges[host.index] {
      for option in solver.months.members[row].options {
        for _ in solver.months.options[option].slots {
          solver.values.append(Int64(random.below(2) * random.below(60)))
        }
        solver.values.endDay()
      }
    }
  }
}

/// Tries every month, by the rules as a person would read them.
private struct MonthOracle {
  private let months: Months
  private let members: ArraySlice<Months.Member>
  private let slotValues: [Int64]
  private let terms: MonthSolver.Terms
  private let problem: Problem
  private let host: HostID
  private var chosen: [SlotID] = []
  private var least = Int64.max
  private var triesLeft = 0

  init(
    _ host: HostID, _ months: Months, _ slotValues: [Int64], _ terms: MonthSolver.Terms,
    _ problem: Problem
  ) {
    self.host = host
    self.months = months
    self.slotValues = slotValues
    self.terms = terms
    self.problem = problem
    members = months.members[months.ranges[host.index]]
  }

  /// What a month costs that is cheaper; nothing if there is none among so many tries.
  mutating func cheaper(than value: Int64, within tries: Int) -> Int64? {
    (least, triesLeft, chosen) = (value, tries, [])
    extend(by: 0)
    return least < value ? least : nil
  }

  private mutating func extend(by value: Int64) {
    triesLeft -= 1
    guard triesLeft > 0, value < least else { return }
    guard chosen.count < members.count else {
      least = min(least, value + together(chosen))
      return
    }
    let member = members[members.startIndex + chosen.count]
    var at = member.firstSlot
    for slot in problem.slotRange(of: member.activity) {
      chosen.append(slot)
      if fits(chosen) { extend(by: value + slotValues[at]) }
      chosen.removeLast()
      at += 1
    }
    if let unplaced = leftOut(member) {
      chosen.append(.none)
      extend(by: value + unplaced)
      chosen.removeLast()
    }
  }

  /// What a whole month costs; nothing if it breaks a rule.
  func cost(of slots: [SlotID]) -> Int64? {
    var value = together(slots)
    for (index, slot) in slots.enumerated() {
      let member = members[members.startIndex + index]
      if slot.isNone {
        guard let unplaced = leftOut(member) else { return nil }
        value += unplaced
      } else {
        let first = problem.slotRange(of: member.activity).startIndex
        value += slotValues[member.firstSlot + slot.index - first]
      }
      if !fits(Array(slots[...index])) { return nil }
    }
    return value
  }

  /// Whether nothing was taken more lightly than it is: three on a day, order within a day.
  func isExact(_ slots: [SlotID]) -> Bool {
    var onDay: [Int32: Int] = [:]
    for slot in slots where !slot.isNone { onDay[problem.slots[slot].day, default: 0] += 1 }
    return onDay.values.allSatisfy { $0 <= 2 }
      && members.allSatisfy { member in
        !member.traits.contains(.fixed)
          && problem.links[member.activity].allSatisfy { $0.days > 0 }
      }
  }

  /// Whether the last one breaks no rule with those before it.
  private func fits(_ slots: [SlotID]) -> Bool {
    guard let last = slots.last, !last.isNone else { return true }
    let member = members[members.startIndex + slots.count - 1]
    let slot = problem.slots[last]
    var sameDay = 0
    for (index, otherSlot) in slots.dropLast().enumerated() where !otherSlot.isNone {
      let otherMember = members[members.startIndex + index]
      let other = problem.slots[otherSlot]
      let areFixed = member.traits.contains(.fixed) && otherMember.traits.contains(.fixed)
      if member.traits.contains(.blocks), otherMember.traits.contains(.blocks), !areFixed,
        slot.start < other.start + otherMember.length, other.start < slot.start + member.length
      {
        return false
      }
      if otherMember.traits.contains(.countsDaily), other.day == slot.day { sameDay += 1 }
      for link in problem.links[member.activity] where link.other == otherMember.activity {
        let isKept =
          switch (link.kind, link.days) {
          case (.after, 0): slot.start >= other.start + otherMember.length
          case (.before, 0): other.start >= slot.start + member.length
          case (.after, let days): slot.day - other.day >= days
          case (.before, let days): other.day - slot.day >= days
          case (.apart, let days): abs(slot.day - other.day) >= days
          }
        if !isKept, !areFixed { return false }
      }
    }
    return !member.traits.contains(.countsDaily) || member.traits.contains(.fixed)
      || sameDay < problem.dailyLimits[host]
  }

  /// What leaving one out costs by itself; nothing if it may not be.
  private func leftOut(_ member: Months.Member) -> Int64? {
    guard let unplaced = terms.unplaced, !member.traits.contains(.fixed), !member.mustStay else {
      return nil
    }
    let dropped =
      terms.countsDropped && member.traits.contains(.published)
      ? Int64(problem.weights.dropped) * Prices.unit : 0
    if member.traits.contains(.pinned) {
      return terms.pinnedFactor.map { unplaced * $0 * member.priority + dropped }
    }
    return (terms.countsPinnedAlone ? 0 : unplaced * member.priority) + dropped
  }

  /// What has no slot at all makes the first that is left out dear.
  private func unevenness(_ slots: [SlotID]) -> Int64 {
    guard members.contains(where: { $0.traits.contains(.local) }) else { return 0 }
    let none = Int64(problem.served[host].count { problem.slotRange(of: $0).isEmpty })
    let all = none + Int64(slots.count(where: \.isNone))
    return terms.unevenness * (all * (all - 1) - none * (none - 1)) / 2
  }

  /// Closeness, quiet weeks and unevenness.
  private func together(_ slots: [SlotID]) -> Int64 {
    var value = unevenness(slots)
    var drills: [Int32] = []
    var filled: Set<Int32> = []
    for (index, slot) in slots.enumerated() where !slot.isNone {
      let traits = members[members.startIndex + index].traits
      let day = problem.slots[slot].day
      if traits.contains(.local) { filled.insert(problem.weekOfDay[Int(day)]) }
      guard traits.contains(.drill) else { continue }
      for other in drills {
        value += terms.closeness * Int64(max(0, terms.comfortableGap - abs(day - other)))
      }
      drills.append(day)
    }
    // What another's joint activity may fill is not this month's to pay for.
    for activity in problem.served[host] where problem.activities[activity].host != host {
      for slot in problem.slotRange(of: activity) {
        filled.insert(problem.weekOfDay[Int(problem.slots[slot].day)])
      }
    }
    for week in 0..<problem.weekCount
    where problem.canBeQuiet[host, week] && !filled.contains(Int32(week)) {
      value += terms.quietWeek
    }
    return value
  }
}
