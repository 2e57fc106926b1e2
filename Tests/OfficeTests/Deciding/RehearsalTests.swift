import Drills
import Foundation
import Office
import Reports
import Scheduling
import Testing

/// Of three drills two have room, on 3 and 4 June at nine.
private let short = """
  requirements:
    - { id: a, name: 演练, duration: 1h, hours: "09:00-10:00", dates: 2024-06-03..2024-06-04, for: {},
        teams: { fire: 1 } }
  """

extension Planned {
  fileprivate var plan: Plan { view.revision.plan }
  fileprivate var score: Score { view.revision.score }
}

@Suite struct `A rehearsal` {
  /// Rehearses, decides, plans, and expects that the plan is what was rehearsed.
  private func obeyed(_ request: some DecisionRequest, in office: Office) async throws -> Planned {
    let rehearsal = try await office.rehearse(request)
    #expect(!rehearsal.isCut)
    try office.decide(request)
    let planned = try await office.planned()
    #expect(planned.plan == rehearsal.planned.plan)
    #expect(planned.score == rehearsal.planned.score)
    #expect(planned.changes.diff?.changes.map(\.id) == rehearsal.diff.changes.map(\.id))
    #expect(planned.brokenPins == rehearsal.planned.brokenPins)
    return planned
  }

  private func planned(in office: Office) async throws -> (placed: [DutyID], unplaced: DutyID) {
    let plan = try await office.planned().plan
    let ids: [DutyID] = ["c1/a", "c2/a", "c3/a"]
    let placed = plan.placements.sorted { $0.value.day < $1.value.day }.map(\.key)
    return (placed, try #require(ids.first { plan[$0] == nil }))
  }

  @Test func `of a move where not all have room tells who changes places, and so it is`()
    async throws
  {
    try await withScratchOffice(short) { office in
      let (placed, _) = try await planned(in: office)
      let planned = try await obeyed(Move(placed[0].text, to: june(4, 9)), in: office)
      #expect(planned.plan[placed[0]]?.day == day(4))
      #expect(planned.plan[placed[1]]?.day == day(3))
      #expect(planned.score.moved == 16 && planned.score.unplaced == 100)
      #expect(planned.brokenPins.isEmpty)
    }
  }

  @Test func `of a move of what has no place tells whom it takes it from, and so it is`()
    async throws
  {
    try await withScratchOffice(short) { office in
      let (placed, unplaced) = try await planned(in: office)
      let move = Move(unplaced.text, to: june(3, 9))
      let words = try await office.rehearse(move).lines(in: .chinese, for: Plain())
      #expect(words.first == "下一次排期变动 2 项：")
      #expect(words.contains { $0.contains("撤下未排") && $0.contains(placed[0].text) }, "\(words)")
      let planned = try await obeyed(move, in: office)
      #expect(planned.plan[unplaced]?.day == day(3))
      #expect(planned.score.pinnedUnplaced == 0 && planned.score.unplaced == 100)
    }
  }

  @Test func `of a move onto what can be nowhere else tells that it would be left out`()
    async throws
  {
    let rules = """
      requirements:
        - { id: talk, kind: meeting, name: 会议, duration: 1h, hours: "09:00-10:00",
            dates: 2024-06-04, for: {} }
        - { id: drill, name: 演练, duration: 1h, hours: "09:00-11:00",
            dates: 2024-06-03..2024-06-05, for: {} }
      """
    try await withScratchOffice(rules, communities: 1) { office in
      try await office.planned()
      let planned = try await obeyed(Move("c1/drill", to: june(4, 9)), in: office)
      #expect(planned.plan["c1/drill"]?.moment == june(4, 9))
      #expect(planned.plan["c1/talk"] == nil)
      #expect(planned.changes.diff?.changes.map(\.kind) == [.unplaced, .moved])
    }
  }

  @Test func `of a pin keeps all four fields where the tables would have it elsewhere`()
    async throws
  {
    let rules = short.replacing("teams: {", with: "venue: [sq], teams: {")
    func venues(_ latitude: String) -> String {
      "id,name,types,community,lat,lon\ns1,一,sq,c1,41.7,123.4\ns2,二,sq,c2,\(latitude),123.4\n"
        + "s3,三,sq,c3,\(latitude),123.4\n"
    }
    let communities =
      "id,name,kind,area,population,lat,lon\n"
      + (1...3).map { "c\($0),\($0)社区,urban,a,1000,41.7,123.4\n" }.joined()
    let tables = ["venues.csv": venues("41.7"), "communities.csv": communities]
    try await withScratchOffice(rules, tables: tables) { office in
      let (placed, _) = try await planned(in: office)
      let pinned = try #require(placed.last)
      try office.decide(Pin(pinned.text))
      let before = try #require(try office.standing(at: may20).newest?.revision.plan[pinned])
      try Data(venues("41.72").utf8).write(to: URL(filePath: "\(office.folder)/venues.csv"))
      let planned = try await office.planned()
      #expect(planned.plan[pinned] == before)
      #expect(planned.score.pinnedUnplaced == 0 && planned.score.unplaced == 100)
    }
  }

  @Test(
    arguments: [
      Block(DaySet(day(3)...day(3))), Cancel("c1/a"), Restore("c3/a"), Unpin("c2/a"), TakeBack(1),
    ] as [any DecisionRequest])
  func `of any decision is the plan that follows`(request: any DecisionRequest) async throws {
    let rules = short.replacing("06-04", with: "06-06")
    try await withScratchOffice(rules) { office in
      try await office.planned()
      try office.decide(Cancel("c3/a"))
      try office.decide(Pin("c2/a", [.day]))
      try await office.planned()
      _ = try await obeyed(request, in: office)
    }
  }

  @Test func `that is cut short says so`() async throws {
    try await withScratchOffice(short) { office in
      try await office.planned()
      let cut = try await office.standing(at: may20).rehearsal(
        SearchOptions(timeLimitSeconds: nil), watch: PlanningWatch(shouldStop: { true }))
      guard cut.isCut else { return }
      #expect(cut.lines(in: .english, for: Plain())[0].contains("as far as it found"))
    }
  }
}

/// Names nothing.
struct Plain: Front {
  func name(of field: Field, in language: Language) -> String { "" }
  func setting(_ field: Field, to value: String, in language: Language) -> String { "" }
  func name(of action: Action, in language: Language) -> String { "" }
}
