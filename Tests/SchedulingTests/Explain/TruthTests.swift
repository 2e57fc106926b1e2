import Drills
import Foundation
import Testing

@testable import Scheduling

/// Times as much is asked for where this is set in the environment.
private let times = ProcessInfo.processInfo.environment["MUSTER_TRUTH"].flatMap { Int($0) } ?? 1

/// Every sentence is held against what a plan made so is found to be by the checker, which knows nothing
/// of explanations, and by trying everything.
@Suite struct `Every sentence of an explanation is true` {
  @Test func `of days, what they cost and what bars them`() async throws {
    var (prices, bars, held, seed) = (0, 0, 0, UInt64(0))
    while prices < 100 * times || bars < 100 * times || held < 20 * times {
      seed += 1
      try #require(seed < 500 * UInt64(times))
      let (trial, plan) = await crowdedCase(seed: seed)
      let before = trial.verdict(plan).score
      for row in trial.agenda.activities.rows where prices < 100 * times || !row.isEven {
        let activity = trial.agenda.activities[row]
        let inquiry = Inquiry(of: row, in: plan, trial.agenda, trial.circumstances)
        for answer in inquiry.days() where answer.placement != plan[activity.id] {
          var forced = plan
          forced[activity.id] = answer.placement
          let verdict = trial.verdict(forced)
          #expect(verdict.isValid == answer.bars.isEmpty, "seed \(seed) \(activity.id)")
          guard answer.bars.isEmpty else {
            bars += 1
            let isHeld =
              trial.circumstances.fixed[activity.id].map { $0.reason != .pinned } ?? false
            if isHeld { held += 1 }
            #expect(!isHeld || answer.bars.contains { $0.rule == .fixed })
            continue
          }
          prices += 1
          #expect(
            verdict.score.cost - before.cost == answer.change.cost, "seed \(seed) \(activity.id)")
          // To try every placement of the day takes long.
          guard prices.isMultiple(of: 8) else { continue }
          let cheapest = choices(of: activity, in: trial).filter { $0.day == answer.placement.day }
            .compactMap { other -> Int? in
              forced[activity.id] = other
              let verdict = trial.verdict(forced)
              return verdict.isValid ? verdict.score.cost : nil
            }.min()
          #expect(cheapest == verdict.score.cost, "seed \(seed) \(activity.id)")
        }
      }
    }
  }

  @Test func `of options, what they cost and who is left out`() async throws {
    var (promises, shortened, seed) = (0, 0, UInt64(0))
    while promises < 30 * times || shortened < 3 * times {
      seed += 1
      try #require(seed < 500 * UInt64(times))
      let (trial, plan) = await crowdedCase(seed: seed)
      let alternatives = Alternatives(trial.agenda, in: trial.circumstances, plan: plan)
      for activity in trial.agenda.activities.elements.prefix(6) {
        for option in alternatives.best(2, of: activity.id, where: { _ in true }) {
          var forced = plan
          forced[activity.id] = option.placement
          for move in option.moves { forced[move.id] = move.to }
          let verdict = trial.verdict(forced)
          #expect(verdict.isValid, "seed \(seed) \(activity.id)")
          #expect(forced == option.plan)
          promises += 1
          if option.moves.contains(where: { $0.to == nil }) { shortened += 1 }
        }
      }
    }
  }

  @Test func `of remedies, what they cost and what is lost`() async throws {
    var kinds: [String: Int] = [:]
    var (lost, seed) = (0, UInt64(0))
    func isEnough() -> Bool {
      kinds.values.reduce(0, +) >= 20 * times && lost >= 3 * times && kinds.count >= 5
    }
    while !isEnough() {
      seed += 1
      try #require(seed < 500 * UInt64(times))
      let (trial, plan) = await crowdedCase(seed: seed)
      let before = trial.verdict(plan).score
      for row in trial.agenda.activities.rows where plan[trial.agenda.activities[row].id] == nil {
        let activity = trial.agenda.activities[row]
        let inquiry = Inquiry(of: row, in: plan, trial.agenda, trial.circumstances)
        let remedies = inquiry.relaxations(6)
        #expect(
          remedies.map { [$0.unplaced, $0.added] }
            == remedies.map { [$0.unplaced, $0.added] }.sorted { $0.lexicographicallyPrecedes($1) })
        for remedy in remedies {
          kinds[remedy.what.kind, default: 0] += 1
          if remedy.moves.values.contains(nil) { lost += 1 }
          var forced = plan
          forced[activity.id] = remedy.placement
          for (id, place) in remedy.moves { forced[id] = place }
          let score = trial.verdict(forced).score
          let relaxed = trial.relaxing(remedy.what, for: activity).verdict(forced)
          let comment = "seed \(seed) \(activity.id) \(remedy.what)"
          #expect(relaxed.violations == [], "\(comment)")
          #expect(score.cost - before.cost == remedy.added, "\(comment)")
          #expect(score.unplaced - before.unplaced == remedy.unplaced, "\(comment)")
          #expect(score.pinnedUnplaced <= before.pinnedUnplaced, "\(comment)")
          #expect(remedy.what != .filter(.now) && remedy.what != .filter(.notice), "\(comment)")
        }
      }
    }
  }

  @Test
  func `of blocking sets: they block, and without any one of their members something is free`()
    async throws
  {
    var (sets, shared, seed) = (0, 0, UInt64(0))
    while sets < 20 * times || shared < 5 * times {
      seed += 1
      try #require(seed < 500 * UInt64(times))
      let (trial, plan) = await crowdedCase(seed: seed)
      for row in trial.agenda.activities.rows where plan[trial.agenda.activities[row].id] == nil {
        let activity = trial.agenda.activities[row]
        guard
          let set = Inquiry(of: row, in: plan, trial.agenda, trial.circumstances).blockingSet(),
          !set.isEmpty
        else { continue }
        let world = World(trial, activity, plan)
        #expect(!world.isFree(beside: set), "seed \(seed) \(activity.id) \(set)")
        for index in set.indices {
          var fewer = set
          let dropped = fewer.remove(at: index)
          #expect(world.isFree(beside: fewer), "seed \(seed) \(activity.id) without \(dropped)")
        }
        sets += 1
        if set.count(where: \.isActivity) > 1 { shared += 1 }
      }
    }
  }

  @Test func `of what follows if others move: what is proven is what trying everything finds`()
    async throws
  {
    var (proven, placed, seed) = (0, 0, UInt64(0))
    while proven < 10 * times {
      seed += 1
      try #require(seed < 500 * UInt64(times))
      let trial = randomCase(seed: seed, tiny: true)
      var free = trial.agenda.activities.elements.filter { activity in
        !trial.circumstances.cancelled.contains(activity.id)
          && trial.circumstances.fixed[activity.id].map { $0.reason == .pinned } ?? true
      }.makeIterator()
      guard let activity = free.next() else { continue }
      let days = Set(choices(of: activity, in: trial).map(\.day)).sorted().prefix(2)
      let places = days.map { Placement(day: $0, start: 0) }
      let outcomes = await Forcing(
        trial.agenda, in: trial.circumstances,
        options: SearchOptions(timeLimitSeconds: nil, patience: 0, monthSteps: 500)
      ).outcomes(of: activity.id, at: places, [.day])
      for (place, outcome) in zip(places, outcomes) {
        var forced = trial.circumstances
        forced.fixed[activity.id] = Fixing(reason: .pinned, fields: [.day], placement: place)
        forced.overrides[activity.id] = nil
        guard let brute = BruteForce(trial.agenda, in: forced), let least = brute.leastShortage,
          let outcome
        else { continue }
        placed += 1
        #expect(outcome.plan[activity.id]?.day == place.day)
        let found = BruteForce.Shortage(
          pinned: outcome.score.pinnedUnplaced, all: outcome.score.unplaced)
        #expect((least, brute.costs[least] ?? 0) <= (found, outcome.score.cost), "seed \(seed)")
        guard outcome.isOptimal else { continue }
        proven += 1
        #expect(found == least, "seed \(seed)")
        #expect(outcome.score.cost == brute.costs[least], "seed \(seed)")
      }
    }
    #expect(proven * 3 >= placed)
  }
}

