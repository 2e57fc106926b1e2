/// Finds the cheapest month of one host, exactly if that takes few enough steps.
///
/// Depth first over the activities, their days as branches. A table says what those still to come
/// cost at least, knowing which weeks are quiet so far; order, apart, daily limits, closeness and
/// what two activities of one day cost more than each alone are asked on the way. Three on a day are
/// taken to cost no more than the worst two of them, which only lowers what is found.
struct MonthSolver: Sendable {
  /// Too much to be chosen, little enough to be added up.
  static let forbidden: Int64 = 1 << 56

  let months: Months
  /// What each slot of the month costs; to be written before it is solved.
  var values: MonthValues
  /// For each activity of the month: the slot that it has in the solution; none: unplaced.
  var solution: [SlotID]

  /// Steps of all solutions so far.
  private(set) var steps = 0

  var range = 0..<0
  var firstOption = 0
  var terms = Terms()
  var limit: Int32 = 0
  var quietBits: UInt32 = 0
  /// For each member of all months: its option in its month's last solution; -2: there is none.
  var memory: [Int32]
  /// What activities from one on cost at least, by the weeks that are filled already.
  var least: [Int64]
  var decided: Decided
  var best: Best
  var drills: DrillTables
  var queue: [Branch] = []
  var stepsLeft = 0

  static let masks = 1 << Months.weekLimit

  init(_ months: Months, dayCount: Int, comfortableGap: Int) {
    self.months = months
    values = MonthValues(months)
    solution = Array(repeating: .none, count: months.mostMembers)
    memory = Array(repeating: -2, count: months.members.count)
    least = Array(repeating: 0, count: (months.mostMembers + 1) * MonthSolver.masks)
    decided = Decided(memberCount: months.mostMembers, dayCount: dayCount)
    best = Best(memberCount: months.mostMembers)
    drills = DrillTables(months, dayCount: dayCount, comfortableGap: comfortableGap)
  }

  /// What a host's month costs at least at ``values``; its solution is then in ``solution``.
  ///
  /// - Returns: The minimum, or less if the step limit was reached or three share a day.
  mutating func solve(_ host: HostID, in problem: Problem, _ terms: Terms) -> Int64 {
    range = months.ranges[host.index]
    self.terms = terms
    limit = problem.dailyLimits[host]
    quietBits = terms.quietWeek > 0 ? months.quietWeeks[host.index] : 0
    guard !range.isEmpty else { return Int64(quietBits.nonzeroBitCount) * terms.quietWeek }
    firstOption = months.members[range.lowerBound].options.lowerBound
    fillPairs()
    fillSequels(problem)
    fillLeast()
    best.begin(tolerance: terms.tolerance)
    stepsLeft = terms.stepLimit
    for position in 0..<range.count {
      decided.options[position] = -1
      best.options[position] = -1
    }
    replay(host, problem)
    decided.blame = Positions()
    decided.leftOut = Int64(months.hopeless[host.index])
    _ = descend(0, filled: 0, cost: 0, problem)
    remember()
    readSolution(problem)
    steps += terms.stepLimit - max(0, stepsLeft)
    return min(best.value, best.open)
  }

  mutating func fillLeast() {
    let count = range.count
    for mask in 0...Int(quietBits) {
      least[count * MonthSolver.masks + mask] =
        Int64((quietBits & ~UInt32(mask)).nonzeroBitCount) * terms.quietWeek
    }
    for index in stride(from: count - 1, through: 0, by: -1) {
      let member = months.members[range.lowerBound + index]
      let (own, next) = (index * MonthSolver.masks, (index + 1) * MonthSolver.masks)
      // In any week, by its bit; last: in none.
      var byWeek = [7 of Int64](repeating: MonthSolver.forbidden)
      byWeek[6] = unplacedValue(of: member)
      for option in member.options {
        let bit = months.options[option].weekBit & quietBits
        let week = bit == 0 ? 6 : bit.trailingZeroBitCount
        byWeek[week] = min(byWeek[week], values.ofOptions[option - firstOption])
      }
      for mask in 0...Int(quietBits) {
        var value = byWeek[6] + least[next + mask]
        for week in 0..<6 where byWeek[week] < MonthSolver.forbidden {
          value = min(value, byWeek[week] + least[next + (mask | 1 << week)])
        }
        least[own + mask] = value
      }
      if drills.areInOrder, index == drills.positions.lowerBound { seeDrillsTogether() }
    }
  }

