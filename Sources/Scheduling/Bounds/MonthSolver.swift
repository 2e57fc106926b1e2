/// Finds the cheapest month of one host, exactly if that takes few enough steps.
///
/// Depth first over the activities, their days as branches. A table says what those still to come
/// cost at least, knowing which weeks are quiet so far; order, apart, daily limits, closeness and
/// what two activities of one day cost more than each alone are asked on the way. Three on a day are
/// taken to cost no more than the worst two of them, which only lowers what is found.
struct MonthSolver: Sendable {
  /// What a month is solved with.
  struct Terms: Sendable {
    /// What a point of priority costs that is left unplaced; nothing: none may be left.
    var unplaced: Int64?
    var quietWeek: Int64 = 0
    /// A day that two drills are nearer than is comfortable.
    var closeness: Int64 = 0
    /// In days.
    var comfortableGap: Int32 = 0
    /// Steps after which the least that is still open is taken for the answer.
    var stepLimit = 3000
    /// How much less another solution must cost to be looked for.
    var tolerance: Int64 = 0
    /// Whether to begin with the host's last solution.
    var remembers = false
  }

  /// Too much to be chosen, little enough to be added up.
  static let forbidden: Int64 = 1 << 56

  let months: Months
  /// What each slot of the month costs, by activity.
  var slotValues: [Int64]
  /// The least of them, for each option of the month.
  var values: [Int64]
  /// For each activity of the month: the slot that it has in the solution; none: unplaced.
  var solution: [SlotID]

  /// Steps of all solutions so far.
  private(set) var steps = 0

  var range = 0..<0
  var firstOption = 0
  var terms = Terms()
  var limit: Int32 = 0
  var quietBits: UInt32 = 0

  /// For each activity decided so far: its option; -1: unplaced.
  var chosen: [Int32]
  var days: [Int32]
  var bestChosen: [Int32]
  /// For each member of all months: its option in its month's last solution; -2: there is none.
  var memory: [Int32]
  /// What activities from one on cost at least, by the weeks that are filled already.
  var least: [Int64]
  var startsOnDay: [Int32]
  /// What a drill costs on each day for being near those decided so far.
  var nearness: [Int64]
  /// What the activities of a day cost more than each alone.
  var extraOnDay: [Int64]
  var queue: [Branch] = []
  /// The drills with several days, by position; those that are too many are not looked at in pairs.
  var drills = 0..<0
  var pairs: [Int64]
  /// Whether the drills are decided in order of their days, by ``sequels``.
  var hasSequels = false
  /// For each set of drills and each day, what they cost at least one after the other from then on.
  var sequels: [Int64]
  /// Quiet weeks that each drill could fill.
  var weeksOfDrill: [UInt32] = []
  /// What a drill and all after it cost at least, by its day: beside what has no choice, on the day
  /// of the one before it, and on that day or later.
  var onDay: [Int64]
  var onDayOfLast: [Int64]
  var fromDay: [Int64]
  /// For each option of a drill, what it costs beside what has no choice.
  var besideSettled: [Int64]
  /// Steps of the drills' own.
  var drillQueue: [DrillBranch] = []
  /// What each drill still to come costs at least beside what is decided.
  var alone: [Int64]
  var bestValue: Int64 = 0 { didSet { toBeat = bestValue - terms.tolerance } }
  /// What is not less than this is not worth a step.
  private(set) var toBeat: Int64 = 0
  var openValue: Int64 = 0
  var stepsLeft = 0
  /// Whose decisions make the month as dear as it is so far, or could let others be cheaper.
  ///
  /// What fails for that reason fails whatever the rest do, so the search goes back to one of these
  /// at once.
  ///
  /// Source: Prosser, "Hybrid algorithms for the constraint satisfaction problem", 1993.
  var blame = Positions()

  /// A day for the activity whose turn it is; -1: unplaced.
  struct Branch {
    /// What the month costs at least with it.
    var promise: Int64
    var option: Int32
  }

  static let pairLimit = 6
  static let masks = 1 << Months.weekLimit

