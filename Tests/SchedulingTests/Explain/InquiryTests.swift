import Drills
import Testing

@testable import Scheduling

@Suite struct `An inquiry` {
  @Test(arguments: UInt64(1)...60)
  func `prices each day as the checker does, and bars what the checker finds fault with`(
    seed: UInt64
  ) async {
    let trial = randomCase(seed: seed)
    let plan = await planned(trial, seed: seed)
    let checker = PlanChecker(trial.agenda, in: trial.circumstances)
    let before = checker.check(plan).score
    for (row, id) in free(trial).prefix(4) {
      let inquiry = Inquiry(of: row, in: plan, trial.agenda, trial.circumstances)
      for answer in inquiry.days() {
        var other = plan
        other[id] = answer.placement
        let verdict = checker.check(other)
        #expect(verdict.isValid == answer.bars.isEmpty)
        if answer.bars.isEmpty { #expect(verdict.score.cost - before.cost == answer.change.cost) }
      }
    }
  }

  @Test(arguments: UInt64(1)...60)
  func `gives a blocking set that is one, and minimal`(seed: UInt64) async {
    let trial = randomCase(seed: seed)
    let plan = await planned(trial, seed: seed)
    for (row, id) in free(trial) where plan[id] == nil {
      let inquiry = Inquiry(of: row, in: plan, trial.agenda, trial.circumstances)
      guard let reasons = inquiry.blockingSet() else { continue }
      // Nothing helps if not even the bare rules leave a place.
      guard inquiry.isPossible(if: []) else {
        #expect(reasons.isEmpty)
        continue
      }
      #expect(!inquiry.isPossible(if: reasons))
      for index in reasons.indices {
        var fewer = reasons
        fewer.remove(at: index)
        #expect(inquiry.isPossible(if: fewer))
      }
    }
  }

  @Test func `names the one drill that holds the only crew all day`() throws {
    let agenda = Agenda(crowdedDay())
    let plan = Plan(["c0/r0": Placement(day: day("2024-06-04"), start: 540, teams: ["fire": "t"])])
    let row = try #require(agenda.activities.row(of: "c1/r0"))
    let inquiry = Inquiry(of: row, in: plan, agenda, Circumstances())

    #expect(inquiry.blockingSet() == [.filter(.dates), .filter(.hours), .activity("c0/r0")])
    let relaxations = inquiry.relaxations(9)
    #expect(relaxations.contains { $0.what == .crew("t") })
    #expect(relaxations.contains { $0.what == .filter(.dates) })
    #expect(relaxations.contains { $0.what == .filter(.hours) })
  }

  /// Past the make-up deadline a closure bars nothing more, so it is no part of the reason.
  @Test func `blames no closure for what the make-up deadline bars anyway`() throws {
    var program = crowdedDay()
    program.period = day("2024-06-03")...day("2024-06-14")
    program.makeUpWithin = 0
    program.requirements = Table(
      program.requirements.elements.map { drill in
        var drill = drill
        drill.dates = DaySet(day("2024-06-04")...day("2024-06-11"))
        return drill
      })
    let agenda = Agenda(program)
    let plan = Plan(["c0/r0": Placement(day: day("2024-06-04"), start: 540, teams: ["fire": "t"])])
    let row = try #require(agenda.activities.row(of: "c1/r0"))
    var circumstances = Circumstances()
    var storm = Closure()
    storm.dates = DaySet(day("2024-06-10")...day("2024-06-11"))
    circumstances.blocks = [storm]
    circumstances.displaced = ["c1/r0": day("2024-06-04")]
    let inquiry = Inquiry(of: row, in: plan, agenda, circumstances)

    #expect(
      inquiry.blockingSet() == [
        .filter(.dates), .filter(.hours), .rule(.makeUp), .activity("c0/r0"),
      ])
    #expect(!inquiry.relaxations(9).contains { $0.what == .filter(.closure) })
  }

  @Test func `blames the pin that nothing allowed satisfies`() throws {
    let agenda = Agenda(crowdedDay())
    let pinned = Placement(day: day("2024-06-05"), start: 540, teams: ["fire": "t"])
    let row = try #require(agenda.activities.row(of: "c1/r0"))
    var circumstances = Circumstances()
    circumstances.fixed["c1/r0"] = Fixing(
      reason: .pinned, fields: [.day, .start], placement: pinned)
    let inquiry = Inquiry(of: row, in: Plan(), agenda, circumstances)

    #expect(inquiry.blockingSet() == [.filter(.dates), .rule(.fixed)])
  }

  @Test func `says what bars a moment`() throws {
    let agenda = Agenda(crowdedDay())
    let plan = Plan(["c0/r0": Placement(day: day("2024-06-04"), start: 540, teams: ["fire": "t"])])
    let row = try #require(agenda.activities.row(of: "c1/r0"))
    let moment = Moment(day: day("2024-06-04"), minute: 540)
    let inquiry = Inquiry(of: row, in: plan, agenda, Circumstances(), at: moment)

    #expect(
      inquiry.answer(at: moment)?.bars == [
        Explanation.Bar(rule: .team, filters: [], activities: ["c0/r0"])
      ])
    #expect(inquiry.answer(at: Moment(day: moment.day, minute: 541)) == nil)
  }

  /// Two communities want one crew on one morning that is long enough for one.
  private func crowdedDay() -> Program {
    var program = Program(
      id: "test", organizer: Organizer(name: "Office"), zone: shanghai,
      period: day("2024-06-03")...day("2024-06-07"))
    program.grid = 60
    for index in 0..<2 {
      program.communities.append(Community(id: "c\(index)", name: "C", kind: .urban))
    }
    program.teams.append(Team(id: "t", name: "T", role: "fire"))
    var drill = Requirement(id: "r0", name: "Drill", duration: .minutes(180))
    drill.dates = DaySet(day("2024-06-04")...day("2024-06-04"))
    drill.hours = [HourRange(start: 540, end: 780)]
    drill.crews = [CrewNeed(role: "fire", crews: 1)]
    program.requirements.append(drill)
    return program
  }

  private func planned(_ trial: Case, seed: UInt64) async -> Plan {
    await Scheduler(
      trial.agenda, in: trial.circumstances,
      options: SearchOptions(seed: seed, timeLimitSeconds: nil, patience: 0, monthSteps: 2000)
    ).run().plan
  }

  /// Activities that nothing holds.
  private func free(_ trial: Case) -> [(Row<Activity>, DutyID)] {
    trial.agenda.activities.rows.map { ($0, trial.agenda.activities[$0].id) }.filter { _, id in
      !trial.circumstances.cancelled.contains(id) && trial.circumstances.fixed[id] == nil
        && trial.circumstances.overrides[id] == nil
    }
  }
}

@Suite struct `A minimal conflict` {
  @Test(arguments: UInt64(1)...200)
  func `cannot hold, and holds without any one of its reasons`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let reasons = Array(0..<(1 + random.below(12)))
    // Some sets that cannot hold together.
    let planted = (0..<random.below(4)).map { _ in
      Set((0..<(1 + random.below(3))).map { _ in random.below(reasons.count) })
    }
    func holds(_ part: [Int]) -> Bool { !planted.contains { $0.isSubset(of: part) } }
    let found = minimalConflict(reasons, holds: holds)

    #expect((found == nil) == planted.isEmpty)
    guard let found else { return }
    #expect(!holds(found))
    for reason in found { #expect(holds(found.filter { $0 != reason })) }
  }
}