  func unplacedValue(of member: Months.Member) -> Int64 {
    guard let unplaced = terms.unplaced, !member.traits.contains(.fixed), !member.mustStay else {
      return MonthSolver.forbidden
    }
    let dropped = terms.countsDropped ? member.dropped : 0
    guard member.traits.contains(.pinned) else {
      return terms.countsPinnedAlone ? dropped : unplaced * member.priority + dropped
    }
    return terms.pinnedFactor.map { unplaced * $0 * member.priority + dropped }
      ?? MonthSolver.forbidden
  }

  /// How much dearer it is to leave another one out for those that are left out already.
  func addedUnevenness(of member: Months.Member) -> Int64 {
    member.traits.contains(.local) ? terms.unevenness * decided.leftOut : 0
  }

  /// Decides one activity after the other.
  ///
  /// - Returns: Who is to blame that nothing better was found, see ``blame``.
  mutating func descend(
    _ index: Int, filled: UInt32, cost: Int64, _ problem: Problem
  ) -> Positions {
    let estimate = cost + least[index * MonthSolver.masks + Int(filled)]
    guard index < range.count else {
      if estimate < best.toBeat {
        best.value = estimate
        for position in 0..<index { best.options[position] = decided.options[position] }
      }
      return decided.blame
    }
    stepsLeft -= 1
    guard stepsLeft >= 0 else {
      best.open = min(best.open, estimate)
      return .all
    }
    if index == drills.positions.lowerBound, drills.areInOrder {
      for drill in drills.positions { decided.options[drill] = -1 }
      return descendDrills(
        (1 << drills.positions.count) - 1, after: nil, filled: filled, cost: cost, problem)
    }
    let besideDrills = leastBesideDrills(index, filled: filled)
    guard cost + besideDrills < best.toBeat else { return decided.blame }
    let first = queue.count
    defer { queue.removeLast(queue.count - first) }
    var blamed = decided.blame
    blamed.formUnion(fillQueue(index, filled: filled, cost: cost, cost + besideDrills))
    // By what each promises, so that there is soon something to beat and the rest can be left.
    for position in first..<queue.count {
      let branch = queue[position]
      guard branch.promise < best.toBeat else { break }
      var below = take(branch, index, filled: filled, cost: cost, estimate, problem)
      // Whatever this one did, it would have come to nothing.
      guard below.contains(index) else { return below }
      below.remove(index)
      blamed.formUnion(below)
    }
    return blamed
  }

  /// Appends what could be done with an activity, the most promising first.
  ///
  /// - Returns: Those who bar what is as promising, but cannot be done.
  mutating func fillQueue(
    _ index: Int, filled: UInt32, cost: Int64, _ besideDrills: Int64
  ) -> Positions {
    let member = months.members[range.lowerBound + index]
    let next = (index + 1) * MonthSolver.masks
    let isDrill = member.traits.contains(.drill)
    let first = queue.count
    let unplaced =
      cost + unplacedValue(of: member) + addedUnevenness(of: member) + least[next + Int(filled)]
    if unplaced < best.toBeat { queue.append(Branch(promise: unplaced, option: -1)) }
    var barring = Positions()
    for option in member.options {
      let onDay = months.options[option]
      let own =
        values.ofOptions[option - firstOption] + (isDrill ? decided.nearness[Int(onDay.day)] : 0)
      var promise = cost + own + least[next + Int(filled | (onDay.weekBit & quietBits))]
      guard promise < best.toBeat else { continue }
      guard admits(onDay.day, member) else {
        barring.formUnion(self.barring(onDay.day, member))
        continue
      }
      if isDrill {
        let withLater = besideDrills + own - drills.alone[index] + laterDrills(index, on: onDay.day)
        guard withLater < best.toBeat else { continue }
        promise = max(promise, withLater)
      }
      queue.append(Branch(promise: promise, option: Int32(option - firstOption)))
      var position = queue.count - 1
      while position > first, queue[position - 1].promise > promise {
        queue.swapAt(position, position - 1)
        position -= 1
      }
    }
    return barring
  }

