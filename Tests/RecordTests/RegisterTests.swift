import Drills
import Foundation
import GRDB
import Testing

@testable import Record

@Suite struct `The register of a plan` {
  private let agenda = Agenda(program())

  private func planned(_ draft: Revision? = nil) throws -> (record: PlanRecord, register: Register)
  {
    let record = try Record.inMemory(plan: "test")
    _ = try record.save(
      draft ?? revision(), files: [], roll: { DutyRoll(agenda) }, publications: [],
      ifUnchangedSince: try record.token())
    let register = try record.register { _, _ in
      preconditionFailure("a plan that was saved has its roll")
    }
    return (record, try #require(register))
  }

  private func revision() -> Revision {
    Revision(
      number: 0, base: nil, savedAt: 0, savedBy: "a", seed: 1, now: 0, score: Score(),
      bound: Bound(unplaced: 0, cost: 0),
      plan: Plan(["u1/r": Placement(day: Day(number: 19880), start: 540, venue: "square")]),
      cancelled: ["u2/r"])
  }

  @Test func `gives back every duty, party and venue of the roll`() throws {
    let roll = DutyRoll(agenda)
    let (_, register) = try planned()

    #expect(register.revision == 1)
    #expect(register.zone == roll.zone)
    #expect(register.grace == roll.grace)
    #expect(register.lines == roll.lines)
    for duty in roll.duties { #expect(try register.duty(duty.id) == duty) }
    for party in roll.parties { #expect(try register.party(party.id) == party) }
    for venue in roll.venues { #expect(try register.seats(venue.id) == venue) }
    #expect(try register.ids() == roll.duties.map(\.id))
    #expect(try register.communities().map(\.id) == ["u1", "u2", "u3"])
    #expect(try register.duty("u9/r") == nil)
  }

  @Test func `finds by number, by a part, and by what a joint drill does`() throws {
    let (_, register) = try planned()
    let activities = agenda.activities.elements

    #expect(try register.activityCount() == activities.count)
    for (index, activity) in activities.enumerated() {
      #expect(try register.activity(number: index + 1)?.id == activity.id)
    }
    #expect(try register.activity(number: activities.count + 1) == nil)
    let part = "2024-06-06"
    #expect(
      try register.duties(containing: part).map(\.id)
        == register.ids().filter { $0.text.contains(part) })
    #expect(
      try register.activities(of: "w/2024-06-06", owner: "u2").map(\.id)
        == ["u2/w/2024-06-06/1", "u2/w/2024-06-06/2"])
  }

  @Test func `tells where an activity is planned, and whether it is called off`() throws {
    let (_, register) = try planned()

    #expect(
      try register.placement(of: "u1/r")
        == Placement(day: Day(number: 19880), start: 540, venue: "square"))
    #expect(try register.placement(of: "u2/r") == nil)
    #expect(try register.isCancelled("u2/r"))
    #expect(try register.isCancelled("u1/r") == false)
  }

  @Test func `is kept once for all revisions of one workspace`() throws {
    let (record, _) = try planned()
    _ = try record.save(
      revision(), files: [],
      roll: { preconditionFailure("the roll of this workspace is there already") },
      publications: [], ifUnchangedSince: try record.token())

    let register = try #require(try record.register { _, _ in DutyRoll(agenda) })

    #expect(register.revision == 2)
    #expect(try register.ids() == DutyRoll(agenda).duties.map(\.id))
  }

  @Test func `is made for a plan that was saved before rolls were kept`() throws {
    let record = try Record.inMemory(plan: "test")
    #expect(try record.register { _, _ in DutyRoll(agenda) } == nil)
    try record.database.write { database in
      try database.execute(
        sql: """
          INSERT INTO revision (number, saved_at, saved_by, seed, now, unplaced, placement_cost,
            crowding, quiet_week, closeness, moved, unplaced_bound, cost_bound)
          VALUES (1, 0, 'a', 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)
          """)
    }
    for _ in 1...2 {
      let register = try #require(try record.register { _, _ in DutyRoll(agenda) })
      #expect(try register.duty("u1/r") == DutyRoll(agenda).duties.first)
    }
  }

  /// The law: what is looked up for one activity is what reading the whole record says of it.
  @Test(arguments: 1...40)
  func `finds the completion that holds, joint drills and withdrawals too`(seed: Int) throws {
    let (record, register) = try planned()
    let ids: [DutyID] = ["u1/r", "u2/r", "u3/r"]
    var state = UInt64(seed)
    func draw(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for step in 0..<30 {
      let host = draw(3)
      if draw(4) == 0 {
        _ = try record.withdraw(newestOf: ids[host], by: "b", at: Instant(seconds: step))
      } else {
        var completion = Completion(
          of: ids[host], day: Day(number: 19880), people: step, recordedBy: "a",
          recordedAt: Instant(seconds: step))
        completion.counts = draw(3) == 0 ? ["push.messages": step] : [:]
        let partners = (0..<3).filter { $0 != host && draw(2) == 0 }
        completion.partners = partners.map {
          Completion.Partner(
            community: .member("u\($0 + 1)"), people: draw(50),
            activity: draw(4) == 0 ? nil : ids[$0]
          )
        }
        try record.complete(completion)
      }
      var accounts = Accounts()
      accounts.completions = try record.standingCompletions()
      let lists = accounts.completionLists
      for id in ids {
        var found = try register.completion(of: id)
        var expected = lists[id]?.last
        // Whether a partner has a record of its own is not looked up.
        found?.partners = []
        expected?.partners = []
        #expect(found == expected, "\(id) after step \(step)")
      }
    }
  }
}
