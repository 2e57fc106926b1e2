/// Frees the months of some hosts of one area and settles them again, one after the other, at prices
/// that follow what is left.
///
/// Where something is left out anyway, mostly at the price of leaving it out: what is dearer to
/// place waits until the others have settled, so that it changes which of them is left out.
///
/// Source: Caprara, Fischetti and Toth, "A heuristic method for the set covering problem", 1999.
struct Settling: SearchOperator {
  private(set) var tally = Tally()
  private let months: Months
  private let hosts: [HostID]
  private var part: PartPricing
  private let tuning: SearchTuning.Settling
  /// With which prices begin to move between two batches, in costs.
  private let firstStep: Double

  /// `scale`: what a cost typically is.
  init(
    _ months: Months, monthSteps: Int, scale: Double, _ tuning: SearchTuning.Settling,
    in problem: Problem
  ) {
    self.months = months
    self.tuning = tuning
    hosts = months.hostsWithChoice(in: problem)
    part = PartPricing(months, monthSteps: monthSteps, in: problem)
    firstStep = scale * tuning.firstStep
  }

  mutating func apply(
    to working: inout WorkingSchedule, move: Int, at prices: Prices, _ random: inout SplitMix64,
    in problem: Problem, until criterion: StoppingCriterion
  ) {
    tally.applied += 1
    let hosts = neighbours(&random, in: problem)
    for host in hosts { working.clear(host, months, in: problem) }
    var left = hosts.shuffled(using: &random)
    part.narrow(to: left, beside: working, in: problem)
    let leavesOut =
      working.schedule.unplaced > 0 && random.below(100) < tuning.percentLeavingOut
    part.begin(at: prices, leavesOut: leavesOut, in: problem)
    var leftOut: [ActivityID] = []
    while !left.isEmpty {
      part.run(
        rounds: tuning.roundsBetween, step: firstStep, decay: tuning.decay, in: problem,
        until: criterion)
      let batch = max(1, left.count / tuning.batches)
      for host in left.suffix(batch) {
        leftOut += settle(host, leavesOut: leavesOut, &working, &random, in: problem)
      }
      tally.work += tuning.roundsBetween * left.count
      left.removeLast(batch)
      part.narrow(to: left, beside: working, in: problem)
    }
    for activity in leftOut.shuffled(using: &random) {
      tally.evaluated += working.placeBest(activity, in: problem, &random)
    }
  }

  /// Some hosts of one area.
  private func neighbours(_ random: inout SplitMix64, in problem: Problem) -> [HostID] {
    let area = problem.areas[hosts[random.below(hosts.count)]]
    let all = hosts.filter { problem.areas[$0] == area }
    let count = tuning.fewestHosts + random.below(tuning.hostsLimit - tuning.fewestHosts)
    return Array(all.shuffled(using: &random).prefix(count))
  }

  /// Gives a host its cheapest month, as far as it is free.
  ///
  /// - Returns: What waits for the others.
  private mutating func settle(
    _ host: HostID, leavesOut: Bool, _ working: inout WorkingSchedule,
    _ random: inout SplitMix64, in problem: Problem
  ) -> [ActivityID] {
    var waiting: [ActivityID] = []
    let month = part.month(of: host, in: problem)
    for (slot, row) in zip(month, months.ranges[host.index]) {
      let member = months.members[row]
      guard !member.traits.contains(.fixed) else { continue }
      let activity = member.activity
      if leavesOut, slot.isNone {
        waiting.append(activity)
      } else if !slot.isNone,
        working.rules.admits(slot, of: activity, on: working.schedule, in: problem)
      {
        working.place(activity, at: slot, in: problem)
      } else {
        tally.evaluated += working.placeBest(activity, in: problem, &random)
      }
    }
    return waiting
  }
}
