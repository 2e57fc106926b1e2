/// Three drills or more, decided in order of their days.
///
/// Drills that must be far apart push each other around, which no bound on each alone can see. In
/// order of days, what follows depends mostly on the last day: a table over sets of drills and days
/// says what they cost at least from there on, exactly but for drills near the one before the last.
extension MonthSolver {
  mutating func fillSequels(_ problem: Problem) {
    drills.areInOrder =
      drills.positions.count >= 3 && !drills.positions.contains(where: isLinkedToDrill)
    guard drills.areInOrder else { return }
    fillBesideSettled(problem)
    drills.weeks = drills.positions.map { drill in
      months.members[range.lowerBound + drill].options.reduce(0) {
        $0 | (months.options[$1].weekBit & quietBits)
      }
    }
    let width = decided.nearness.count + 1
    for day in 0..<width { drills.sequels[day] = 0 }
    for set in 1..<1 << drills.positions.count {
      for after in 0..<width { drills.sequels[set * width + after] = MonthSolver.forbidden }
      for drill in drills.positions where set & 1 << (drill - drills.positions.lowerBound) != 0 {
        follow(set, by: drill, width)
      }
    }
  }

  /// Lets a drill be the first of its set, and what it costs least be known for each day before it.
  private mutating func follow(_ set: Int, by drill: Int, _ width: Int) {
    let member = months.members[range.lowerBound + drill]
    let row = set * width
    let rest = (set & ~(1 << (drill - drills.positions.lowerBound))) * width
    let gap = Int(terms.comfortableGap)
    // Days count from 1 here; 0: nothing before.
    for day in 0...width + gap {
      drills.onDay[day] = MonthSolver.forbidden
      drills.onDayOfLast[day] = MonthSolver.forbidden
    }
    for option in member.options {
      let day = Int(months.options[option].day) + 1
      drills.onDay[day] = drills.besideSettled[option - firstOption] + drills.sequels[rest + day]
      // Two of a day may both be in the way of the same third, which moves for both at once.
      drills.onDayOfLast[day] = values.ofOptions[option - firstOption] + drills.sequels[rest + day]
    }
    var later = MonthSolver.forbidden
    for day in stride(from: width + gap, through: 0, by: -1) {
      later = min(later, drills.onDay[day])
      drills.fromDay[day] = later
    }
    let unplaced = unplacedValue(of: member)
    drills.sequels[row] = min(
      drills.sequels[row], unplaced + drills.sequels[rest], drills.fromDay[0])
    for after in 1..<width {
      var least = min(
        drills.sequels[row + after], unplaced + drills.sequels[rest + after],
        drills.fromDay[after + gap],
        drills.onDayOfLast[after] + Int64(gap) * terms.closeness)
      for day in after + 1..<max(after + 1, after + gap) {
        least = min(least, drills.onDay[day] + Int64(gap - (day - after)) * terms.closeness)
      }
      drills.sequels[row + after] = least
    }
  }

  /// What each day costs a drill beside those activities that have one day only.
  private mutating func fillBesideSettled(_ problem: Problem) {
    var settled = 0..<0
    while settled.upperBound < drills.positions.lowerBound,
      months.members[range.lowerBound + settled.upperBound].options.count == 1
    {
      settled = 0..<settled.upperBound + 1
    }
    for drill in drills.positions {
      let member = months.members[range.lowerBound + drill]
      for option in member.options {
        drills.besideSettled[option - firstOption] =
          values.ofOptions[option - firstOption] + extra(beside: settled, member, option, problem)
      }
    }
  }

  /// How much more a day costs than alone, beside those of `settled` that are on it.
  private func extra(
    beside settled: Range<Int>, _ member: Months.Member, _ option: Int, _ problem: Problem
  ) -> Int64 {
    let day = months.options[option].day
    var extra: Int64 = 0
    var starts: Int32 = 0
    /// What it costs at least to leave one of them out.
    var way = MonthSolver.forbidden
    for position in settled {
      let other = months.members[range.lowerBound + position]
      let otherOption = other.options.lowerBound
      guard months.options[otherOption].day == day else { continue }
      let leftOut = max(0, unplacedValue(of: other) - values.ofOptions[otherOption - firstOption])
      if other.traits.contains(.countsDaily) {
        starts += 1
        way = min(way, leftOut)
      }
      guard member.traits.contains(.blocks), other.traits.contains(.blocks) else { continue }
      let pair = cheapestPair(member, option, other, otherOption, problem)
      extra = max(
        extra,
        min(
          leftOut,
          pair.value - values.ofOptions[option - firstOption]
            - values.ofOptions[otherOption - firstOption]))
    }
    return member.traits.contains(.countsDaily) && starts >= limit ? max(extra, way) : extra
  }

  /// All drills one after the other cost more than each alone, which what precedes them should know.
  mutating func seeDrillsTogether() {
    let all = (1 << drills.positions.count) - 1
    let filled = weeks(of: all)
    let together = drills.sequels[all * (decided.nearness.count + 1)]
    for mask in 0...quietBits {
      let rest = least[drills.positions.upperBound * MonthSolver.masks + Int(mask | filled)]
      let row = drills.positions.lowerBound * MonthSolver.masks + Int(mask)
      least[row] = max(least[row], together + rest)
    }
  }

