import Drills
import Testing

@testable import Scheduling

@Suite struct `The daily limit rule` {
  @Test func `admits what breaks nothing, and names what is in the way`() {
    expectExactAdmission(of: DailyLimitRule(), refused: 20)
  }

  @Test(
    arguments: [
      (nil, 2, true), (1, 0, true), (1, 1, false), (2, 1, true), (2, 2, false), (3, 2, true),
    ] as [(Int?, Int, Bool)])
  func `counts what a community starts on a day`(
    limit: Int?, already: Int, isAllowed: Bool
  ) throws {
    let plan = SmallPlan([meeting("a") { $0.count = 3 }]) {
      $0.limits.perCommunityPerDay = limit
    }
    let others = (1...3).map { "c1/a/\($0) 3 \(10 + $0):00" }.prefix(already)
    #expect(
      try plan.allows("c1/a/3 3 09:00", beside: Array(others), by: DailyLimitRule()) == isAllowed)
    #expect(try plan.allows("c1/a/3 4 09:00", beside: Array(others), by: DailyLimitRule()))
    #expect(try plan.allows("c2/a/3 3 09:00", beside: Array(others), by: DailyLimitRule()))
  }

  @Test(arguments: [
    ("c1/a 3 09:00", false), ("c1/free 3 09:00", true), ("c2/a 3 09:00", true),
    ("organizer/office/2 3 12:00", true),
  ])
  func `asks a community before the program, and nothing of what does not block`(
    item: String, isAllowed: Bool
  ) throws {
    let plan = SmallPlan([
      meeting("a"), meeting("b"), meeting("free") { $0.blocking = false },
      meeting("office") {
        $0.audience = Audience(organizer: true)
        $0.count = 2
      },
    ]) {
      $0.limits.perCommunityPerDay = 5
      var strict = Community(id: "c1", name: "c1", kind: .urban)
      strict.maximumPerDay = 1
      $0.communities = Table([strict, Community(id: "c2", name: "c2", kind: .urban)])
    }
    let others = ["c1/b 3 15:00", "c2/b 3 15:00", "organizer/office/1 3 10:00"]
    #expect(try plan.allows(item, beside: others, by: DailyLimitRule()) == isAllowed)
  }
}
