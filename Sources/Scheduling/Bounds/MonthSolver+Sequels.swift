/// Three drills or more, decided in order of their days.
///
/// Drills that must be far apart push each other around, which no bound on each alone can see. In
/// order of days, what follows depends mostly on the last day: a table over sets of drills and days
/// says what they cost at least from there on, exactly but for drills near the one before the last.
extension MonthSolver {
  /// A drill and a day for it.
  struct DrillBranch {
    /// What the month costs at least with it.
    var promise: Int64
    /// Position in the month.
    var drill: Int
    /// -1: unplaced.
    var option: Int32
  }

  mutating func fillSequels() {
    hasSequels = drills.count >= 3 && !drills.contains(where: isLinkedToDrill)
    guard hasSequels else { return }
    let dayCount = nearness.count
    let width = dayCount + 1
    for day in 0..<width { sequels[day] = 0 }
    for set in 1..<1 << drills.count {
      for after in 0..<width {
        var least = MonthSolver.forbidden
        for drill in drills where set & 1 << (drill - drills.lowerBound) != 0 {
          let member = months.members[range.lowerBound + drill]
          let rest = (set & ~(1 << (drill - drills.lowerBound))) * width
          least = min(least, unplacedValue(of: member) + sequels[rest + after])
          for option in member.options {
            let day = Int(months.options[option].day)
            // Days count from 1 here; 0: nothing before.
            guard day + 1 >= after else { continue }
            let missing = after == 0 ? 0 : max(0, Int(terms.comfortableGap) - (day + 1 - after))
            least = min(
              least,
              values[option - firstOption] + Int64(missing) * terms.closeness
                + sequels[rest + day + 1])
          }
        }
        sequels[set * width + after] = least
      }
    }
  }

  func isLinkedToDrill(_ index: Int) -> Bool {
    months.members[range.lowerBound + index].links.contains {
      drills.contains(months.links[$0].other)
    }
  }

  /// Decides the drills of a set, all on `after` or later.
  mutating func descendDrills(
    _ set: Int, after: Int32?, filled: UInt32, cost: Int64, _ problem: Problem
  ) {
    guard set != 0 else {
      descend(drills.upperBound, filled: filled, cost: cost, problem)
      return
    }
    stepsLeft -= 1
    let beside = least[drills.upperBound * MonthSolver.masks + Int(filled | weeks(of: set))]
    let width = nearness.count + 1
    guard stepsLeft >= 0 else {
      let rest = sequels[set * width + (after.map { Int($0) + 1 } ?? 0)]
      openValue = min(openValue, cost + rest + beside)
      return
    }
    let first = drillQueue.count
    for drill in drills where set & 1 << (drill - drills.lowerBound) != 0 {
      let member = months.members[range.lowerBound + drill]
      let rest = (set & ~(1 << (drill - drills.lowerBound))) * width
      let unplaced = cost + unplacedValue(of: member) + beside
      enqueue(
        DrillBranch(
          promise: unplaced + sequels[rest + (after.map { Int($0) + 1 } ?? 0)], drill: drill,
          option: -1), from: first)
      for option in member.options {
        let day = months.options[option].day
        guard day >= after ?? 0, admits(day, member) else { continue }
        let own = values[option - firstOption] + nearness[Int(day)]
        enqueue(
          DrillBranch(
            promise: cost + own + sequels[rest + Int(day) + 1] + beside, drill: drill,
            option: Int32(option - firstOption)), from: first)
      }
    }
    for position in first..<drillQueue.count {
      let branch = drillQueue[position]
      guard branch.promise < bestValue else { break }
      take(branch, of: set, after: after, filled: filled, cost: cost, problem)
    }
    drillQueue.removeLast(drillQueue.count - first)
  }

  private mutating func enqueue(_ branch: DrillBranch, from first: Int) {
    guard branch.promise < bestValue else { return }
    drillQueue.append(branch)
    var position = drillQueue.count - 1
    while position > first, drillQueue[position - 1].promise > branch.promise {
      drillQueue.swapAt(position, position - 1)
      position -= 1
    }
  }

  private mutating func take(
    _ branch: DrillBranch, of set: Int, after: Int32?, filled: UInt32, cost: Int64,
    _ problem: Problem
  ) {
    let member = months.members[range.lowerBound + branch.drill]
    let rest = set & ~(1 << (branch.drill - drills.lowerBound))
    chosen[branch.drill] = branch.option
    guard branch.option >= 0 else {
      descendDrills(
        rest, after: after, filled: filled, cost: cost + unplacedValue(of: member), problem)
      return
    }
    let option = Int(branch.option) + firstOption
    let onDay = months.options[option]
    let day = Int(onDay.day)
    let extraBefore = extraOnDay[day]
    let extra =
      max(extraBefore, extraOfDay(branch.drill, member, option, problem))
      - extraBefore
    defer { chosen[branch.drill] = -1 }
    guard branch.promise + extra < bestValue else { return }
    let own = values[option - firstOption] + nearness[day] + extra
    let countsDaily = member.traits.contains(.countsDaily)
    days[branch.drill] = onDay.day
    extraOnDay[day] += extra
    if countsDaily { startsOnDay[day] += 1 }
    addNearness(to: day, sign: 1)
    descendDrills(
      rest, after: onDay.day, filled: filled | (onDay.weekBit & quietBits), cost: cost + own,
      problem)
    addNearness(to: day, sign: -1)
    if countsDaily { startsOnDay[day] -= 1 }
    extraOnDay[day] = extraBefore
  }

  /// Quiet weeks that a set of drills could fill.
  private func weeks(of set: Int) -> UInt32 {
    var bits: UInt32 = 0
    for drill in drills where set & 1 << (drill - drills.lowerBound) != 0 {
      for option in months.members[range.lowerBound + drill].options {
        bits |= months.options[option].weekBit
      }
    }
    return bits & quietBits
  }
}
