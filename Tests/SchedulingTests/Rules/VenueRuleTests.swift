import Drills
import Testing

@testable import Scheduling

@Suite struct `The venue rule` {
  @Test func `admits what breaks nothing, and names what is in the way`() {
    expectExactAdmission(of: VenueRule(), refused: 40)
  }

  private func plan(atOnce: Int) -> SmallPlan {
    SmallPlan([meeting("a") { $0.venueTypes = ["hall"] }], communities: ["c1", "c2", "c3"]) {
      for id in ["hall", "other"] {
        var venue = Venue(id: id, name: id)
        venue.types = ["hall"]
        venue.concurrent = atOnce
        $0.venues.append(venue)
      }
    }
  }

  @Test(arguments: [
    ("3 09:00 hall", false), ("3 09:30 hall", false), ("3 08:30 hall", false),
    ("3 10:00 hall", true), ("3 08:00 hall", true), ("4 09:00 hall", true),
    ("3 09:00 other", true),
  ])
  func `lets one in after the other`(moment: String, isAllowed: Bool) throws {
    #expect(
      try plan(atOnce: 1).allows("c2/a \(moment)", beside: ["c1/a 3 09:00 hall"], by: VenueRule())
        == isAllowed)
  }

  @Test(arguments: [("3 09:00", false), ("3 09:30", false), ("3 10:00", true), ("3 08:30", true)])
  func `lets as many in at once as there are places`(moment: String, isAllowed: Bool) throws {
    let others = ["c1/a 3 09:00 hall", "c2/a 3 09:30 hall"]
    #expect(
      try plan(atOnce: 2).allows("c3/a \(moment) hall", beside: others, by: VenueRule())
        == isAllowed)
  }
}
