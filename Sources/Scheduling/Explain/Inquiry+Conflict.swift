package import Drills

extension Inquiry {
  /// The fewest things that can be shown to leave no placement, whatever else is in the plan: drop any
  /// of them, and there is one.
  ///
  /// Filters are preferred to activities; of a team or venue for several at once every one of those
  /// that fill it is named. Nothing if a placement can be had as things stand.
  package func blockingSet() -> [Explanation.Reason]? {
    guard let others = inTheWay() else { return nil }
    let fails = (0..<Failures.end).filter { bit in
      problem.slotRange(of: target).contains { failures[$0].contains(bit) }
    }
    let short = Set(problem.slotRange(of: target).flatMap(understaffed)).sorted()
    let causes = fails.map(Cause.failure) + short.map(Cause.crews) + others.map(Cause.activity)
    var standing = Standing(self)
    return minimalConflict(causes, holds: { standing.allows($0) })?.map(reason)
  }

  /// Whether a placement can be had if only these things hold; what a set is checked by.
  package func isPossible(if reasons: [Explanation.Reason]) -> Bool {
    let causes = reasons.compactMap { reason -> Cause? in
      switch reason {
      case .filter(let filter): .failure(filter.rawValue)
      case .rule(let rule):
        (0..<Failures.end).first { self.reason(.failure($0)) == .rule(rule) }.map(Cause.failure)
      case .crews(let team, _, _):
        agenda.program.teams.row(of: team).map { .crews(ResourceID(row: $0.index)) }
      case .activity(let id):
        problem.activities.ids.first { self.id($0) == id }.map(Cause.activity)
      }
    }
    var standing = Standing(self)
    return standing.allows(causes)
  }

  fileprivate enum Cause {
    case failure(Int)
    /// The team has fewer crews than are asked of it.
    case crews(ResourceID)
    case activity(ActivityID)
  }

  private func reason(_ cause: Cause) -> Explanation.Reason {
    switch cause {
    case .activity(let activity): return .activity(id(activity))
    case .crews(let resource):
      let team = agenda.program.teams[Row(resource.index)]
      let needs = agenda.requirement(of: agenda.activities[problem.agendaRows[target]]).crews
      return .crews(
        team: team.id, needed: needs.first { $0.role == team.role }?.crews ?? 0, has: team.crews)
    case .failure(let bit):
      if let filter = Filter(rawValue: bit) { return .filter(filter) }
      var single = Failures()
      single.insert(bit)
      return .rule(single.rules.first ?? .fixed)
    }
  }

  /// The teams of a slot that have fewer crews than are asked of them, whoever is out.
  func understaffed(_ slot: SlotID) -> [ResourceID] {
    problem.teamSets[problem.slots[slot].teams].filter { $0.crews > problem.capacities[$0.team] }
      .map(\.team)
  }

  /// Every activity with a part in that something that is allowed cannot be had; nothing if it can.
  func inTheWay() -> [ActivityID]? {
    var found: Set<ActivityID> = []
    for slot in problem.slotRange(of: target)
    where failures[slot].isEmpty && understaffed(slot).isEmpty {
      let occupants = rules.occupants(of: slot, of: target, on: schedule, in: problem)
      if occupants.isEmpty { return nil }
      found.formUnion(occupants)
    }
    return found.sorted()
  }
}

/// Says whether there is a placement while some things hold, and nothing else.
private struct Standing {
  private let inquiry: Inquiry
  private var schedule: Schedule
  /// Those that fail the same together, so that they are passed over together.
  private let slots: [(failures: Failures, slots: [SlotID])]

  init(_ inquiry: Inquiry) {
    self.inquiry = inquiry
    schedule = Schedule(inquiry.problem)
    slots = Dictionary(grouping: inquiry.problem.slotRange(of: inquiry.target)) {
      inquiry.failures[$0]
    }.map { ($0.key, $0.value) }
  }

  mutating func allows(_ causes: [Inquiry.Cause]) -> Bool {
    var failing = Failures()
    var short: Set<ResourceID> = []
    var placed: [ActivityID] = []
    for cause in causes {
      switch cause {
      case .failure(let bit): failing.insert(bit)
      case .crews(let team): short.insert(team)
      case .activity(let other):
        schedule.place(other, at: inquiry.schedule[other], in: inquiry.problem)
        placed.append(other)
      }
    }
    defer { for other in placed { schedule.remove(other, in: inquiry.problem) } }
    return slots.contains { group in
      group.failures.isDisjoint(with: failing) && group.slots.contains { isFree($0, short) }
    }
  }

  private func isFree(_ slot: SlotID, _ short: Set<ResourceID>) -> Bool {
    let (rules, problem, target) = (inquiry.rules, inquiry.problem, inquiry.target)
    let understaffed = inquiry.understaffed(slot)
    guard !understaffed.isEmpty else {
      return rules.admits(slot, of: target, on: schedule, in: problem)
    }
    // What has too few crews is not asked for them where that is dropped.
    return !understaffed.contains(where: short.contains)
      && rules.all.allSatisfy { rule in
        rule is TeamRule
          ? hasOtherCrews(at: problem.slots[slot], than: understaffed)
          : rule.admits(slot, of: target, on: schedule, in: problem)
      }
  }

  private func hasOtherCrews(at slot: Slot, than understaffed: [ResourceID]) -> Bool {
    let problem = inquiry.problem
    let end = slot.start + problem.activities[inquiry.target].length
    return problem.teamSets[slot.teams].allSatisfy { use in
      understaffed.contains(use.team)
        || schedule.has(use.crews, of: use.team, in: slot.start..<end + use.turnaround, problem)
    }
  }
}