  func isLinkedToDrill(_ index: Int) -> Bool {
    months.members[range.lowerBound + index].links.contains {
      drills.positions.contains(months.links[$0].other)
    }
  }

  /// Decides the drills of a set, all on `after` or later.
  mutating func descendDrills(
    _ set: Int, after: Int32?, filled: UInt32, cost: Int64, _ problem: Problem
  ) -> Positions {
    guard set != 0 else {
      return descend(drills.positions.upperBound, filled: filled, cost: cost, problem)
    }
    stepsLeft -= 1
    let beside = least[
      drills.positions.upperBound * MonthSolver.masks + Int(filled | weeks(of: set))]
    let width = decided.nearness.count + 1
    guard stepsLeft >= 0 else {
      let rest = drills.sequels[set * width + (after.map { Int($0) + 1 } ?? 0)]
      best.open = min(best.open, cost + rest + beside)
      return .all
    }
    var blamed = decided.blame
    let first = drills.queue.count
    for drill in drills.positions where set & 1 << (drill - drills.positions.lowerBound) != 0 {
      let member = months.members[range.lowerBound + drill]
      let rest = (set & ~(1 << (drill - drills.positions.lowerBound))) * width
      let unplaced = cost + unplacedValue(of: member) + addedUnevenness(of: member) + beside
      enqueue(
        DrillBranch(
          promise: unplaced + drills.sequels[rest + (after.map { Int($0) + 1 } ?? 0)], drill: drill,
          option: -1), from: first)
      for option in member.options {
        let day = months.options[option].day
        guard day >= after ?? 0 else { continue }
        guard admits(day, member) else {
          blamed.formUnion(barring(day, member))
          continue
        }
        let own = values.ofOptions[option - firstOption] + decided.nearness[Int(day)]
        enqueue(
          DrillBranch(
            promise: cost + own + drills.sequels[rest + Int(day) + 1] + beside, drill: drill,
            option: Int32(option - firstOption)), from: first)
      }
    }
    for position in first..<drills.queue.count {
      let branch = drills.queue[position]
      guard branch.promise < best.toBeat else { break }
      blamed.formUnion(take(branch, of: set, after: after, filled: filled, cost: cost, problem))
    }
    drills.queue.removeLast(drills.queue.count - first)
    // None of them is gone back to by itself, since which is next depends on all.
    for drill in drills.positions { blamed.insert(drill) }
    return blamed
  }

  private mutating func enqueue(_ branch: DrillBranch, from first: Int) {
    guard branch.promise < best.toBeat else { return }
    drills.queue.append(branch)
    var position = drills.queue.count - 1
    while position > first, drills.queue[position - 1].promise > branch.promise {
      drills.queue.swapAt(position, position - 1)
      position -= 1
    }
  }

  private mutating func take(
    _ branch: DrillBranch, of set: Int, after: Int32?, filled: UInt32, cost: Int64,
    _ problem: Problem
  ) -> Positions {
    let member = months.members[range.lowerBound + branch.drill]
    let blameBefore = decided.blame
    defer { decided.blame = blameBefore }
    decided.blame.insert(branch.drill)
    let rest = set & ~(1 << (branch.drill - drills.positions.lowerBound))
    decided.options[branch.drill] = branch.option
    guard branch.option >= 0 else {
      let own = unplacedValue(of: member) + addedUnevenness(of: member)
      decided.leftOut += 1
      defer { decided.leftOut -= 1 }
      return descendDrills(rest, after: after, filled: filled, cost: cost + own, problem)
    }
    let option = Int(branch.option) + firstOption
    let onDay = months.options[option]
    let day = Int(onDay.day)
    let extraBefore = decided.extraOnDay[day]
    let extra =
      max(extraBefore, extraOfDay(branch.drill, member, option, problem))
      - extraBefore
    defer { decided.options[branch.drill] = -1 }
    if extra > 0 { decided.blame.formUnion(onSameDay(onDay.day, as: branch.drill)) }
    guard branch.promise + extra < best.toBeat else { return decided.blame }
    let own = values.ofOptions[option - firstOption] + decided.nearness[day] + extra
    let countsDaily = member.traits.contains(.countsDaily)
    decided.days[branch.drill] = onDay.day
    decided.extraOnDay[day] += extra
    if countsDaily { decided.startsOnDay[day] += 1 }
    addNearness(to: day, sign: 1)
    let blamed = descendDrills(
      rest, after: onDay.day, filled: filled | (onDay.weekBit & quietBits), cost: cost + own,
      problem)
    addNearness(to: day, sign: -1)
    if countsDaily { decided.startsOnDay[day] -= 1 }
    decided.extraOnDay[day] = extraBefore
    return blamed
  }

  /// Quiet weeks that a set of drills could fill.
  private func weeks(of set: Int) -> UInt32 {
    var bits: UInt32 = 0
    for (index, weeks) in drills.weeks.enumerated() where set & 1 << index != 0 { bits |= weeks }
    return bits
  }
}
