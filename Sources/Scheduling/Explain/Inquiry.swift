package import Drills

/// One activity against the rest of a plan: where it could be, at what cost, and what bars it.
///
/// Nothing else moves. So a change of cost is exact, and what bars a placement is named: the filters
/// that it fails, else the rules that it would break and the activities that it would break them
/// with.
package struct Inquiry: Sendable {
  let agenda: Agenda
  let circumstances: Circumstances
  let plan: Plan
  let problem: Problem
  /// With everything but the activity.
  let schedule: Schedule
  let target: ActivityID
  /// For each slot, what it fails.
  let failures: Column<SlotID, Failures>
  let published: Placement?
  /// Where it stays because it is done or frozen, whatever the rules say.
  private let heldSlot: SlotID?
  let rules = RuleSet()
  let costs = CostSet()

  /// `moment`: every venue and choice of teams is asked for then too.
  ///
  /// - Precondition: The activity is not cancelled.
  package init(
    of row: Row<Activity>, in plan: Plan, _ agenda: Agenda, _ circumstances: Circumstances,
    at moment: Moment? = nil
  ) {
    self.agenda = agenda
    self.circumstances = circumstances
    self.plan = plan
    let activity = agenda.activities[row]
    published = plan[activity.id]
    let universe = Universe(of: row, now: published, at: moment, agenda, circumstances)
    let domain = Domain(
      list: universe.list, explicit: universe.standing?.placement,
      explicitCost: universe.standing?.cost ?? 0, allowedDays: [])
    problem = Problem(of: [row: domain], beside: plan, agenda, in: circumstances)
    guard let target = problem.activity(of: row) else {
      preconditionFailure("a cancelled activity has no placements")
    }
    self.target = target
    var failures = Column<SlotID, Failures>(repeating: Failures(), count: problem.slots.count)
    let found = universe.failures + [universe.standing?.failures].compactMap(\.self)
    for (slot, failed) in zip(problem.slotRange(of: target), found) { failures[slot] = failed }
    self.failures = failures
    var schedule = Schedule(problem)
    for other in problem.activities.ids where other != target {
      if let slot = problem.slotRange(of: other).first {
        schedule.place(other, at: slot, in: problem)
      }
    }
    self.schedule = schedule
    let compiled = problem
    let slot = published.flatMap { compiled.slot(at: $0, of: target, in: agenda) }
    let isHeld = circumstances.fixed[activity.id].map { $0.reason != .pinned } ?? false
    heldSlot = isHeld ? slot : nil
    if let published, let slot { cost = score(published, at: slot) }
  }

  /// What the activity costs where it is, by part; nothing if it is unplaced.
  package private(set) var cost: Score?

  /// For each day of the period and of its dates, the cheapest placement that can be had; else the
  /// one that least bars.
  package func days() -> [Explanation.Answer] {
    var best: [Int32: (rank: (Int, Int), slot: SlotID)] = [:]
    for slot in problem.slotRange(of: target) {
      let day = problem.slots[slot].day
      let rank = rank(of: slot)
      if let known = best[day], known.rank <= rank { continue }
      best[day] = (rank, slot)
    }
    return best.sorted { $0.key < $1.key }.map { answer($0.value.slot) }
  }

  /// The cheapest placement at a moment; else the one that least bars.
  ///
  /// - Returns: Nothing if the day has no such start.
  package func answer(at moment: Moment) -> Explanation.Answer? {
    problem.slotRange(of: target).filter {
      problem.slots[$0].day == Int32(moment.day - problem.firstDay)
        && problem.placement(at: $0, of: target, in: agenda).start == moment.minute
    }.min { rank(of: $0) < rank(of: $1) }.map(answer)
  }

  /// Fewer failures first, then what can be had, then the cheaper.
  private func rank(of slot: SlotID) -> (Int, Int) {
    let added = costs.added(by: slot, of: target, to: schedule, in: problem)
    if slot == heldSlot { return (0, added) }
    if !failures[slot].isEmpty { return (1 + failures[slot].count, added) }
    return (rules.admits(slot, of: target, on: schedule, in: problem) ? 0 : 1, added)
  }

  private func answer(_ slot: SlotID) -> Explanation.Answer {
    let placement = problem.placement(at: slot, of: target, in: agenda)
    var change = score(placement, at: slot)
    if let cost {
      change.placement -= cost.placement
      change.crowding -= cost.crowding
      change.quietWeek -= cost.quietWeek
      change.closeness -= cost.closeness
      change.moved -= cost.moved
      change.dropped -= cost.dropped
      change.unevenness -= cost.unevenness
    }
    return Explanation.Answer(placement: placement, change: change, bars: bars(of: slot))
  }

  private func score(_ placement: Placement, at slot: SlotID) -> Score {
    var score = Score()
    score.crowding = costs.crowding.added(by: slot, of: target, to: schedule, in: problem)
    score.quietWeek = costs.quietWeeks.added(by: slot, of: target, to: schedule, in: problem)
    score.closeness = costs.closeness.added(by: slot, of: target, to: schedule, in: problem)
    score.dropped = costs.dropped.added(by: slot, of: target, to: schedule, in: problem)
    score.unevenness = costs.unevenness.added(by: slot, of: target, to: schedule, in: problem)
    let id = agenda.activities[problem.agendaRows[target]].id
    score.moved = MovedCost.of(placement, id, circumstances, agenda.program.weights)
    // The cost of a slot holds both.
    score.placement =
      costs.placement.added(by: slot, of: target, to: schedule, in: problem) - score.moved
    return score
  }

  func bars(of slot: SlotID) -> [Explanation.Bar] {
    if slot == heldSlot { return [] }
    var bars: [Explanation.Bar] = []
    let failed = failures[slot]
    if !failed.filters.isEmpty {
      bars.append(Explanation.Bar(rule: .placement, filters: failed.filters, activities: []))
    }
    bars += failed.rules.map { Explanation.Bar(rule: $0, filters: [], activities: []) }
    for (rule, name) in named
    where !rule.admits(slot, of: target, on: schedule, in: problem) {
      let ids = Set(rule.occupants(of: slot, of: target, on: schedule, in: problem)).sorted()
        .map(id)
      if let known = bars.firstIndex(where: { $0.rule == name }) {
        bars[known] = Explanation.Bar(
          rule: name, filters: [],
          activities: bars[known].activities + ids.filter { !bars[known].activities.contains($0) })
      } else {
        bars.append(Explanation.Bar(rule: name, filters: [], activities: ids))
      }
    }
    return bars
  }

  /// The rules that depend on others, by the names that the model gives them.
  var named: [(any Rule, HardRule)] {
    [
      (rules.venue, .venue), (rules.team, .team), (rules.community, .community),
      (rules.dailyLimit, .community), (rules.order, .order), (rules.apart, .apart),
    ]
  }

  func id(_ activity: ActivityID) -> DutyID {
    agenda.activities[problem.agendaRows[activity]].id
  }
}
