package import Drills

/// What cannot fit in one community alone, or in what the organizer holds, found before any search.
///
/// The activities of a host with the organizer's that touch it are put together without anybody else's.
/// Where that does not work out at once, a month is solved to prove that it cannot, or everything is
/// tried. What is not proven is not told.
package struct HostFit {
  let agenda: Agenda
  let problem: Problem
  private let months = MonthProof()
  private var trial: FitTrial

  package init(_ agenda: Agenda, in circumstances: Circumstances) {
    self.agenda = agenda
    problem = Problem(agenda, in: circumstances)
    trial = FitTrial(problem)
  }

  /// For each host the least that cannot be held together; where several such sets are independent of
  /// each other, each of them.
  package mutating func misfits() -> [Misfit] {
    var found: [Misfit] = []
    let organizer = HostID(problem.hostCount - 1)
    // What the organizer cannot hold by itself is no community's to answer for.
    var hopeless: Set<ActivityID> = []
    for host in [organizer] + Array(problem.hosts.dropLast()) {
      var members = members(of: host).filter { !hopeless.contains($0) }
      while members.count > 1, !fits(members, of: host) {
        let least = least(of: members, of: host)
        let misfit = misfit(least, of: host)
        // What is joint is found with each of its communities.
        if !found.contains(where: { $0.activities == misfit.activities }) { found.append(misfit) }
        guard let first = leastWanted(of: least) else { break }
        members.removeAll { $0 == first }
        if host == organizer { hopeless.insert(first) }
      }
    }
    return found
  }

  /// What a host holds or is a partner of, and what of the organizer's calls it in or is tied to it.
  private func members(of host: HostID) -> [ActivityID] {
    let own = problem.served[host]
    let organizer = HostID(problem.hostCount - 1)
    var members = Set(own)
    if host != organizer {
      for activity in problem.held[organizer]
      where problem.attendees[activity].contains(problem.resource(of: host)) {
        members.insert(activity)
      }
      for activity in own {
        for link in problem.links[activity] where problem.activities[link.other].host == organizer {
          members.insert(link.other)
        }
      }
    }
    return members.filter { !problem.slotRange(of: $0).isEmpty }.sorted()
  }

  private mutating func fits(_ members: [ActivityID], of host: HostID) -> Bool {
    switch trial.fits(members, in: problem) {
    case true?: return true
    case false?: return false
    case nil: return !months.leavesOut(some: members, of: host, in: problem)
    }
  }

  /// Without any of which the rest fits.
  private mutating func least(of members: [ActivityID], of host: HostID) -> [ActivityID] {
    var least = members
    for member in members.reversed() {
      let rest = least.filter { $0 != member }
      if rest.count > 1, !fits(rest, of: host) { least = rest }
    }
    return least
  }

  /// What would rather be left out.
  private func leastWanted(of members: [ActivityID]) -> ActivityID? {
    members.filter { !problem.activities[$0].isFixed }
      .min { (problem.activities[$0].priority, $1) < (problem.activities[$1].priority, $0) }
  }
}
