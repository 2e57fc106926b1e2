import Drills
import Foundation
import GRDB
import Testing

@testable import Record

private func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("no such day: \(text)") }
  return day
}

private func completion(_ activity: DutyID, people: Int, at instant: Instant = 0) -> Completion {
  Completion(
    of: activity, day: day("2024-06-12"), people: people, recordedBy: "a", recordedAt: instant
  )
}

private func revision() -> Revision {
  var score = Score()
  score.unplaced = 100
  score.placement = 5
  score.moved = 8
  score.pinnedUnplaced = 50
  score.dropped = 24
  score.unevenness = 3
  let placement = Placement(
    day: day("2024-06-12"), start: 540, venue: "square", teams: ["fire": "f1", "消防": "f2"])
  var revision = Revision(
    number: 0, base: nil, savedAt: 10, savedBy: "办公室", seed: .max, now: 9, score: score,
    bound: Bound(pinnedUnplaced: 40, unplaced: 0, cost: 12),
    plan: Plan(["u1/r": placement, "u2/r": Placement(day: day("2024-06-13"), start: 0)]),
    cancelled: ["u3/r"],
    fixed: ["u1/r": Fixing(reason: .pinned, fields: [.day, .teams], placement: placement)])
  revision.leftOut = ["u4/r", "u5/r"]
  revision.earlier = ["u1/r": .unplaced, "u4/r": .at(placement)]
  return revision
}

private let files = [
  WorkspaceFile(path: "../holidays/cn.ics", bytes: []),
  WorkspaceFile(path: "plan.yaml", bytes: Array("muster: 1\n方案".utf8)),
]

/// The roll of a workspace that asks for nothing.
func emptyRoll() -> DutyRoll { DutyRoll(Agenda(program())) }

@Suite struct `A record` {
  @Test func `gives back the plan that it was given, with the workspace as it was`() throws {
    let record = try Record.inMemory(plan: "test")
    var expected = revision()
    expected.number = 1

    let saved = try record.save(
      revision(), files: files, roll: emptyRoll, publications: [],
      ifUnchangedSince: try record.token())

    for found in [saved, try record.latestRevision(), try record.revision(1)] {
      let found = try #require(found)
      #expect(found.number == 1)
      #expect(found.plan == expected.plan)
      #expect(found.cancelled == expected.cancelled)
      #expect(found.fixed == expected.fixed)
      #expect(found.score == expected.score)
      #expect(found.bound == expected.bound)
      #expect(found.seed == .max)
      #expect(found.savedBy == "办公室")
    }
    #expect(try record.files(of: 1) == files)
    #expect(try record.revision(2) == nil)
  }

  @Test func `keeps every revision and each content once`() throws {
    let record = try Record.inMemory(plan: "test")
    for number in 1...3 {
      let saved = try record.save(
        revision(), files: files, roll: emptyRoll, publications: [],
        ifUnchangedSince: try record.token())
      #expect(saved?.number == number)
    }
    #expect(try record.latestRevision()?.number == 3)
    #expect(try record.files(of: 2) == files)
    let contents = try record.database.read {
      try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM content")
    }
    #expect(contents == 2)
  }

