extension Months {
  /// The hosts that have something which is not fixed.
  func hostsWithChoice(in problem: Problem) -> [HostID] {
    problem.hosts.filter { host in
      ranges[host.index].contains { !members[$0].traits.contains(.fixed) }
    }
  }
}

extension WorkingSchedule {
  /// Takes out all that a host could have elsewhere.
  mutating func clear(_ host: HostID, _ months: Months, in problem: Problem) {
    for row in months.ranges[host.index] where !months.members[row].traits.contains(.fixed) {
      let activity = months.members[row].activity
      if schedule.isPlaced(activity) { remove(activity, in: problem) }
    }
  }

  /// Places an activity where it is cheapest as things stand, if it can be anywhere.
  ///
  /// - Returns: The placements that were looked at.
  mutating func placeBest(
    _ activity: ActivityID, in problem: Problem, _ random: inout SplitMix64
  ) -> Int {
    if let best = bestSlot(of: activity, in: problem, &random) {
      place(activity, at: best.slot, in: problem)
    }
    return problem.slotRange(of: activity).count
  }
}