  mutating func take(
    _ branch: Branch, _ index: Int, filled: UInt32, cost: Int64, _ estimate: Int64,
    _ problem: Problem
  ) -> Positions {
    let member = months.members[range.lowerBound + index]
    decided.options[index] = branch.option
    let isDrill = member.traits.contains(.drill)
    let blameBefore = decided.blame
    defer { decided.blame = blameBefore }
    // It may fill a week for another, who then need not.
    if isDrill || filled != quietBits || branch.promise > estimate { decided.blame.insert(index) }
    guard branch.option >= 0 else {
      // Whoever is left out later costs more for it.
      if terms.unevenness > 0 { decided.blame.insert(index) }
      let own = unplacedValue(of: member) + addedUnevenness(of: member)
      decided.leftOut += 1
      defer { decided.leftOut -= 1 }
      return descend(index + 1, filled: filled, cost: cost + own, problem)
    }
    let option = Int(branch.option) + firstOption
    let onDay = months.options[option]
    let day = Int(onDay.day)
    let extraBefore = decided.extraOnDay[day]
    let extra = max(extraBefore, extraOfDay(index, member, option, problem)) - extraBefore
    if extra > 0 {
      decided.blame.insert(index)
      decided.blame.formUnion(onSameDay(onDay.day, as: index))
    }
    guard branch.promise + extra < best.toBeat else { return decided.blame }
    let own = values.ofOptions[option - firstOption] + (isDrill ? decided.nearness[day] : 0) + extra
    let countsDaily = member.traits.contains(.countsDaily)
    decided.days[index] = onDay.day
    decided.extraOnDay[day] += extra
    if countsDaily { decided.startsOnDay[day] += 1 }
    if isDrill { addNearness(to: day, sign: 1) }
    let blamed = descend(
      index + 1, filled: filled | (onDay.weekBit & quietBits), cost: cost + own, problem)
    if isDrill { addNearness(to: day, sign: -1) }
    if countsDaily { decided.startsOnDay[day] -= 1 }
    decided.extraOnDay[day] = extraBefore
    return blamed
  }

  /// Takes the last solution for the one to beat, if it holds still.
  mutating func replay(_ host: HostID, _ problem: Problem) {
    guard terms.remembers else { return }
    var cost: Int64 = 0
    var filled: UInt32 = 0
    var undo: [Int] = []
    decided.leftOut = Int64(months.hopeless[host.index])
    defer {
      for day in undo { decided.extraOnDay[day] = 0 }
      for day in undo { decided.startsOnDay[day] = 0 }
      for index in decided.nearness.indices { decided.nearness[index] = 0 }
    }
    for index in 0..<range.count {
      let member = months.members[range.lowerBound + index]
      let option = Int(memory[range.lowerBound + index])
      decided.options[index] = Int32(option)
      if option == -2 { return }
      if option < 0 {
        cost += unplacedValue(of: member) + addedUnevenness(of: member)
        if cost >= MonthSolver.forbidden { return }
        decided.leftOut += 1
        continue
      }
      let onDay = months.options[option + firstOption]
      let day = Int(onDay.day)
      guard admits(onDay.day, member) else { return }
      undo.append(day)
      let extra = max(
        decided.extraOnDay[day], extraOfDay(index, member, option + firstOption, problem))
      cost += values.ofOptions[option] + extra - decided.extraOnDay[day]
      decided.extraOnDay[day] = extra
      decided.days[index] = onDay.day
      filled |= onDay.weekBit & quietBits
      if member.traits.contains(.countsDaily) { decided.startsOnDay[day] += 1 }
      guard member.traits.contains(.drill) else { continue }
      cost += decided.nearness[day]
      addNearness(to: day, sign: 1)
    }
    cost += least[range.count * MonthSolver.masks + Int(filled)]
    guard cost < MonthSolver.forbidden else { return }
    best.value = cost
    for index in 0..<range.count { best.options[index] = decided.options[index] }
  }

  mutating func remember() {
    guard terms.remembers else { return }
    for index in 0..<range.count { memory[range.lowerBound + index] = best.options[index] }
  }

  func admits(_ day: Int32, _ member: Months.Member) -> Bool {
    if member.traits.contains(.countsDaily), !member.traits.contains(.fixed),
      decided.startsOnDay[Int(day)] >= limit
    {
      return false
    }
    for index in member.links {
      let link = months.links[index]
      guard decided.options[link.other] >= 0 else { continue }
      if !link.allows(day, beside: decided.days[link.other]) { return false }
    }
    return true
  }
}
