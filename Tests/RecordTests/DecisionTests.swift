import Drills
import GRDB
import Testing

@testable import Record

private func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("no such day: \(text)") }
  return day
}

private let place = Placement(
  day: day("2024-06-12"), start: 540, venue: "square", teams: ["fire": "f1", "消防": "f2"])

/// One of each kind, with all that each can say.
private func decisions() -> [Decision] {
  var closure = Closure()
  closure.communities = ["u1", "organizer"]
  closure.areas = ["a1"]
  closure.kinds = [.rural]
  closure.venues = ["square"]
  closure.teams = ["f1"]
  closure.requirements = ["drill"]
  closure.dates = DaySet([
    day("2024-06-12")...day("2024-06-14"), day("2024-06-20")...day("2024-06-20"),
  ])
  closure.hours = [HourRange(start: 480, end: 1440)]
  closure.reason = "storm"
  let whats: [Decision.What] = [
    .move("u1/drill", to: place, fields: [.day, .start], overrides: [.makeUp, .team]),
    .pin("u1/drill", at: place, fields: Set(Fixing.Field.allCases)), .unpin("u1/drill"),
    .cancel("u2/drill"), .restore("u2/drill"),
    .block(closure, displaced: ["u1/drill": day("2024-06-12")]), .undo(1),
  ]
  return whats.enumerated().map { index, what in
    var decision = Decision(
      what, reason: index == 6 ? nil : .airQuality, words: "说明", decidedBy: "办公室",
      decidedAt: 100 + index)
    decision.number = index + 1
    return decision
  }
}

private func revision(decisions: Int = 0) -> Revision {
  Revision(
    number: 0, base: nil, savedAt: 10, savedBy: "a", seed: 1, now: 9, score: Score(),
    bound: Bound(unplaced: 0, cost: 0), plan: Plan(), decisions: decisions)
}

@Suite struct `Decisions in the record` {
  @Test func `come back as they were taken, in order`() throws {
    let record = try Record.inMemory(plan: "test")
    for decision in decisions() {
      #expect(try record.decide([decision], ifUnchangedSince: record.token()) == [decision])
    }
    #expect(try record.decisions() == decisions())
    #expect(try record.decisions(through: 3) == Array(decisions().prefix(3)))
    #expect(try record.newestInstant() == 106)
  }

  @Test func `are told by the history`() throws {
    let record = try Record.inMemory(plan: "test")
    _ = try record.decide(decisions(), ifUnchangedSince: record.token())
    let told = try record.history().compactMap { event -> Decision? in
      if case .decision(let decision) = event.what { decision } else { nil }
    }
    #expect(told == decisions())
  }

  @Test func `are not appended, and plans not saved, on top of what somebody else added`() throws {
    let record = try Record.inMemory(plan: "test")
    let token = try record.token()
    #expect(try record.decide([decisions()[3]], ifUnchangedSince: token) != nil)

    #expect(try record.decide([decisions()[0]], ifUnchangedSince: token) == nil)
    #expect(
      try record.save(
        revision(), files: [], roll: emptyRoll, publications: [], ifUnchangedSince: token) == nil)
    #expect(try record.decisions().map(\.verb) == [.cancel])
  }

  @Test func `are known to the plan that was made with them`() throws {
    let record = try Record.inMemory(plan: "test")
    _ = try record.decide(decisions(), ifUnchangedSince: record.token())
    _ = try record.save(
      revision(decisions: 7), files: [], roll: emptyRoll, publications: [],
      ifUnchangedSince: record.token())
    #expect(try record.latestRevision()?.decisions == 7)
  }

  @Test func `are never edited`() throws {
    let record = try Record.inMemory(plan: "test")
    _ = try record.decide(decisions(), ifUnchangedSince: record.token())
    for sql in ["DELETE FROM decision", "UPDATE decision SET words = ''", "DELETE FROM told"] {
      _ = try record.database.write { database in
        if sql.hasSuffix("told") {
          try database.execute(
            sql: "INSERT INTO revision SELECT 1, NULL, 0, 'a'"
              + String(repeating: ", 0", count: 16))
          try database.execute(sql: "INSERT INTO told VALUES (1, 'n', '', 1, 'sent', 'a', 0)")
        }
      }
      #expect(throws: DatabaseError.self) { try record.database.write { try $0.execute(sql: sql) } }
    }
  }

  @Test func `keep who was told what`() throws {
    let record = try Record.inMemory(plan: "test")
    _ = try record.save(
      revision(), files: [], roll: emptyRoll, publications: [], ifUnchangedSince: record.token())
    let notices = SentNotice.How.allCases.enumerated().map { index, how in
      SentNotice(
        notice: "team/fire1", about: "x", revision: 1, how: how, sentBy: "a", sentAt: 7 + index)
    }
    try record.send(notices)
    #expect(try record.sentNotices() == notices)
    #expect(try record.accounts().sentNotices == notices)
    #expect(try record.newestInstant() == 10)
  }
}