  init(_ months: Months, dayCount: Int, comfortableGap: Int) {
    self.months = months
    slotValues = Array(repeating: 0, count: months.mostSlots)
    values = Array(repeating: 0, count: months.mostOptions)
    besideSettled = values
    onDay = Array(repeating: 0, count: dayCount + comfortableGap + 2)
    onDayOfLast = onDay
    fromDay = onDay
    solution = Array(repeating: .none, count: months.mostMembers)
    chosen = Array(repeating: -1, count: months.mostMembers)
    days = chosen
    bestChosen = chosen
    pairs = Array(
      repeating: 0, count: MonthSolver.pairLimit * dayCount)
    sequels = Array(
      repeating: 0, count: (1 << MonthSolver.pairLimit) * (dayCount + 1))
    alone = Array(repeating: 0, count: months.mostMembers)
    memory = Array(repeating: -2, count: months.members.count)
    least = Array(repeating: 0, count: (months.mostMembers + 1) * MonthSolver.masks)
    startsOnDay = Array(repeating: 0, count: dayCount)
    nearness = Array(repeating: 0, count: dayCount)
    extraOnDay = Array(repeating: 0, count: dayCount)
  }

  /// What a host's month costs at least at ``slotValues`` and ``values``; its solution is then in
  /// ``solution``.
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
    bestValue = MonthSolver.forbidden
    openValue = .max
    stepsLeft = terms.stepLimit
    for position in 0..<range.count {
      chosen[position] = -1
      bestChosen[position] = -1
    }
    replay(problem)
    blame = Positions()
    _ = descend(0, filled: 0, cost: 0, problem)
    remember()
    readSolution(problem)
    steps += terms.stepLimit - max(0, stepsLeft)
    return min(bestValue, openValue)
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
        byWeek[week] = min(byWeek[week], values[option - firstOption])
      }
      for mask in 0...Int(quietBits) {
        var value = byWeek[6] + least[next + mask]
        for week in 0..<6 where byWeek[week] < MonthSolver.forbidden {
          value = min(value, byWeek[week] + least[next + (mask | 1 << week)])
        }
        least[own + mask] = value
      }
      if hasSequels, index == drills.lowerBound { seeDrillsTogether() }
    }
  }

  func unplacedValue(of member: Months.Member) -> Int64 {
    guard let unplaced = terms.unplaced, !member.traits.contains(.fixed) else {
      return MonthSolver.forbidden
    }
    return unplaced * member.priority
  }

  /// Decides one activity after the other.
  ///
  /// - Returns: Who is to blame that nothing better was found, see ``blame``.
  mutating func descend(
    _ index: Int, filled: UInt32, cost: Int64, _ problem: Problem
  ) -> Positions {
    let estimate = cost + least[index * MonthSolver.masks + Int(filled)]
    guard index < range.count else {
      if estimate < toBeat {
        bestValue = estimate
        for position in 0..<index { bestChosen[position] = chosen[position] }
      }
      return blame
    }
    stepsLeft -= 1
    guard stepsLeft >= 0 else {
      openValue = min(openValue, estimate)
      return .all
    }
    if index == drills.lowerBound, hasSequels {
      for drill in drills { chosen[drill] = -1 }
      return descendDrills((1 << drills.count) - 1, after: nil, filled: filled, cost: cost, problem)
    }
    let besideDrills = leastBesideDrills(index, filled: filled)
    guard cost + besideDrills < toBeat else { return blame }
    let first = queue.count
    defer { queue.removeLast(queue.count - first) }
    var blamed = blame
    blamed.formUnion(fillQueue(index, filled: filled, cost: cost, cost + besideDrills))
    // By what each promises, so that there is soon something to beat and the rest can be left.
    for position in first..<queue.count {
      let branch = queue[position]
      guard branch.promise < toBeat else { break }
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
    let unplaced = cost + unplacedValue(of: member) + least[next + Int(filled)]
    if unplaced < toBeat { queue.append(Branch(promise: unplaced, option: -1)) }
    var barring = Positions()
    for option in member.options {
      let onDay = months.options[option]
      let own = values[option - firstOption] + (isDrill ? nearness[Int(onDay.day)] : 0)
      var promise = cost + own + least[next + Int(filled | (onDay.weekBit & quietBits))]
      guard promise < toBeat else { continue }
      guard admits(onDay.day, member) else {
        barring.formUnion(self.barring(onDay.day, member))
        continue
      }
      if isDrill {
        let withLater = besideDrills + own - alone[index] + laterDrills(index, on: onDay.day)
        guard withLater < toBeat else { continue }
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
    chosen[index] = branch.option
    let isDrill = member.traits.contains(.drill)
    let blameBefore = blame
    defer { blame = blameBefore }
    // It may fill a week for another, who then need not.
    if isDrill || filled != quietBits || branch.promise > estimate { blame.insert(index) }
    guard branch.option >= 0 else {
      return descend(
        index + 1, filled: filled, cost: cost + unplacedValue(of: member), problem)
    }
    let option = Int(branch.option) + firstOption
    let onDay = months.options[option]
    let day = Int(onDay.day)
    let extraBefore = extraOnDay[day]
    let extra = max(extraBefore, extraOfDay(index, member, option, problem)) - extraBefore
    if extra > 0 {
      blame.insert(index)
      blame.formUnion(onSameDay(onDay.day, as: index))
    }
    guard branch.promise + extra < toBeat else { return blame }
    let own = values[option - firstOption] + (isDrill ? nearness[day] : 0) + extra
    let countsDaily = member.traits.contains(.countsDaily)
    days[index] = onDay.day
    extraOnDay[day] += extra
    if countsDaily { startsOnDay[day] += 1 }
    if isDrill { addNearness(to: day, sign: 1) }
    let blamed = descend(
      index + 1, filled: filled | (onDay.weekBit & quietBits), cost: cost + own, problem)
    if isDrill { addNearness(to: day, sign: -1) }
    if countsDaily { startsOnDay[day] -= 1 }
    extraOnDay[day] = extraBefore
    return blamed
  }

  /// Takes the last solution for the one to beat, if it holds still.
  mutating func replay(_ problem: Problem) {
    guard terms.remembers else { return }
    var cost: Int64 = 0
    var filled: UInt32 = 0
    var undo: [Int] = []
    defer {
      for day in undo { extraOnDay[day] = 0 }
      for day in undo { startsOnDay[day] = 0 }
      for index in nearness.indices { nearness[index] = 0 }
    }
    for index in 0..<range.count {
      let member = months.members[range.lowerBound + index]
      let option = Int(memory[range.lowerBound + index])
      chosen[index] = Int32(option)
      if option == -2 { return }
      if option < 0 {
        cost += unplacedValue(of: member)
        if cost >= MonthSolver.forbidden { return }
        continue
      }
      let onDay = months.options[option + firstOption]
      let day = Int(onDay.day)
      guard admits(onDay.day, member) else { return }
      undo.append(day)
      let extra = max(
        extraOnDay[day], extraOfDay(index, member, option + firstOption, problem))
      cost += values[option] + extra - extraOnDay[day]
      extraOnDay[day] = extra
      days[index] = onDay.day
      filled |= onDay.weekBit & quietBits
      if member.traits.contains(.countsDaily) { startsOnDay[day] += 1 }
      guard member.traits.contains(.drill) else { continue }
      cost += nearness[day]
      addNearness(to: day, sign: 1)
    }
    cost += least[range.count * MonthSolver.masks + Int(filled)]
    guard cost < MonthSolver.forbidden else { return }
    bestValue = cost
    for index in 0..<range.count { bestChosen[index] = chosen[index] }
  }

  mutating func remember() {
    guard terms.remembers else { return }
    for index in 0..<range.count { memory[range.lowerBound + index] = bestChosen[index] }
  }

  func admits(_ day: Int32, _ member: Months.Member) -> Bool {
    if member.traits.contains(.countsDaily), !member.traits.contains(.fixed),
      startsOnDay[Int(day)] >= limit
    {
      return false
    }
    for index in member.links {
      let link = months.links[index]
      guard chosen[link.other] >= 0 else { continue }
      if !link.allows(day, beside: days[link.other]) { return false }
    }
    return true
  }
}
