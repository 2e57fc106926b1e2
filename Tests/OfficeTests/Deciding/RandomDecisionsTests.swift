import Drills
import Foundation
import Office
import Record
import Reports
import Testing

/// Of five drills four have room.
private let short = """
  freeze: 24h
  make-up-within: 3
  requirements:
    - { id: talk, kind: meeting, name: 会议, duration: 1h, hours: "09:00-11:00", for: {}, priority: 50,
        dates: 2024-06-03..2024-06-06 }
    - { id: drill, name: 演练, duration: 1h, hours: "09:00-11:00", for: {}, venue: [square], after: [talk],
        dates: 2024-06-04..2024-06-05, teams: { fire: 1 }, prefer: [ { days: [wed], weight: 2 } ] }
  """
/// Everything has room, and choices.
private let easy = """
  freeze: 24h
  weights: { closeness: 1 }
  limits: { comfortable-days-between-drills: 2, per-community-per-day: 1 }
  requirements:
    - { id: talk, kind: meeting, name: 会议, duration: 1h, hours: "09:00-11:00", for: {}, priority: 50 }
    - { id: drill, name: 演练, duration: 1h, hours: "09:00-12:00", for: {}, venue: [square],
        teams: { fire: 1 }, prefer: [ { dates: 2024-06-05, weight: 3 } ] }
  """
private let venues = [
  "venues.csv": "id,name,types,community\ns1,一,square,c1\ns2,二,square,c2\ns0,共用,square,\n"
]

/// 200 decisions with the variable, a fifth of them without.
private let isWhole = ProcessInfo.processInfo.environment["MUSTER_ALL_DECISIONS"] != nil
private let runs = isWhole ? 20 : 4
private let decisionsOfRun = 10

@Suite struct `Decisions at random` {
  @Test func `are obeyed as rehearsed, and undone where nobody was told`() async throws {
    var tally = Tally()
    for seed in 1...runs {
      let rules = seed.isMultiple(of: 2) ? easy : short
      let communities = seed.isMultiple(of: 2) ? 3 : 5
      try await withScratchOffice(rules, communities: communities, tables: venues) { office in
        var session = try await Session(office, seed: seed)
        for _ in 0..<200 where session.made < decisionsOfRun { try await session.step(&tally) }
      }
    }
    #expect(tally.made.values.reduce(0, +) == runs * decisionsOfRun, "\(tally)")
    #expect(tally.made.count == Session.Kind.allCases.count, "\(tally)")
    // It did not pass by doing nothing.
    let share = isWhole ? 5 : 1
    #expect(tally.pinsAtStake >= 5 * share && tally.leftOut >= 5 * share, "\(tally)")
    #expect(tally.restored >= share && tally.announced >= share, "\(tally)")
    if isWhole { print(tally) }
  }
}

/// What came to pass.
private struct Tally {
  var made: [Session.Kind: Int] = [:]
  /// Plans with a pin, and those that something was left out of.
  var pinsAtStake = 0
  var leftOut = 0
  /// Plans in which a pin was forced out.
  var forcedOut = 0
  /// Undone decisions after which all was as before.
  var restored = 0
  /// Undone ones of which somebody had been told.
  var announced = 0
}

/// A person who decides at random, and plans after each decision.
private struct Session {
  enum Kind: CaseIterable { case move, pin, block, cancel, undo, done }

  private let office: Office
  private var random: SplitMix64
  private var instant = may20
  private(set) var made = 0
  /// Whether anything was done, or frozen, since the first plan.
  private var isBound = false
  /// 6 June.
  private let lastMorning = morning + 3 * 86_400

  init(_ office: Office, seed: Int) async throws {
    self.office = office
    random = SplitMix64(seed: seed)
    #expect(try await office.planned().view.revision.isOptimal)
  }

