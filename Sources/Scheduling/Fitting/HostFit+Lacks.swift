internal import Drills

/// What is missing where activities cannot all be held.
extension HostFit {
  func misfit(_ members: [ActivityID], of host: HostID) -> Misfit {
    let (ordered, lack) =
      apart(members).map { (members, $0) } ?? order(members) ?? daily(members, of: host).map {
        (members, $0)
      } ?? hours(members).map { (members, $0) } ?? (members, .together)
    return Misfit(
      host: host.index == problem.hostCount - 1 ? .organizer : .community(Row(host.index)),
      activities: ordered.map { agenda.activities[problem.agendaRows[$0]].id },
      lack: lack)
  }

  private func requirement(of activity: ActivityID) -> Requirement {
    agenda.requirement(of: agenda.activities[problem.agendaRows[activity]])
  }

  /// Days that one or the other of them could be on, in order.
  private func days(of members: [ActivityID]) -> [Int32] {
    Set(members.flatMap { problem.slotRange(of: $0) }.map { problem.slots[$0].day }).sorted()
  }

  private func apart(_ members: [ActivityID]) -> Misfit.Lack? {
    let requirements = Set(members.map { requirement(of: $0).id })
    let apart = requirement(of: members[0]).apart
    let days = days(of: members)
    guard requirements.count == 1, apart > 0, let first = days.first, let last = days.last else {
      return nil
    }
    let needed = (members.count - 1) * apart + 1
    let available = Int(last - first) + 1
    if needed > available {
      return .apart(count: members.count, days: apart, needed: needed, available: available)
    }
    var (fitting, next) = (0, first)
    for day in days where day >= next { (fitting, next) = (fitting + 1, day + Int32(apart)) }
    guard fitting < members.count else { return nil }
    return .fewDays(count: members.count, days: apart, fitting: fitting)
  }

  private func order(_ members: [ActivityID]) -> ([ActivityID], Misfit.Lack)? {
    guard members.count == 2 else { return nil }
    for (earlier, later) in [(members[0], members[1]), (members[1], members[0])] {
      let links = problem.links[later].filter { $0.other == earlier && $0.kind == .after }
      guard let wanted = links.map(\.days).max(), let first = days(of: [earlier]).first,
        let last = days(of: [later]).last, last - first < wanted
      else { continue }
      return ([earlier, later], .order(days: Int(wanted), available: Int(last - first)))
    }
    return nil
  }

  private func daily(_ members: [ActivityID], of host: HostID) -> Misfit.Lack? {
    let limit = problem.dailyLimits[host]
    let days = days(of: members)
    guard limit < .max,
      members.allSatisfy({ problem.activities[$0].traits.contains(.countsDaily) }),
      members.count > Int(limit) * days.count
    else { return nil }
    return .daily(limit: Int(limit), days: days.count, most: Int(limit) * days.count)
  }

  /// Where they take more time than there is from the first start of a day to the last end.
  private func hours(_ members: [ActivityID]) -> Misfit.Lack? {
    guard members.allSatisfy({ problem.activities[$0].traits.contains(.blocks) }) else {
      return nil
    }
    var ticks: Set<Int32> = []
    var asked: Int32 = 0
    for member in members {
      let length = problem.activities[member].length
      asked += length
      for slot in problem.slotRange(of: member) {
        let start = problem.slots[slot].start
        ticks.formUnion(start..<start + length)
      }
    }
    guard Int(asked) > ticks.count else { return nil }
    return .hours(
      asked: Int(asked) * problem.tickMinutes, available: ticks.count * problem.tickMinutes)
  }
}
