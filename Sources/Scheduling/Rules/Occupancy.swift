/// Stretches of a resource: what venue, team and community have in common.
extension Schedule {
  /// Whether `amount` more fits all through `ticks`.
  func has(_ amount: Int32, of resource: ResourceID, in ticks: Range<Int32>, _ problem: Problem)
    -> Bool
  {
    let room = problem.capacities[resource] - amount
    if room < 0 { return false }
    for tick in ticks where Int32(usage[resource, Int(tick)]) > room { return false }
    return true
  }

  /// Adds to `blockers` users of the resource until `amount` more fits all through `ticks`.
  ///
  /// `use` says what a slot of an activity takes of the resource, and when; the result, whether
  /// that much can be had at all.
  func findBlockers(
    of amount: Int32, of resource: ResourceID, in ticks: Range<Int32>, _ problem: Problem,
    into blockers: inout [ActivityID], use: (ActivityID, Slot) -> (Range<Int32>, Int32)?
  ) -> Bool {
    if has(amount, of: resource, in: ticks, problem) { return true }
    let room = problem.capacities[resource] - amount
    if room < 0 { return false }
    var over = ticks.map { Int32(usage[resource, Int($0)]) - room }
    func release(_ held: Range<Int32>, _ amount: Int32) -> Bool {
      let shared = held.clamped(to: ticks)
      let helps = shared.contains { over[Int($0 - ticks.lowerBound)] > 0 }
      for tick in shared { over[Int(tick - ticks.lowerBound)] -= amount }
      return helps
    }
    for blocker in blockers {
      if let (held, taken) = use(blocker, problem.slots[self[blocker]]) { _ = release(held, taken) }
    }
    let users = problem.users[resource]
    for offset in 0..<users.count {
      let user = users[users.startIndex + (offset + turn) % users.count]
      guard isPlaced(user), !problem.activities[user].isFixed, !blockers.contains(user) else {
        continue
      }
      guard over.contains(where: { $0 > 0 }) else { return true }
      guard let (held, taken) = use(user, problem.slots[self[user]]), held.overlaps(ticks) else {
        continue
      }
      let shared = held.clamped(to: ticks)
      guard shared.contains(where: { over[Int($0 - ticks.lowerBound)] > 0 }) else { continue }
      if release(held, taken) { blockers.append(user) }
    }
    return !over.contains { $0 > 0 }
  }

  /// Users of the resource in ticks in which `amount` more does not fit.
  func occupants(
    of amount: Int32, of resource: ResourceID, in ticks: Range<Int32>, _ problem: Problem,
    use: (ActivityID, Slot) -> (Range<Int32>, Int32)?
  ) -> [ActivityID] {
    let room = problem.capacities[resource] - amount
    // What asks for more than there is at all is in nobody's way.
    guard room >= 0 else { return [] }
    let full = ticks.filter { Int32(usage[resource, Int($0)]) > room }
    guard !full.isEmpty else { return [] }
    return problem.users[resource].filter { user in
      guard isPlaced(user), let (held, taken) = use(user, problem.slots[self[user]]) else {
        return false
      }
      return taken > 0 && full.contains(where: held.contains)
    }
  }
}

/// Checks from scratch that no resource is overused, tick by tick.
struct PlainOccupancy {
  private var usage: [Int32: [Int32: (total: Int32, free: Bool)]] = [:]

  mutating func add(
    _ resource: ResourceID, _ ticks: Range<Int32>, amount: Int32, isFixed: Bool
  ) {
    for tick in ticks {
      var entry = usage[resource.row]?[tick] ?? (0, false)
      entry.total += amount
      entry.free = entry.free || (!isFixed && amount > 0)
      usage[resource.row, default: [:]][tick] = entry
    }
  }

  /// Ticks in which a resource is overused and something that is not fixed uses it.
  func overuse(in problem: Problem) -> Int {
    usage.reduce(0) { sum, entry in
      let capacity = problem.capacities[ResourceID(row: entry.key)]
      return sum + entry.value.values.count { $0.total > capacity && $0.free }
    }
  }
}
