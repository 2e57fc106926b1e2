import Drills
import Testing

@testable import Scheduling

@Suite struct `The community rule` {
  @Test func `admits what breaks nothing, and names what is in the way`() {
    expectExactAdmission(of: CommunityRule(), refused: 60)
  }

  private let plan = SmallPlan([
    meeting("a"), meeting("b"), meeting("quiet") { $0.blocking = false },
    meeting("all") {
      $0.audience = Audience(organizer: true)
      var filter = CommunityFilter()
      filter.communities = ["c1"]
      $0.attends = [filter]
    },
    meeting("office") { $0.audience = Audience(organizer: true) },
  ])

  @Test(arguments: [
    ("c1/b 3 09:00", false), ("c1/b 3 09:30", false), ("c1/b 3 08:30", false),
    ("c1/b 3 10:00", true), ("c1/b 3 08:00", true), ("c1/b 4 09:00", true), ("c2/b 3 09:00", true),
    ("c1/quiet 3 09:00", true), ("organizer/all 3 09:30", false), ("organizer/all 3 10:00", true),
    ("organizer/office 3 09:00", true),
  ])
  func `is in one place at a time, that of the organizer too if it attends`(
    item: String, isAllowed: Bool
  ) throws {
    #expect(try plan.allows(item, beside: ["c1/a 3 09:00"], by: CommunityRule()) == isAllowed)
    #expect(try plan.allows("c1/a 3 09:00", beside: [item], by: CommunityRule()) == isAllowed)
  }

  @Test(arguments: [("3 09:00", false), ("3 09:30", false), ("3 10:00", true)])
  func `lets the organizer's never overlap`(moment: String, isAllowed: Bool) throws {
    #expect(
      try plan.allows(
        "organizer/office \(moment)", beside: ["organizer/all 3 09:00"], by: CommunityRule())
        == isAllowed)
  }
}
