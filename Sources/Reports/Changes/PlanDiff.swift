package import Drills

/// What differs between two plans, by community.
package struct PlanDiff: Sendable {
  /// A plan with all that it was made in the face of.
  package struct Side: Sendable {
    package let agenda: Agenda
    package let plan: Plan
    package let decisions: StandingDecisions
    /// Where each stood before a decision that was taken back, when the plan was made.
    package let earlier: [DutyID: Earlier]

    package init(
      agenda: Agenda, plan: Plan, decisions: StandingDecisions, earlier: [DutyID: Earlier] = [:]
    ) {
      self.agenda = agenda
      self.plan = plan
      self.decisions = decisions
      self.earlier = earlier
    }

    fileprivate var zone: String { agenda.program.zone.identifier }

    /// As the side of what is published first of all: nothing.
    package static func empty(_ agenda: Agenda) -> Side {
      Side(agenda: agenda, plan: Plan(), decisions: StandingDecisions())
    }
  }
  package enum Kind: String, CaseIterable, Sendable {
    case new, moved, cancelled, unplaced
    /// No requirement asks for it any more.
    case gone
    /// Where it was, against a rule that a person overrode since.
    case overridden
  }
  package enum Why: Hashable, Sendable {
    case decided(ReasonCode)
    /// A decision was taken back, for this reason and in these words, and it went back where it was.
    case takenBack(ReasonCode?, words: String)
    /// Where it was is not allowed any more.
    case barred([Filter])
    /// Others needed its place, or a better one was free.
    case madeWay
    /// It stands where it stood on the plan's clock, which is another; IANA names.
    case otherClock(from: String, to: String)
  }
  package struct Change: Sendable {
    package let id: DutyID
    package let name: String
    package let host: OwnerID
    package let kind: Kind
    package let from: Placement?
    package let to: Placement?
    /// Nothing for what is new.
    package let why: Why?
    package let overrides: Set<HardRule>
    /// By when it must be held, if a block displaced it.
    package let makeUpBy: Day?
    /// Minutes; a whole day if all-day.
    package let length: Minute
    package let isAllDay: Bool

    package var isLost: Bool { kind == .unplaced && makeUpBy != nil }
  }

  /// By host in the order of the tables, the organizer first; then in the agenda's order.
  package let changes: [Change]

  package init(from: Side, to: Side) {
    let check = PlacementCheck(to.agenda, in: PlanDiff.blocked(to))
    let displaced = to.decisions.displaced
    func change(
      _ activity: Activity, in agenda: Agenda, _ kind: Kind, _ old: Placement?, _ new: Placement?
    ) -> Change {
      let requirement = agenda.requirement(of: activity)
      return Change(
        id: activity.id, name: requirement.name, host: agenda.owner(of: activity), kind: kind,
        from: old, to: new,
        why: old.map { PlanDiff.why(activity, $0, kind, from, to, check) },
        overrides: to.decisions.pins[activity.id]?.overrides ?? [],
        makeUpBy: displaced[activity.id].map(to.agenda.program.lastMakeUpDay),
        length: requirement.length, isAllDay: requirement.isAllDay)
    }
    var changes: [Change] = []
    for activity in to.agenda.activities.elements {
      let old = from.plan[activity.id]
      let new = to.plan[activity.id]
      let isCancelled = to.decisions.cancelled[activity.id] != nil
      let kind: Kind?
      switch (old, new) {
      case (nil, nil):
        // What never had a place and is called off, or lost, is told once.
        let wasCancelled = from.decisions.cancelled[activity.id] != nil
        kind = isCancelled && !wasCancelled ? .cancelled : nil
      case (nil, .some): kind = .new
      case (.some, nil): kind = isCancelled ? .cancelled : .unplaced
      case (.some(let old), .some(let new)):
        let overrides = to.decisions.pins[activity.id]?.overrides ?? []
        let before = from.decisions.pins[activity.id]?.overrides ?? []
        let isElsewhere = old != new || PlanDiff.isOnOtherClock(activity, from, to)
        kind = isElsewhere ? .moved : overrides.subtracting(before).isEmpty ? nil : .overridden
      }
      if let kind { changes.append(change(activity, in: to.agenda, kind, old, new)) }
    }
    for activity in from.agenda.activities.elements where to.agenda.activities[activity.id] == nil {
      guard let old = from.plan[activity.id] else { continue }
      changes.append(change(activity, in: from.agenda, .gone, old, nil))
    }
    let hosts = [.organizer] + to.agenda.program.communities.elements.map(\.ownerID)
    let order = Dictionary(
      hosts.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.changes = changes.enumerated().sorted {
      (order[$0.element.host] ?? .max, $0.offset) < (order[$1.element.host] ?? .max, $1.offset)
    }.map(\.element)
  }

  private init(_ changes: [Change]) { self.changes = changes }

  /// The changes of one community, or the organizer's.
  package func of(_ host: OwnerID) -> PlanDiff { PlanDiff(changes.filter { $0.host == host }) }

  package func count(_ kind: Kind) -> Int { changes.count { $0.kind == kind } }
  /// Those that break a rule because a person overrode it.
  package var overridden: [Change] { changes.filter { !$0.overrides.isEmpty } }

  private static func blocked(_ side: Side) -> Circumstances {
    var circumstances = Circumstances()
    circumstances.blocks = side.decisions.blocks.map(\.closure)
    return circumstances
  }

  /// Whether the plan's clock changed under it: all that has an hour moves in the world.
  private static func isOnOtherClock(_ activity: Activity, _ from: Side, _ to: Side) -> Bool {
    from.zone != to.zone && !to.agenda.requirement(of: activity).isAllDay
  }

  private static func why(
    _ activity: Activity, _ old: Placement, _ kind: Kind, _ from: Side, _ to: Side,
    _ check: PlacementCheck
  ) -> Why {
    if kind == .moved, from.plan[activity.id] == to.plan[activity.id] {
      return .otherClock(from: from.zone, to: to.zone)
    }
    if let cause = to.decisions.cause(of: activity.id), let reason = cause.reason,
      cause.number > from.decisions.newest
    {
      return .decided(reason)
    }
    if let earlier = to.earlier[activity.id], earlier.placement == to.plan[activity.id],
      let undoing = to.decisions.undoings.last
    {
      return .takenBack(undoing.reason, words: undoing.words)
    }
    guard kind != .gone, let activity = to.agenda.activities[activity.id] else {
      return .barred([])
    }
    let failures = check.failures(of: old, for: activity)
    return failures.isEmpty ? .madeWay : .barred(failures)
  }
}
