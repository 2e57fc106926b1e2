import Drills
import Testing

@testable import Scheduling

@Suite struct `The order rule` {
  @Test func `admits what breaks nothing, and names what is in the way`() {
    expectExactAdmission(of: OrderRule(), refused: 100)
  }

  /// B may be on the 5th at 09:00, until 10:00; A comes so many days after it.
  @Test(arguments: [
    (0, "5 08:00", false), (0, "5 09:00", false), (0, "5 09:30", false), (0, "5 10:00", true),
    (0, "6 08:00", true), (0, "4 23:00", false), (1, "5 10:00", false), (1, "6 00:00", true),
    (1, "4 09:00", false), (2, "6 23:00", false), (2, "7 00:00", true),
  ])
  func `lets what comes after start so many days later, or at the end`(
    days: Int, moment: String, isAllowed: Bool
  ) throws {
    let plan = SmallPlan([
      meeting("b"), meeting("a") { $0.predecessors = [Predecessor(requirement: "b", days: days)] },
    ])
    let (earlier, later) = ("c1/b 5 09:00", "c1/a \(moment)")
    #expect(try plan.allows(later, beside: [earlier], by: OrderRule()) == isAllowed)
    #expect(try plan.allows(earlier, beside: [later], by: OrderRule()) == isAllowed)
    #expect(try plan.allows("c2/a \(moment)", beside: [earlier], by: OrderRule()))
  }

  @Test(arguments: [
    ("c1/a 5 09:00", false), ("c1/a 6 09:00", true), ("c2/a 5 09:00", false),
  ])
  func `falls back on the organizer's where a community has none of its own`(
    item: String, isAllowed: Bool
  ) throws {
    let plan = SmallPlan([
      meeting("b") { $0.audience = Audience(organizer: true) },
      meeting("a") { $0.predecessors = [Predecessor(requirement: "b")] },
    ])
    #expect(try plan.allows(item, beside: ["organizer/b 5 09:00"], by: OrderRule()) == isAllowed)
  }

  @Test(arguments: [
    ("c1/a/2024-06-13 7 09:00", true), ("c1/a/2024-06-13 8 09:00", true),
    ("c1/a/2024-06-06 5 09:00", false), ("c1/a/2024-06-06 6 09:00", true),
  ])
  func `compares weekly ones within their week`(item: String, isAllowed: Bool) throws {
    let plan = SmallPlan([
      meeting("b") { $0.every = .week },
      meeting("a") {
        $0.every = .week
        $0.predecessors = [Predecessor(requirement: "b")]
      },
    ])
    #expect(
      try plan.allows(item, beside: ["c1/b/2024-06-06 5 09:00"], by: OrderRule()) == isAllowed)
  }
}
