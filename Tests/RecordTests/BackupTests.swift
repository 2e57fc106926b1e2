import Drills
import Foundation
import GRDB
import Testing

@testable import Record

private func completion(_ number: Int) -> Completion {
  Completion(
    of: DutyID("u\(number)/r"), day: Day(number: 19_886), people: number, recordedBy: "a",
    recordedAt: Instant(seconds: number))
}

/// Lends a record with something in it.
private func withRecord(_ body: (URL, String, PlanRecord) throws -> Void) throws {
  try withFolder { folder in
    let path = folder.appending(path: "muster.sqlite").path
    let record = try Record.openOrCreate(path, plan: "test")
    for number in 1...5 { try record.complete(completion(number)) }
    try body(folder, path, record)
  }
}

@Suite struct `A backup of a record` {
  @Test func `is one file that says what the record said, and comes back so`() throws {
    try withRecord { folder, _, record in
      let backup = folder.appending(path: "b.sqlite").path
      try record.backup(to: backup)
      try record.complete(completion(6))
      let home = folder.appending(path: "new")
      try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
      let target = home.appending(path: "muster.sqlite").path

      #expect(try Record.restore(from: backup, to: target) == "test")

      #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == ["muster.sqlite"])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
          .filter { $0.hasPrefix("b.") } == ["b.sqlite"])
      let restored = try #require(try Record.open(target, plan: "test"))
      #expect(try restored.standingCompletions().map(\.people) == [1, 2, 3, 4, 5])
      #expect(try restored.history().count == 5)
    }
  }

  @Test func `holds one moment of a record that others are writing`() async throws {
    let folder = URL.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "muster.sqlite").path
    _ = try Record.openOrCreate(path, plan: "test")
    try await withThrowingTaskGroup { group in
      for writer in 0..<3 {
        group.addTask {
          let record = try Record.openOrCreate(path, plan: "test")
          // Two rows of each transaction: a backup has both or none.
          for number in 0..<40 {
            _ = try record.complete(
              ["a", "b"].map {
                (
                  Completion(
                    of: DutyID("\(writer)-\(number)/\($0)"), day: Day(number: 19_886), people: 1,
                    recordedBy: "w", recordedAt: Instant(seconds: number)), []
                )
              })
          }
        }
      }
      group.addTask {
        let record = try Record.openOrCreate(path, plan: "test")
        var sizes: [Int] = []
        for round in 0..<10 {
          let backup = folder.appending(path: "b\(round)").path
          try record.backup(to: backup)
          let copy = try #require(try Record.open(backup, plan: "test"))
          let owners = Dictionary(grouping: try copy.standingCompletions(), by: \.duty.owner)
          #expect(owners.values.allSatisfy { $0.count == 2 })
          sizes.append(owners.count)
        }
        #expect(sizes == sizes.sorted())
      }
      try await group.waitForAll()
    }
  }

  @Test(arguments: [
    ("text", RecordFailure.Reason.notADatabase), ("foreign", .foreignDatabase),
    ("newer", .newerSchema), ("cut", .damaged),
  ])
  func `is refused where it is none, by its own name, and nothing is left`(
    case example: (what: String, reason: RecordFailure.Reason)
  ) throws {
    try withRecord { folder, _, record in
      let file = folder.appending(path: "b.sqlite")
      switch example.what {
      case "text": try Data(String(repeating: "id,name\n", count: 300).utf8).write(to: file)
      case "foreign":
        let other = try DatabaseQueue(path: file.path)
        try other.write { try $0.execute(sql: "CREATE TABLE theirs (a)") }
        try other.close()
      case "newer":
        try record.database.write {
          try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')")
        }
        try record.backup(to: file.path)
      default:
        try record.backup(to: file.path)
        var bytes = try Data(contentsOf: file)
        for index in 8192..<bytes.count { bytes[index] = 0xA5 }
        try bytes.write(to: file)
      }
      let target = folder.appending(path: "new.sqlite").path
      let failure = try #require(throws: RecordFailure.self) {
        _ = try Record.restore(from: file.path, to: target)
      }
      #expect(failure.reason == example.reason)
      #expect(failure.path == file.path)
      #expect(failure.kind == .badData)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(!left.contains { $0.hasPrefix("new.sqlite-") })
    }
  }

  @Test func `is not made of a damaged record`() throws {
    try withRecord { folder, path, record in
      try record.database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      // Where nobody looks who only opens it.
      let page = try #require(
        try record.database.read {
          try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'wish'")
        })
      try record.database.close()
      var bytes = try Data(contentsOf: URL(filePath: path))
      for index in (page - 1) * 4096..<page * 4096 { bytes[index] = 0xA5 }
      try bytes.write(to: URL(filePath: path))
      let damaged = try #require(try Record.open(path, plan: "test"))
      let failure = #expect(throws: RecordFailure.self) {
        try damaged.backup(to: folder.appending(path: "b.sqlite").path)
      }
      #expect(failure?.reason == .damaged)
      #expect(failure?.path == path)
    }
  }
}