extension Row {
  fileprivate var isEven: Bool { index.isMultiple(of: 2) }
}

/// Every placement with a venue of its types and teams of its roles that cover it.
private func choices(of activity: Activity, in trial: Case) -> [Placement] {
  let program = trial.agenda.program
  let requirement = trial.agenda.requirement(of: activity)
  let check = PlacementCheck(trial.agenda, in: trial.circumstances)
  let dates = requirement.dates?.bounds ?? program.period
  let first = min(program.period.lowerBound, dates.lowerBound)
  let last = max(program.period.upperBound, dates.upperBound)
  let starts =
    requirement.isAllDay
    ? [0]
    : requirement.start.map { [$0] }
      ?? Array(stride(from: 0, through: 1440 - requirement.length, by: program.grid))
  var teams: [[String: String]] = [[:]]
  for need in requirement.crews {
    teams = teams.flatMap { chosen in
      program.teams.elements.filter { $0.role == need.role }
        .map { chosen.merging([need.role: $0.id]) { $1 } }
    }
  }
  let venues: [String?] =
    requirement.venueTypes.isEmpty ? [nil] : program.venues.elements.map(\.id)
  return (0...(last - first)).map { first + $0 }.flatMap { day in
    starts.flatMap { start in
      venues.flatMap { venue in
        teams.map { Placement(day: day, start: start, venue: venue, teams: $0) }
      }
    }
  }.filter { placement in
    !check.failures(of: placement, for: activity).contains { $0 == .venue || $0 == .team }
  }
}