  mutating func step(_ tally: inout Tally) async throws {
    // Now and then a day passes, from the day before the period to the last with a drill.
    if made > 0, draw(2) == 0 {
      instant = instant < morning + -86_400 ? morning + -86_400 : min(instant + 86_400, lastMorning)
    }
    let kind = Kind.allCases[draw(Kind.allCases.count)]
    let standing = try office.standing(at: instant)
    isBound = isBound || standing.circumstances.fixed.values.contains { $0.reason != .pinned }
    if kind == .done {
      guard try complete(standing) else { return }
      isBound = true
      count(.done, &tally)
      try check(try await office.planned(at: instant), &tally)
    } else {
      guard let request = request(kind, standing),
        try await decide(request, kind, &tally) != nil
      else { return }
    }
    // It may be undone at once, before or after everybody was told; the first is, before.
    guard kind != .undo, kind != .done, made < decisionsOfRun else { return }
    let isFirst = made == 1
    if isFirst || draw(2) == 0 {
      try await undo(standing, isTold: !isFirst && draw(2) == 0, &tally)
    }
  }

  // MARK: Deciding

  /// Rehearses, decides and plans; nothing if it was refused.
  private mutating func decide(
    _ request: any DecisionRequest, _ kind: Kind, _ tally: inout Tally
  ) async throws -> Planned? {
    let rehearsal: Rehearsal
    do {
      rehearsal = try await office.rehearse(request, at: instant)
      try office.decide(request, at: instant)
    } catch let refusal as Refusal {
      #expect(refusal.kind == .no || refusal.kind == .usage, "\(refusal)")
      return nil
    }
    count(kind, &tally)
    let planned = try await office.planned(at: instant)
    #expect(planned.view.revision.plan == rehearsal.planned.view.revision.plan, "\(request)")
    #expect(planned.view.revision.score == rehearsal.planned.view.revision.score)
    try check(planned, &tally)
    return planned
  }

  private mutating func count(_ kind: Kind, _ tally: inout Tally) {
    tally.made[kind, default: 0] += 1
    made += 1
  }

  private mutating func request(_ kind: Kind, _ standing: Standing) -> (any DecisionRequest)? {
    let activities = standing.agenda.activities.elements
    let id = activities[draw(activities.count)].id
    let date = day(3 + draw(5))
    switch kind {
    case .move: return Move(id.text, to: Moment(day: date, minute: 540 + 60 * draw(2)))
    case .pin:
      let fields = Fixing.Field.allCases.filter { _ in draw(2) == 0 }
      return Pin(id.text, fields.isEmpty ? Set(Fixing.Field.allCases) : Set(fields))
    case .block:
      var block = Block(DaySet(date...date))
      if draw(2) == 0 { block.hours = [HourRange(start: 540, end: 600)] }
      if draw(2) == 0 { block.teams = ["f"] } else { block.communities = ["c\(1 + draw(3))"] }
      return block
    case .cancel: return Cancel(id.text)
    case .undo:
      let undone = StandingDecisions.undone(standing.decisions)
      let left = standing.decisions.map(\.number).filter { !undone.contains($0) }
      return left.isEmpty ? nil : TakeBack(left[draw(left.count)])
    case .done: return nil
    }
  }

  /// Records something that is over as held where it was planned.
  private mutating func complete(_ standing: Standing) throws -> Bool {
    let (plan, record) = try standing.published()
    let over = plan.revision.plan.placements.filter {
      $0.value.moment < standing.now && standing.done[$0.key] == nil
    }.sorted { $0.key < $1.key }
    guard !over.isEmpty else { return false }
    let (id, placement) = over[draw(over.count)]
    _ = try record.complete(
      Completion(
        of: id, day: placement.day, people: 9, recordedBy: "乙", recordedAt: instant))
    return true
  }

  // MARK: Undoing

