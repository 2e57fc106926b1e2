/// The activities of every host, by the days that each can be on: what bound and search are made of.
///
/// Once teams, shared venues and crowding are paid for by price, nothing couples one host's month
/// with another's, and a month is small enough to be solved exactly.
struct Months: Sendable {
  /// An activity within its month.
  struct Member: Sendable {
    var activity: ActivityID
    /// Rows of ``options``.
    var options: Range<Int>
    /// Rows of ``links``.
    var links: Range<Int>
    /// Where its slots begin among those of the month.
    var firstSlot: Int
    var length: Int32
    var priority: Int64
    /// What leaving it out costs beside its priority, in ``Prices/unit``s.
    var dropped: Int64
    /// Whether it has a choice, but not that of being left out.
    var mustStay: Bool
    var traits: CompiledActivity.Traits
  }

  /// The slots of one activity on one day.
  struct DayOption: Sendable {
    var day: Int32
    /// The quiet week that it would fill, as a bit; 0: none.
    var weekBit: UInt32
    var slots: RowRange<SlotID>
  }

  /// How far an activity must be from one that stands before it in the month.
  struct DayLink: Sendable {
    /// Position in the month.
    var other: Int
    var days: Int32
    var kind: Link.Kind

    /// Whether one can be on `day` if the other is on `other`.
    func allows(_ day: Int32, beside other: Int32) -> Bool {
      kind.allows(day, beside: other, days: days)
    }
  }

  /// Rows of ``members``, by host.
  private(set) var ranges: [Range<Int>] = []
  private(set) var members: [Member] = []
  private(set) var options: [DayOption] = []
  private(set) var links: [DayLink] = []
  /// Weeks that cost if nothing is in them, by host, as bits.
  private(set) var quietWeeks: [UInt32] = []
  /// Activities that each host holds or takes part in and that have no slot at all.
  private(set) var hopeless: [Int] = []
  /// Teams and venues that a host could use, by host.
  private(set) var resources: [[ResourceID]] = []
  private(set) var mostMembers = 0
  private(set) var mostOptions = 0
  private(set) var mostSlots = 0
  /// A point of priority, worth more than any cost of a month, where numbers allow it.
  let unplacedValue: Int64

  /// Weeks of a host beyond these may be quiet for nothing, which keeps a bound a bound.
  static let weekLimit = 6

  init(_ problem: Problem) {
    let most = problem.hosts.map { host in
      problem.held[host].reduce(Int64(1)) { sum, activity in
        let compiled = problem.activities[activity]
        let factor = compiled.isPinned ? MonthSolver.pinnedFactorOfSearch : 1
        return sum + Int64(compiled.priority) * factor
      }
    }.max()
    unplacedValue = min(1 << 36, (MonthSolver.forbidden >> 3) / (most ?? 1))
    for host in problem.hosts {
      append(Months.order(of: problem.held[host], problem), of: host, problem)
    }
    var used = Array(repeating: Set<ResourceID>(), count: problem.hostCount)
    for row in 0..<(problem.teamCount + problem.venueCount) {
      let resource = ResourceID(row)
      for activity in problem.users[resource] {
        used[problem.activities[activity].host.index].insert(resource)
      }
    }
    resources = used.map { $0.sorted() }
  }

  /// The month that some activities make for one host, whoever holds them; no other host has any.
  init(of activities: [ActivityID], for host: HostID, _ problem: Problem) {
    unplacedValue = 1
    for other in problem.hosts {
      if other == host {
        append(Months.order(of: activities, problem), of: host, problem)
      } else {
        ranges.append(members.count..<members.count)
        quietWeeks.append(0)
        hopeless.append(0)
      }
    }
  }

  private mutating func append(
    _ activities: [ActivityID], of host: HostID, _ problem: Problem
  ) {
    let (first, firstOption) = (members.count, options.count)
    var bits: [Int: UInt32] = [:]
    // What another's joint activity may fill is not this month's to pay for.
    let filledByOthers = Months.weeksFilledByOthers(host, problem)
    for week in 0..<problem.weekCount
    where problem.canBeQuiet[host, week] && !filledByOthers.contains(week)
      && bits.count < Months.weekLimit
    {
      bits[week] = 1 << UInt32(bits.count)
    }
    quietWeeks.append(bits.values.reduce(0, |))
    hopeless.append(problem.served[host].count { problem.slotRange(of: $0).isEmpty })
    var positions: [ActivityID: Int] = [:]
    var slotCount = 0
    for activity in activities {
      let compiled = problem.activities[activity]
      let (ownOptions, ownLinks) = (options.count, links.count)
      for link in problem.links[activity] {
        guard let other = positions[link.other] else { continue }
        links.append(DayLink(other: other, days: link.days, kind: link.kind))
      }
      appendOptions(of: compiled, bits, problem)
      positions[activity] = positions.count
      members.append(
        Member(
          activity: activity, options: ownOptions..<options.count, links: ownLinks..<links.count,
          firstSlot: slotCount, length: compiled.length, priority: Int64(compiled.priority),
          dropped: compiled.traits.contains(.published)
            ? Int64(problem.weights.dropped) * Prices.unit : 0,
          mustStay: compiled.mustStay,
          traits: compiled.traits))
      slotCount += compiled.slots.count
    }
    ranges.append(first..<members.count)
    mostMembers = max(mostMembers, members.count - first)
    mostOptions = max(mostOptions, options.count - firstOption)
    mostSlots = max(mostSlots, slotCount)
  }

  private static func weeksFilledByOthers(_ host: HostID, _ problem: Problem) -> Set<Int> {
    let joint = problem.served[host].filter { problem.activities[$0].host != host }
    return Set(
      joint.flatMap { problem.slotRange(of: $0) }
        .map { Int(problem.weekOfDay[Int(problem.slots[$0].day)]) })
  }

  private mutating func appendOptions(
    of compiled: CompiledActivity, _ bits: [Int: UInt32], _ problem: Problem
  ) {
    let isLocal = compiled.traits.contains(.local)
    var from = compiled.slots.from
    while from < compiled.slots.to {
      let day = problem.slots[SlotID(row: from)].day
      var to = from + 1
      while to < compiled.slots.to, problem.slots[SlotID(row: to)].day == day { to += 1 }
      let week = Int(problem.weekOfDay[Int(day)])
      options.append(
        DayOption(
          day: day, weekBit: isLocal ? bits[week] ?? 0 : 0, slots: RowRange(from: from, to: to)))
      from = to
    }
  }

  /// What has one day only, then what others wait for, then drills, then the rest with what is
  /// linked first, so that little is decided in vain.
  private static func order(
    of activities: some Sequence<ActivityID>, _ problem: Problem
  ) -> [ActivityID] {
    func key(_ activity: ActivityID) -> (Int, Int, Int32) {
      let compiled = problem.activities[activity]
      let slots = compiled.slots
      let isOneDay =
        problem.slots[slots[slots.startIndex]].day == problem.slots[slots[slots.endIndex - 1]].day
      let followers = problem.links[activity].count { $0.kind == .before }
      let isDrill = compiled.traits.contains(.drill)
      let isLinked = !problem.links[activity].isEmpty
      let stage = isOneDay ? 0 : isDrill ? 2 : followers > 0 ? 1 : isLinked ? 3 : 4
      return (stage, -followers, activity.row)
    }
    return activities.filter { !problem.slotRange(of: $0).isEmpty }
      .sorted { key($0) < key($1) }
  }
}
