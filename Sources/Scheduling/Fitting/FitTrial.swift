/// Tries to put a few activities together, by every rule, beside nothing else.
struct FitTrial {
  /// Placements that are tried before it is given up.
  private static let mostSteps = 4000

  private var schedule: Schedule
  private let rules = RuleSet()
  private var stepsLeft = 0

  init(_ problem: Problem) {
    schedule = Schedule(problem)
    for activity in problem.activities.ids where problem.activities[activity].isFixed {
      schedule.remove(activity, in: problem)
    }
  }

  /// Nothing if too much would have to be tried.
  mutating func fits(_ members: [ActivityID], in problem: Problem) -> Bool? {
    let (free, fixed) = (
      members.filter { !problem.activities[$0].isFixed },
      members.filter { problem.activities[$0].isFixed }
    )
    for activity in fixed {
      schedule.place(
        activity, at: SlotID(row: problem.activities[activity].slots.from), in: problem)
    }
    defer { for activity in fixed { schedule.remove(activity, in: problem) } }
    stepsLeft = FitTrial.mostSteps
    let isFit = place(order(free, in: problem)[...], in: problem)
    return isFit || stepsLeft >= 0 ? isFit : nil
  }

  /// First what others wait for, then what must be over soonest, then what has the fewest days.
  private func order(_ members: [ActivityID], in problem: Problem) -> [ActivityID] {
    var depths: [ActivityID: Int] = [:]
    func depth(of activity: ActivityID) -> Int {
      if let known = depths[activity] { return known }
      let before = problem.links[activity].filter {
        $0.kind == .after && members.contains($0.other)
      }
      let own = (before.map { depth(of: $0.other) }.max() ?? -1) + 1
      depths[activity] = own
      return own
    }
    func last(_ activity: ActivityID) -> Int32 {
      problem.slotRange(of: activity).last.map { problem.slots[$0].day } ?? 0
    }
    return members.map { (activity: $0, depth: depth(of: $0), last: last($0)) }.sorted {
      ($0.depth, $0.last, $0.activity) < ($1.depth, $1.last, $1.activity)
    }.map(\.activity)
  }

  private mutating func place(_ rest: ArraySlice<ActivityID>, in problem: Problem) -> Bool {
    guard let activity = rest.first else { return true }
    for slot in problem.slotRange(of: activity)
    where rules.admits(slot, of: activity, on: schedule, in: problem) {
      stepsLeft -= 1
      guard stepsLeft >= 0 else { return false }
      schedule.place(activity, at: slot, in: problem)
      defer { schedule.remove(activity, in: problem) }
      if place(rest.dropFirst(), in: problem) { return true }
    }
    return false
  }
}

/// Proves that of a few activities some must be left out, by solving the month that they make.
struct MonthProof {
  /// Steps that a proof may take.
  private static let mostSteps = 20_000

  func leavesOut(some members: [ActivityID], of host: HostID, in problem: Problem) -> Bool {
    let months = Months(of: members, for: host, problem)
    var solver = MonthSolver(
      months, dayCount: problem.dayCount, comfortableGap: problem.comfortableGap)
    solver.values.begin()
    for member in months.members {
      for option in member.options {
        for _ in months.options[option].slots { solver.values.append(0) }
        solver.values.endDay()
      }
    }
    let terms = MonthSolver.Terms(unplaced: Prices.unit, stepLimit: MonthProof.mostSteps)
    return solver.solve(host, in: problem, terms) > 0
  }
}
