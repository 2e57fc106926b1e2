import Drills
import Foundation
import GRDB
import Testing

@testable import Record

private func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("no such day: \(text)") }
  return day
}

private let file = EvidenceFile(
  name: "现场.jpg", size: 3, hash: String(repeating: "a", count: 64))

private func completion(_ activity: DutyID, people: Int, at instant: Instant = 0) -> Completion {
  Completion(
    of: activity, day: day("2024-06-12"), people: people, recordedBy: "a",
    recordedAt: instant)
}

private func problem(_ text: String, _ source: Problem.Source = .drill) -> Problem {
  Problem(
    text: text, owner: "u1", source: source, foundOn: day("2024-06-12"), recordedBy: "a",
    recordedAt: 1)
}

@Suite struct `What stands in the record` {
  @Test func `holds all that was said of a joint drill, its files and its problems`() throws {
    let record = try Record.inMemory(plan: "test")
    var drill = completion("u1/r", people: 30)
    drill.partners = [
      Completion.Partner(community: "u2", people: 8, activity: "u2/r"),
      Completion.Partner(community: "u3", people: 0, activity: nil),
    ]
    drill.counts = ["drill.sessions": 2]
    drill.files = [file]
    drill.lastDay = day("2024-06-13")

    let recordings = try record.complete([(drill, [problem("门坏了")])])

    drill.number = 1
    #expect(recordings == [.appended(1)])
    let accounts = try record.accounts()
    #expect(accounts.completions == [drill])
    #expect(accounts.problems.map(\.completion) == [1])
    let lists = accounts.completionLists
    #expect(lists["u2/r"]?.last?.people == 8)
    #expect(lists["u2/r"]?.last?.sharedFrom == "u1/r")
    #expect(lists["u3/r"] == nil)
  }

  @Test func `gives a partner's own record the last word, and counts the joint drill on top`()
    throws
  {
    let record = try Record.inMemory(plan: "test")
    var drill = completion("u1/r", people: 30)
    drill.partners = [Completion.Partner(community: "u2", people: 8, activity: "u2/r")]
    try record.complete(drill)
    try record.complete(completion("u2/r", people: 50))

    let lists = try record.accounts().completionLists

    #expect(lists["u2/r"]?.map(\.people) == [50])
    #expect(lists["u1/r"]?.last?.partners.map(\.activity) == [nil])
  }

  @Test func `takes the same report once, and a problem once with its correction`() throws {
    let record = try Record.inMemory(plan: "test")
    let first = try record.complete([(completion("u1/r", people: 3), [problem("门坏了")])])
    let same = try record.complete([(completion("u1/r", people: 3, at: 9), [problem("门坏了")])])
    let corrected = try record.complete([(completion("u1/r", people: 4), [problem("门坏了")])])

    #expect(first == [.appended(1)])
    var standing = completion("u1/r", people: 3)
    standing.number = 1
    #expect(same == [.standsAlready(standing)])
    #expect(corrected == [.appended(2)])
    #expect(try record.accounts().problems.count == 1)
  }

  @Test func `loses a problem with the completion that found it`() throws {
    let record = try Record.inMemory(plan: "test")
    _ = try record.complete([(completion("u1/r", people: 3), [problem("门坏了")])])
    _ = try record.withdraw(newestOf: "u1/r", by: "b", at: 2)
    #expect(try record.accounts().problems.isEmpty)
    #expect(try record.history().count == 3)
  }