  /// Takes back what was decided and planned last, before or after all were told.
  private mutating func undo(
    _ before: Standing, isTold: Bool, _ tally: inout Tally
  ) async throws {
    let after = try office.standing(at: instant)
    let number = try #require(after.decisions.last?.number)
    if isTold {
      let open = try after.notices().book.notices.map(\.id)
      if !open.isEmpty { _ = try after.send(open.map(\.text), by: "甲") }
    }
    let standing = try office.standing(at: instant)
    let notes = try standing.trying(TakeBack(number), on: Grounds(.storm, by: "甲")).notes
    let stays = notes.flatMap { note in
      if case .stays(let ids, _) = note { ids } else { [] as [DutyID] }
    }
    guard let planned = try await decide(TakeBack(number), .undo, &tally) else { return }

    let (old, new) = (
      try #require(before.newest).revision, try #require(after.newest).revision
    )
    let changed = Set(
      Set(old.plan.placements.keys).union(new.plan.placements.keys)
        .filter { old.plan[$0] != new.plan[$0] && before.done[$0] == nil })
    #expect(changed.isSuperset(of: stays))
    if !isTold { #expect(stays.isEmpty) }
    if !stays.isEmpty { tally.announced += 1 }
    let now = planned.circumstances
    #expect(stays.allSatisfy { now.earlier[$0] == nil })
    #expect(
      changed.subtracting(stays).allSatisfy { id in
        now.earlier[id] != nil || now.cancelled.contains(id) || !now.wasPublished(id)
      }, "\(changed) \(stays) \(now.earlier.keys)")
    if stays.isEmpty, old.number == 1, !isBound {
      #expect(planned.view.revision.plan == old.plan)
      tally.restored += 1
    }
    let judge = PlanChecker(standing.agenda, in: planned.circumstances)
    let earlier = judge.check(old.plan)
    if earlier.isValid { #expect(planned.view.revision.score <= earlier.score) }
  }

  // MARK: Judging

  private func check(_ planned: Planned, _ tally: inout Tally) throws {
    let standing = try office.standing(at: instant)
    let revision = planned.view.revision
    let verdict = PlanChecker(standing.agenda, in: planned.circumstances).check(revision.plan)
    #expect(verdict.isValid, "\(verdict.violations)")
    #expect(verdict.score == revision.score)
    let least = LeastPinned(standing.agenda, planned.circumstances).unplaced()
    #expect(revision.score.pinnedUnplaced == least, "a pin was left out for nothing")
    if planned.circumstances.fixed.values.contains(where: { $0.reason == .pinned }) {
      tally.pinsAtStake += 1
    }
    if revision.score.unplaced > 0 { tally.leftOut += 1 }
    if least > 0 {
      tally.forcedOut += 1
      #expect(!planned.brokenPins.isEmpty)
    }
  }

  private mutating func draw(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
}

/// The least that pinned activities come to that must be left out, tried out: done and frozen ones stand,
/// nothing else is there, and every place that a pin leaves is tried.
private struct LeastPinned {
  private let agenda: Agenda
  private let checker: PlanChecker
  private let standing: Plan
  private let pinned: [(id: DutyID, priority: Int, places: [Placement])]

  init(_ agenda: Agenda, _ circumstances: Circumstances) {
    self.agenda = agenda
    checker = PlanChecker(agenda, in: circumstances, scores: false)
    standing = Plan(
      circumstances.fixed.filter { $0.value.reason != .pinned }.mapValues(\.placement))
    let check = PlacementCheck(agenda, in: circumstances)
    let program = agenda.program
    let venues: [String?] = [nil] + program.venues.elements.map(\.id)
    pinned = circumstances.fixed.filter { $0.value.reason == .pinned }
      .sorted { $0.key < $1.key }.compactMap { id, fixing in
        guard let activity = agenda.activities[id] else { return nil }
        let requirement = agenda.requirement(of: activity)
        let teams = requirement.crews.isEmpty ? [:] : ["fire": "f"]
        let overrides = circumstances.overrides[id]?.contains(.placement) ?? false
        var places: [Placement] = overrides ? [fixing.placement] : []
        for date in program.period {
          for start in stride(from: 0, to: 1440, by: program.grid) {
            for venue in venues {
              let place = Placement(day: date, start: start, venue: venue, teams: teams)
              if fixing.admits(place), check.failures(of: place, for: activity).isEmpty {
                places.append(place)
              }
            }
          }
        }
        return (id, requirement.priority, places)
      }
  }

  func unplaced() -> Int { least(of: pinned[...], with: standing) }

  private func least(
    of rest: ArraySlice<(id: DutyID, priority: Int, places: [Placement])>, with plan: Plan
  ) -> Int {
    guard let next = rest.first else { return 0 }
    var best = Int.max
    for place in next.places {
      var tried = plan
      tried[next.id] = place
      guard checker.brokenRules(by: next.id, in: tried).isEmpty else { continue }
      best = min(best, least(of: rest.dropFirst(), with: tried))
      if best == 0 { return 0 }
    }
    return min(best, next.priority + least(of: rest.dropFirst(), with: plan))
  }
}
