import Drills
import Testing

@testable import Scheduling

@Suite struct `The team rule` {
  @Test func `admits what breaks nothing, and names what is in the way`() {
    expectExactAdmission(of: TeamRule(), refused: 60)
  }

  private func plan(crews: Int, needed: Int = 1) -> SmallPlan {
    SmallPlan(
      [
        meeting("a") { $0.crews = [CrewNeed(role: "fire", crews: 1)] },
        meeting("b") { $0.crews = [CrewNeed(role: "fire", crews: needed)] },
      ], communities: ["c1", "c2"]
    ) {
      for id in ["f1", "f2"] {
        var team = Team(id: id, name: id, role: "fire")
        team.crews = crews
        team.turnaround = 30
        $0.teams.append(team)
      }
    }
  }

  @Test(arguments: [
    ("3 09:00 f1", false), ("3 10:00 f1", false), ("3 10:30 f1", true), ("3 08:00 f1", false),
    ("3 07:30 f1", true), ("3 09:00 f2", true), ("4 09:00 f1", true),
  ])
  func `has a crew out until its turnaround is over`(moment: String, isAllowed: Bool) throws {
    #expect(
      try plan(crews: 1).allows("c2/a \(moment)", beside: ["c1/a 3 09:00 f1"], by: TeamRule())
        == isAllowed)
  }

  @Test(arguments: [(1, 2, true), (2, 2, false), (2, 3, true), (3, 3, false)])
  func `has no more crews out than it has`(needed: Int, crews: Int, isAllowed: Bool) throws {
    #expect(
      try plan(crews: crews, needed: needed)
        .allows("c2/b 3 09:30 f1", beside: ["c1/a 3 09:00 f1"], by: TeamRule()) == isAllowed)
  }

  @Test func `goes out past midnight`() throws {
    let plan = plan(crews: 1)
    let late = ["c1/a 3 23:00 f1"]
    #expect(try !plan.allows("c2/a 4 00:00 f1", beside: late, by: TeamRule()))
    #expect(try plan.allows("c2/a 4 00:30 f1", beside: late, by: TeamRule()))
  }
}