  @Test func `appends all of several or none`() throws {
    let record = try Record.inMemory(plan: "test")
    var bad = completion("u2/r", people: 1)
    bad.files = [EvidenceFile(name: "x", size: 1, hash: "no hash")]
    #expect(throws: RecordFailure.self) {
      try record.complete([(completion("u1/r", people: 3), []), (bad, [])])
    }
    #expect(try record.accounts().completions.isEmpty)
  }

  @Test func `mends a problem once, and again when that was taken back`() throws {
    let record = try Record.inMemory(plan: "test")
    let number = try record.report(problem("堆物", .resident))
    var mending = Problem.Mending(day: day("2024-06-14"), recordedBy: "b", recordedAt: 5)
    mending.files = [file]

    #expect(try record.mend(number, mending)?.mending == nil)
    #expect(try record.mend(number, mending)?.mending == mending)
    #expect(try record.accounts().problems[0].mending == mending)
    #expect(try record.retract(.mending, number, by: "c", at: 6))
    #expect(try record.accounts().problems[0].mending == nil)
    #expect(try !record.retract(.mending, number, by: "c", at: 7))
    #expect(try record.mend(99, mending) == nil)
  }

  @Test func `passes the stages of a work in order`() throws {
    let record = try Record.inMemory(plan: "test")
    let stages = ["街道", "区", "市"]
    let number = try record.enter(
      Work(
        campaign: "works", owner: "u1", title: "=题", medium: .video,
        published: day("2024-06-01"), recordedBy: "a", recordedAt: 1))
    func judge(_ stage: String, _ passed: Bool) throws -> Bool {
      var isTaken = false
      _ = try record.judge(number) { work in
        isTaken = work.nextStage(of: stages) == stage
        return isTaken
          ? Work.Outcome(
            stage: stage, passed: passed, day: day("2024-06-20"), recordedBy: "a", recordedAt: 2)
          : nil
      }
      return isTaken
    }

    #expect(try !judge("区", true))
    #expect(try judge("街道", true))
    #expect(try judge("区", false))
    #expect(try !judge("市", true))
    #expect(try record.accounts().works[0].outcomes.map(\.passed) == [true, false])
  }

  @Test func `is what was recorded by the end of a day`() throws {
    let zone = try #require(Zone("Asia/Shanghai"))
    let record = try Record.inMemory(plan: "test")
    let midnight = zone.instant(of: Moment(day: day("2024-06-14"), minute: 0))
    try record.complete(completion("u1/r", people: 1, at: midnight + -1))
    try record.complete(completion("u2/r", people: 2, at: midnight))

    let accounts = try record.accounts()

    #expect(accounts.recorded(by: day("2024-06-13"), in: zone).completions.map(\.people) == [1])
    #expect(accounts.recorded(by: day("2024-06-14"), in: zone).completions.count == 2)
  }

  @Test(arguments: ["partner", "attachment", "count", "problem", "mending", "work", "outcome"])
  func `is never edited or deleted`(table: String) throws {
    let record = try Record.inMemory(plan: "test")
    var drill = completion("u1/r", people: 30)
    drill.partners = [Completion.Partner(community: "u2", people: 8, activity: nil)]
    drill.files = [file]
    _ = try record.complete([(drill, [problem("门坏了")])])
    _ = try record.mend(1, Problem.Mending(day: day("2024-06-14"), recordedBy: "b", recordedAt: 5))
    let counter = Counter(line: "a", unit: "b")
    _ = try record.count { _ in
      [
        Count(
          counter: counter, owner: "u1", day: day("2024-06-12"), amount: 1, recordedBy: "a",
          recordedAt: 1)
      ]
    }
    let work = try record.enter(
      Work(
        campaign: "works", owner: "u1", title: "题", medium: .video,
        published: day("2024-06-01"), recordedBy: "a", recordedAt: 1))
    _ = try record.judge(work) { _ in
      Work.Outcome(
        stage: "街道", passed: true, day: day("2024-06-20"), recordedBy: "a", recordedAt: 2)
    }

    for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET rowid = rowid"] {
      #expect(throws: DatabaseError.self) {
        try record.database.write { try $0.execute(sql: sql) }
      }
    }
  }
}

@Suite struct `A record that was left half made` {
  @Test func `is made whole by the next program`() throws {
    let folder = URL.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "muster.sqlite").path
    let half = try DatabaseQueue(path: path)
    try half.write {
      try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT PRIMARY KEY)")
    }
    try half.close()

    let record = try Record.openOrCreate(path, plan: "test")

    try record.complete(completion("u1/r", people: 3))
    #expect(try record.accounts().completions.count == 1)
  }
}

@Suite struct `A record of the first version` {
  @Test func `is copied, then migrated, and keeps what it holds`() throws {
    let folder = URL.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "muster.sqlite").path
    let old = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(old, upTo: "1 plans, completions and publications")
    try old.write { database in
      try database.execute(
        sql: """
          INSERT INTO meta VALUES (1, 'test');
          INSERT INTO completion VALUES
            (7, 'u1/r', 19886, 30, 540, 85, NULL, NULL, 260, NULL, 'tabletop', '晴', '', '记', 0, 1,
             'a', 5);
          INSERT INTO completion_count VALUES (7, 'drill.sessions', 2);
          """)
    }
    try old.close()

    let record = try Record.openOrCreate(path, plan: "test")

    var expected = completion("u1/r", people: 30, at: 5)
    expected.number = 7
    expected.day = Day(number: 19886)
    expected.start = 540
    expected.minutes = 85
    expected.evacuationSeconds = 260
    expected.mode = .tabletop
    expected.weather = "晴"
    expected.note = "记"
    expected.isLate = true
    expected.counts = ["drill.sessions": 2]
    #expect(try record.accounts().completions == [expected])
    let copy = try DatabaseQueue(path: path + ".before-2")
    let kept = try copy.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM completion") }
    #expect(kept == 1)
  }
}