/// One activity beside nothing but what a blocking set names.
private struct World {
  private let trial: Case
  private let activity: Activity
  private let plan: Plan
  private let placements: [(placement: Placement, failures: Set<Explanation.Reason>)]

  init(_ trial: Case, _ activity: Activity, _ plan: Plan) {
    self.trial = trial
    self.activity = activity
    self.plan = plan
    let check = PlacementCheck(trial.agenda, in: trial.circumstances)
    var alone = trial.circumstances
    alone.overrides[activity.id] = [.placement]
    let checker = PlanChecker(trial.agenda, in: alone, scores: false)
    placements = choices(of: activity, in: trial).map { placement in
      var only = Plan()
      only[activity.id] = placement
      let broken = checker.brokenRules(by: activity.id, in: only).map(\.rule)
        .filter { $0 == .fixed || $0 == .makeUp }
      return (
        placement,
        Set(
          check.failures(of: placement, for: activity).map(Explanation.Reason.filter)
            + broken.map(Explanation.Reason.rule))
      )
    }
  }

  func isFree(beside set: [Explanation.Reason]) -> Bool {
    var circumstances = trial.circumstances
    circumstances.overrides[activity.id] = [.placement, .fixed, .makeUp]
    var program = trial.agenda.program
    let need = trial.agenda.requirement(of: activity).crews.first
    // A team that is not said to have too few crews could have as many as it takes.
    program.teams = Table(
      program.teams.elements.map { team in
        var team = team
        let isNamed = set.contains { if case .crews(team.id, _, _) = $0 { true } else { false } }
        if !isNamed, team.role == need?.role { team.crews = max(team.crews, need?.crews ?? 0) }
        return team
      })
    let checker = PlanChecker(Agenda(program), in: circumstances, scores: false)
    var standing = Plan()
    for case .activity(let id) in set { standing[id] = plan[id] }
    return placements.contains { placement, failures in
      guard failures.isDisjoint(with: set) else { return false }
      standing[activity.id] = placement
      return checker.brokenRules(by: activity.id, in: standing).isEmpty
    }
  }
}

extension Explanation.Reason {
  fileprivate var isActivity: Bool { if case .activity = self { true } else { false } }
}

extension Explanation.Relaxation.What {
  fileprivate var kind: String {
    switch self {
    case .filter: "filter"
    case .rule: "rule"
    case .crew: "crew"
    case .place: "place"
    case .daily: "daily"
    case .activity: "activity"
    }
  }
}

extension Case {
  /// As if a remedy had been taken.
  fileprivate func relaxing(
    _ what: Explanation.Relaxation.What, for activity: Activity
  ) -> Case {
    var (program, circumstances) = (agenda.program, circumstances)
    switch what {
    case .filter: circumstances.overrides[activity.id] = [.placement]
    case .rule(let rule): circumstances.overrides[activity.id] = [rule]
    case .crew(let id):
      program.teams = Table(
        program.teams.elements.map { team in
          var team = team
          if team.id == id { team.crews += 1 }
          return team
        })
    case .place(let id):
      program.venues = Table(
        program.venues.elements.map { venue in
          var venue = venue
          if venue.id == id { venue.concurrent += 1 }
          return venue
        })
    case .daily:
      program.limits.perCommunityPerDay = program.limits.perCommunityPerDay.map { $0 + 1 }
    case .activity: break
    }
    return Case(agenda: Agenda(program), circumstances: circumstances)
  }
}
