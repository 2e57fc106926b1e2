import Drills
import Foundation
import Office
import Record
import Testing
import Workspace

/// Tables as an office has them, without ids.
private let communities = "名称,类型,片区,人口\n白塔社区,社区,北片,100\n柏塔社区,社区,南片,100\n"
private let tables = [
  "communities.csv": communities,
  "venues.csv": "名称,类别,所属\n广场,广场,白塔社区\n广场,广场,柏塔社区\n",
  "teams.csv": "名称,角色\n镇消防队,消防\n",
]
private let rules = """
  requirements:
    - { id: drill, name: 疏散演练, for: {}, duration: 60min, venue: [广场], teams: { 消防: 1 } }
  """

private func write(_ text: String, to file: String, of office: Office) throws {
  try Data(text.utf8).write(to: URL(filePath: office.folder).appending(path: file))
}

@Suite struct `Ids made of names` {
  private func ids(_ office: Office) throws -> [String] {
    try office.workspace().program.communities.elements.map(\.id)
  }

  @Test func `stay with their names once there is a plan`() async throws {
    try await withScratchOffice(rules, tables: tables) { office in
      #expect(try ids(office) == ["bai-ta-she-qu", "bai-ta-she-qu-2"])
      // Nothing is kept yet, so another above is the first.
      try write(
        "名称,类型,人口\n柏塔社区,社区,100\n白塔社区,社区,100\n", to: "communities.csv", of: office)
      #expect(try ids(office) == ["bai-ta-she-qu", "bai-ta-she-qu-2"])
      try write(communities, to: "communities.csv", of: office)
      try await office.planned()

      try write(
        "名称,类型,人口\n摆塔社区,社区,100\n柏塔社区,社区,100\n白塔社区,社区,100\n", to: "communities.csv",
        of: office)
      #expect(try ids(office) == ["bai-ta-she-qu-3", "bai-ta-she-qu-2", "bai-ta-she-qu"])
      try write("名称,类型,人口\n柏塔社区,社区,100\n", to: "communities.csv", of: office)
      try write("名称,类别,所属\n广场,广场,柏塔社区\n", to: "venues.csv", of: office)
      let standing = try office.standing(at: may20)
      #expect(standing.program.communities.elements.map(\.id) == ["bai-ta-she-qu-2"])
      // What was planned is told by the ids that it was planned with.
      let then = try standing.published().plan.agenda.program
      #expect(then.communities.elements.map(\.id) == ["bai-ta-she-qu", "bai-ta-she-qu-2"])
      #expect(then.venues.elements.map(\.id) == ["guang-chang", "guang-chang-2"])
      #expect(then.areaNames == ["bei-pian": "北片", "nan-pian": "南片"])
      let kept = try #require(standing.record).givenIDs()
      #expect(kept.count == 7)
      #expect(
        kept.first { $0.kind == .venue }
          == GivenID(.venue, "广场", owner: "白塔社区", id: "guang-chang"))
    }
  }

  @Test func `are kept by what counts without a plan`() async throws {
    try await withScratchOffice(rules, tables: tables) { office in
      _ = try office.begunBooks(at: may20)
      try write("名称,类型,人口\n柏塔社区,社区,100\n", to: "communities.csv", of: office)
      try write("名称\n广场\n", to: "venues.csv", of: office)
      #expect(try ids(office) == ["bai-ta-she-qu-2"])
    }
  }

  @Test func `are no other's where the record cannot be read`() async throws {
    try await withScratchOffice(rules, tables: tables) { office in
      try write("no record", to: "muster.sqlite", of: office)
      #expect(throws: Refusal.self) { try office.workspace() }
      try write("id,name,kind,population\nc1,甲,urban,1\n", to: "communities.csv", of: office)
      try write("id,name\n", to: "venues.csv", of: office)
      try write("id,name\n", to: "teams.csv", of: office)
      #expect(try ids(office) == ["c1"])
    }
  }

  @Test func `are written into the CSV tables and into no workbook`() async throws {
    try await withScratchOffice(rules, tables: tables) { office in
      let written = try office.writeIDs()
      #expect(
        written.files == ["communities.csv": 2, "venues.csv": 2, "teams.csv": 1])
      let reading = try office.workspace().reading
      #expect(reading.rowIDs.map(\.given.kind) == [.area, .area])
      let table = try String(
        contentsOfFile: "\(office.folder)/communities.csv", encoding: .utf8)
      #expect(
        table == "编号,名称,类型,片区,人口\nbai-ta-she-qu,白塔社区,社区,北片,100\nbai-ta-she-qu-2,柏塔社区,社区,南片,100\n")
      #expect(try office.writeIDs() == WrittenIDs())
    }
  }

  @Test func `need not be known by anybody`() async throws {
    try await withScratchOffice(rules, tables: tables) { office in
      try await office.planned()
      let standing = try office.standing(at: may20)
      #expect(try standing.activity("白塔社区").id == "bai-ta-she-qu/drill")
      #expect(try standing.activity("柏塔社区/演练").id == "bai-ta-she-qu-2/drill")
      #expect(try standing.activity("柏塔 演练").id == "bai-ta-she-qu-2/drill")
      let refusal = #expect(throws: Refusal.self) { try standing.activity("疏散演练") }
      guard case .naming(.ambiguous(.activity, _, _, count: 2)) = refusal?.reason else {
        Issue.record("\(String(describing: refusal))")
        return
      }
      let view = try standing.shown().view
      #expect(try view.entries(ofCommunity: "柏塔社区", team: nil).count == 1)
      #expect(try view.entries(ofCommunity: nil, team: "消防").count == 2)
      var block = Block(DaySet(standing.program.period))
      block.areas = ["南片"]
      block.venues = ["广场"]
      let ambiguous = #expect(throws: Refusal.self) {
        try standing.decide(block, on: Grounds(.storm, by: "甲"))
      }
      guard case .naming(.ambiguous(.venue, _, _, count: 2)) = ambiguous?.reason else {
        Issue.record("\(String(describing: ambiguous))")
        return
      }
      block.venues = []
      let decided = try standing.decide(block, on: Grounds(.storm, by: "甲")).decision
      guard case .block(let closure, _) = decided.what else { return }
      #expect(closure.areas == ["nan-pian"])
    }
  }
}