@Suite struct `A record of an older Muster` {
  /// What each later migration added, taken away again.
  private static let steps = [
    "DROP TABLE given_id",
    """
    CREATE TABLE notice (id INTEGER PRIMARY KEY, name TEXT NOT NULL, about TEXT NOT NULL,
      revision INTEGER NOT NULL REFERENCES revision (number), sent_by TEXT NOT NULL,
      sent_at INTEGER NOT NULL) STRICT;
    INSERT INTO notice SELECT id, name, about, revision, told_by, told_at FROM told;
    DROP TABLE told; DROP TABLE answer; DROP TABLE wish; DROP TABLE submission_row;
    DROP TABLE submission; DROP TABLE withholding; DROP INDEX publication_by_instant;
    DROP INDEX attachment_by_hash;
    """,
    "ALTER TABLE duty DROP COLUMN partners",
    """
    DROP VIEW published_revision; DROP TABLE draft_end;
    ALTER TABLE revision DROP COLUMN is_draft;
    """,
    "DROP TABLE earlier_place",
    """
    ALTER TABLE revision DROP COLUMN pinned_unplaced;
    ALTER TABLE revision DROP COLUMN pinned_unplaced_bound;
    ALTER TABLE revision DROP COLUMN dropped;
    ALTER TABLE revision DROP COLUMN unevenness;
    """,
  ]

  private func fill(_ record: PlanRecord) throws {
    var revision = Revision(
      number: 0, base: nil, savedAt: 1, savedBy: "甲", seed: 1, now: 1, score: Score(),
      bound: Bound(unplaced: 0, cost: 0),
      plan: Plan(["u1/r": Placement(day: Day(number: 19_886), start: 540, venue: "square")]))
    revision.decisions = 1
    _ = try record.decide(
      [Decision(.cancel("u2/r"), reason: .storm, decidedBy: "甲", decidedAt: 1)],
      ifUnchangedSince: record.token())
    _ = try record.save(
      revision, files: [WorkspaceFile(path: "plan.yaml", bytes: Array("muster: 1".utf8))],
      roll: emptyRoll,
      publications: [
        Publication(
          key: Publication.Key(event: "u1/r", edition: .public), sequence: 3, created: 1,
          lastModified: 9, contentHash: "h", content: "{}")
      ], ifUnchangedSince: record.token())
    var done = completion(1)
    done.files = [EvidenceFile(name: "p.jpg", size: 1, hash: String(repeating: "a", count: 64))]
    try record.complete(done)
    _ = try record.withdraw(newestOf: "u1/r", by: "乙", at: 4)
    _ = try record.count { _ in
      [
        Count(
          counter: Counter(line: "l", unit: "u"), owner: "u1", day: Day(number: 19_886),
          amount: 7, recordedBy: "甲", recordedAt: 5)
      ]
    }
    try record.send([
      SentNotice(notice: "team/f", about: "x", revision: 1, sentBy: "甲", sentAt: 6)
    ])
  }

  @Test(arguments: 1...6)
  func `becomes today's, with history, revisions and publications as they were`(back: Int) throws {
    try withFolder { folder in
      let path = folder.appending(path: "muster.sqlite").path
      let before: (history: String, plan: Plan?, publications: [Publication.Key: Publication])
      do {
        let record = try Record.openOrCreate(path, plan: "test")
        try fill(record)
        before = (
          "\(try record.history())", try record.latestRevision()?.plan, try record.publications()
        )
        try record.database.writeWithoutTransaction { database in
          try database.execute(sql: "PRAGMA foreign_keys = OFF")
          for sql in Self.steps.prefix(back) { try database.execute(sql: sql) }
          try database.execute(
            sql: """
              DELETE FROM grdb_migrations WHERE rowid IN
                (SELECT rowid FROM grdb_migrations ORDER BY rowid DESC LIMIT \(back))
              """)
        }
        try record.database.close()
      }
      let record = try #require(try Record.open(path, plan: "test"))
      #expect("\(try record.history())" == before.history)
      #expect(try record.latestRevision()?.plan == before.plan)
      #expect(try record.publications() == before.publications)
      #expect(try record.history().count == 6)
      let copies = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.contains("before-") }
      #expect(copies.count == 1)
      try record.complete(completion(2))
    }
  }
}