  @Test func `gives up saving a plan when something was recorded meanwhile`() throws {
    let record = try Record.inMemory(plan: "test")
    let token = try record.token()
    try record.complete(completion("u1/r", people: 3))
    #expect(
      try record.save(
        revision(), files: files, roll: emptyRoll, publications: [], ifUnchangedSince: token)
        == nil)
    #expect(try record.latestRevision() == nil)
  }

  @Test(arguments: 1...30)
  func `holds what a plain list would hold`(seed: Int) throws {
    let record = try Record.inMemory(plan: "test")
    var model: [Completion] = []
    var state = UInt64(seed)
    func draw(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for step in 0..<60 {
      let activity = DutyID("u\(draw(4))/r")
      if draw(3) > 0 {
        var new = completion(activity, people: draw(100), at: Instant(seconds: step))
        new.counts = draw(2) == 0 ? [:] : ["boards": draw(9), "line.unit": 1]
        new.mode = draw(2) == 0 ? nil : .tabletop
        new.evacuationSeconds = draw(2) == 0 ? nil : draw(600)
        new.isLate = draw(2) == 0
        switch try record.complete(new) {
        case .appended(let number):
          new.number = number
          model.append(new)
        case .standsAlready(let standing):
          #expect(standing == model.last { $0.duty == activity })
          #expect(standing.people == new.people && standing.counts == new.counts)
        }
      } else {
        let taken = try record.withdraw(newestOf: activity, by: "b", at: Instant(seconds: step))
        let index = model.lastIndex { $0.duty == activity }
        #expect(taken == index.map { model[$0] })
        if let index { model.remove(at: index) }
      }
    }
    #expect(try record.standingCompletions() == model)
  }

  @Test func `knows what subscribers were last told`() throws {
    let record = try Record.inMemory(plan: "test")
    let key = Publication.Key(event: "u1/r", edition: .public)
    func publication(_ sequence: Int) -> Publication {
      Publication(
        key: key, sequence: sequence, created: 1, lastModified: Instant(seconds: sequence + 1),
        contentHash: "\(sequence)", content: "{}")
    }
    try record.append([publication(0), publication(1)])
    _ = try record.save(
      revision(), files: files, roll: emptyRoll, publications: [publication(2)],
      ifUnchangedSince: try record.token())
    #expect(try record.publications() == [key: publication(2)])
  }

  @Test func `keeps the newest seal of each hidden hour`() throws {
    let record = try Record.inMemory(plan: "test")
    let seals = [540, 600].map {
      Seal(
        activity: "u1/r", start: Moment(day: day("2024-06-12"), minute: $0),
        salt: String(repeating: "a", count: 32))
    }
    for seal in seals {
      _ = try record.save(
        revision(), files: files, roll: emptyRoll, publications: [], seals: [seal],
        ifUnchangedSince: try record.token())
    }
    #expect(try record.seals() == ["u1/r": seals[1]])
  }

  @Test(arguments: [
    "UPDATE completion SET people = 1", "DELETE FROM completion", "DELETE FROM meta",
  ])
  func `is appended to and never edited`(sql: String) throws {
    let record = try Record.inMemory(plan: "test")
    try record.complete(completion("u1/r", people: 3))
    #expect(throws: DatabaseError.self) {
      try record.database.write { try $0.execute(sql: sql) }
    }
    #expect(try record.standingCompletions().map(\.people) == [3])
  }

  @Test func `is one file that outlives the program, written through to the disk`() throws {
    try withFolder { folder in
      let path = folder.appending(path: "muster.sqlite").path
      #expect(try Record.open(path, plan: "test") == nil)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
      do {
        let record = try Record.openOrCreate(path, plan: "test")
        try record.complete(completion("u1/r", people: 3))
        let settings = try record.database.read {
          (
            try String.fetchOne($0, sql: "PRAGMA journal_mode"),
            try Int.fetchOne($0, sql: "PRAGMA synchronous"),
            try Int.fetchOne($0, sql: "PRAGMA foreign_keys")
          )
        }
        #expect(settings == ("wal", 2, 1))
      }
      let again = try #require(try Record.open(path, plan: "test"))
      #expect(try again.standingCompletions().map(\.people) == [3])
    }
  }

  @Test func `loses nothing when several write at once`() async throws {
    let folder = URL.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "muster.sqlite").path
    try await withThrowingTaskGroup { group in
      for writer in 0..<8 {
        group.addTask {
          let record = try Record.openOrCreate(path, plan: "test")
          for number in 0..<10 {
            try record.complete(completion(DutyID("u\(writer)/\(number)"), people: writer))
          }
        }
      }
      try await group.waitForAll()
    }
    let record = try Record.openOrCreate(path, plan: "test")
    #expect(Set(try record.standingCompletions().map(\.duty)).count == 80)
  }
}

@Suite struct `A record that cannot be used` {
  private func error(_ prepare: (String) throws -> Void) throws -> RecordFailure {
    try withFolder { folder in
      let path = folder.appending(path: "muster.sqlite").path
      try prepare(path)
      return try #require(throws: RecordFailure.self) {
        try Record.openOrCreate(path, plan: "test")
      }
    }
  }

  @Test func `belongs to another plan`() throws {
    let error = try error { _ = try Record.openOrCreate($0, plan: "other") }
    #expect(error.reason == .foreignPlan("other", expected: "test"))
    #expect(error.kind == .badData)
    #expect(error.text(in: .chinese).contains("other"))
  }

  @Test func `is another program's database`() throws {
    let error = try error { path in
      let database = try DatabaseQueue(path: path)
      try database.write { try $0.execute(sql: "CREATE TABLE theirs (a)") }
      try database.close()
    }
    #expect(error.reason == .foreignDatabase)
  }

  @Test func `is no database`() throws {
    let text = Data(String(repeating: "id,name\n", count: 300).utf8)
    let error = try error { try text.write(to: URL(filePath: $0)) }
    #expect(error.reason == .notADatabase)
  }

  @Test func `is a folder`() throws {
    let error = try error {
      try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: false)
    }
    #expect(error.reason == .notADatabase)
  }

  @Test func `is newer than the program`() throws {
    let error = try error { path in
      let record = try Record.openOrCreate(path, plan: "test")
      try record.database.write {
        try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')")
      }
    }
    #expect(error.reason == .newerSchema)
  }

  @Test func `is damaged, and stays as it was`() throws {
    try withFolder { folder in
      let file = folder.appending(path: "muster.sqlite")
      do {
        let record = try Record.openOrCreate(file.path, plan: "test")
        _ = try record.save(
          revision(), files: files, roll: emptyRoll, publications: [],
          ifUnchangedSince: try record.token())
        try record.database.writeWithoutTransaction { database in
          _ = try database.checkpoint(.truncate)
        }
        try record.database.close()
      }
      var bytes = try Data(contentsOf: file)
      for index in 4096..<bytes.count { bytes[index] = 0xA5 }
      try bytes.write(to: file)
      let error = try #require(throws: RecordFailure.self) {
        _ = try Record.openOrCreate(file.path, plan: "test").latestRevision()
      }
      #expect(error.reason == .damaged)
      #expect(try Data(contentsOf: file) == bytes)
    }
  }
}
