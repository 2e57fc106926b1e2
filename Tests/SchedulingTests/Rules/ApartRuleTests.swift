import Drills
import Testing

@testable import Scheduling

@Suite struct `The apart rule` {
  @Test func `admits what breaks nothing, and names what is in the way`() {
    expectExactAdmission(of: ApartRule(), refused: 20)
  }

  @Test(arguments: [
    ("c1/a/2 3 09:00", false), ("c1/a/2 4 09:00", false), ("c1/a/2 5 09:00", false),
    ("c1/a/2 6 09:00", true), ("c1/a/2 7 09:00", true), ("c2/a/2 4 09:00", true),
    ("c1/b 3 09:00", true),
  ])
  func `keeps occurrences of one community so many days apart`(
    item: String, isAllowed: Bool
  ) throws {
    let plan = SmallPlan([meeting("a") { ($0.count, $0.apart) = (2, 3) }, meeting("b")])
    #expect(try plan.allows(item, beside: ["c1/a/1 3 15:00"], by: ApartRule()) == isAllowed)
  }

  @Test(arguments: [(8, false), (9, false), (7, true), (6, false), (13, true), (12, false)])
  func `asks it of every other occurrence, before and after`(june: Int, isAllowed: Bool) throws {
    let plan = SmallPlan([meeting("a") { ($0.count, $0.apart) = (3, 3) }])
    #expect(
      try plan.allows(
        "c1/a/3 \(june) 09:00", beside: ["c1/a/1 10 09:00", "c1/a/2 4 09:00"], by: ApartRule())
        == isAllowed)
  }
}
