import Drills
import Foundation
import Record
import Testing

/// A month of completions, joint drills, withdrawals, counts and mendings, drawn from a seed.
struct RandomMonth {
  static let lines = [
    Line(
      id: "drill", name: "演练",
      units: [.init(name: "sessions", measure: "场"), .init(name: "people", measure: "人次")],
      adds: "sessions", people: "people"),
    Line(
      id: "media", name: "专栏",
      units: [
        .init(name: "columns", measure: "个", isStock: true), .init(name: "talks", measure: "次"),
        .init(name: "airings", measure: "次"),
      ], adds: "talks"),
    Line(
      id: "reward-scheme", name: "举报", units: [.init(name: "mended", measure: "项")]),
  ]

  let program: Program
  let agenda: Agenda
  let plan: Plan
  let record: Record
  private var state: UInt64
  /// A second later with every step, so that no two records tie.
  private var instant: Instant = 1_718_000_000

  init(seed: Int) throws {
    var program = sampleProgram()
    var requirements = Table<Requirement>()
    for var requirement in program.requirements.elements {
      if requirement.id == "high-rise" {
        requirement.audience = .everyCommunity
        requirement.countsAs = ["drill", "media"]
      }
      if requirement.id == "study" { requirement.countsAs = ["media"] }
      requirements.append(requirement)
    }
    program.requirements = requirements
    program.campaigns[0].countsAs = ["drill", "media"]
    program.lines = RandomMonth.lines
    self.program = program
    agenda = Agenda(program)
    record = try Record.inMemory(plan: "test")
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    plan = Plan(
      Dictionary(
        uniqueKeysWithValues: agenda.activities.elements.map {
          ($0.id, Placement(day: day("2024-06-12"), start: 540))
        }))
    for _ in 0..<(20 + draw(60)) { try step() }
  }

  private mutating func draw(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func draw<Element>(from elements: [Element]) -> Element {
    elements[draw(elements.count)]
  }

  /// From before the first reporting week to after the last.
  private mutating func drawDay() -> Day { day("2024-05-28") + draw(42) }

  private mutating func step() throws {
    instant += 1
    switch draw(10) {
    case 0...3: try complete()
    case 4: try withdraw()
    case 5: try runCampaign()
    case 6...7: try count()
    case 8: try report()
    default: try retract()
    }
  }

  private mutating func complete() throws {
    let activity = draw(from: agenda.activities.elements)
    var completion = Completion(
      of: activity.id, day: drawDay(), people: draw(400), recordedBy: "test",
      recordedAt: instant)
    let host = agenda.owner(of: activity)
    if draw(3) == 0, let partner = program.communities.elements.first(where: { $0.ownerID != host })
    {
      let own = DutyID("\(partner.id)/high-rise")
      completion.partners = [
        Completion.Partner(
          community: partner.ownerID, people: draw(90),
          activity: draw(2) == 0 && own != activity.id ? own : nil)
      ]
    }
    if draw(3) == 0 { completion.counts["drill.sessions"] = draw(4) }
    if draw(4) == 0 { completion.counts["drill.people"] = draw(50) }
    if draw(4) == 0 { completion.counts["media.columns"] = draw(9) }
    if draw(4) == 0 { completion.counts["media.airings"] = draw(30) }
    try record.complete(completion)
  }

  private mutating func withdraw() throws {
    let ids = agenda.activities.elements.map(\.id) + program.campaignRuns.map(\.id)
    _ = try record.withdraw(newestOf: draw(from: ids), by: "test", at: instant)
  }

  private mutating func runCampaign() throws {
    let run = draw(from: program.campaignRuns)
    var completion = Completion(
      of: run.id, day: drawDay(), people: draw(2) * draw(50), recordedBy: "test",
      recordedAt: instant)
    if draw(2) == 0 { completion.lastDay = completion.day + 1 + draw(9) }
    if draw(2) == 0 { completion.counts["media.talks"] = draw(8) }
    try record.complete(completion)
  }

  private mutating func count() throws {
    let counter = draw(from: CounterTable(RandomMonth.lines).counters)
    let count = Count(
      counter: counter, owner: draw(from: program.owners), day: drawDay(), amount: draw(20),
      recordedBy: "test", recordedAt: instant)
    _ = try record.count { _ in [count] }
  }

  private mutating func report() throws {
    let problem = Problem(
      text: "问题 \(instant)", owner: draw(from: program.owners),
      source: draw(from: Problem.Source.allCases), foundOn: drawDay(), recordedBy: "test",
      recordedAt: instant)
    let number = try record.report(problem)
    if draw(3) > 0 {
      instant += 1
      _ = try record.mend(
        number, Problem.Mending(day: drawDay(), recordedBy: "test", recordedAt: instant))
    }
  }

  private mutating func retract() throws {
    _ = try record.retract(
      draw(from: [.count, .mending, .problem]), 1 + draw(9), by: "test", at: instant)
  }
}
