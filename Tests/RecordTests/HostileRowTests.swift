import Drills
import Foundation
import GRDB
import Testing

@testable import Record

/// A record with a row of every kind.
private func everything() throws -> PlanRecord {
  let record = try Record.inMemory(plan: "test")
  let day = Day(number: 19_886)
  let file = EvidenceFile(name: "p.jpg", size: 3, hash: String(repeating: "a", count: 64))
  let place = Placement(day: day, start: 540, venue: "square", teams: ["fire": "f1"])
  var closure = Closure()
  closure.dates = DaySet([day...day])
  closure.hours = [HourRange(start: 480, end: 600)]
  closure.kinds = [.rural]
  _ = try record.decide(
    [
      Decision(
        .move("u1/r", to: place, fields: [.day], overrides: [.team]), reason: .storm,
        decidedBy: "甲", decidedAt: 1),
      Decision(
        .block(closure, displaced: ["u1/r": day]), reason: .storm, decidedBy: "甲", decidedAt: 1),
      Decision(.undo(1), reason: nil, decidedBy: "甲", decidedAt: 1),
    ], ifUnchangedSince: record.token())
  var revision = Revision(
    number: 0, base: nil, savedAt: 1, savedBy: "甲", seed: 1, now: 1, score: Score(),
    bound: Bound(unplaced: 0, cost: 0), plan: Plan(["u1/r": place]), cancelled: ["u3/r"],
    fixed: ["u1/r": Fixing(reason: .pinned, fields: [.day], placement: place)], decisions: 3)
  revision.leftOut = ["u4/r"]
  revision.earlier = ["u1/r": .at(place)]
  _ = try record.save(
    revision, files: [WorkspaceFile(path: "plan.yaml", bytes: Array("muster: 1".utf8))],
    roll: emptyRoll,
    publications: [
      Publication(
        key: Publication.Key(event: "u1/r", edition: .public), sequence: 3, created: 1,
        lastModified: 9, contentHash: "h", content: "{}")
    ],
    seals: [
      Seal(
        activity: "u1/r", start: Moment(day: day, minute: 540),
        salt: String(repeating: "a", count: 32))
    ], ifUnchangedSince: record.token())
  var done = Completion(of: "u1/r", day: day, people: 3, recordedBy: "甲", recordedAt: 2)
  done.partners = [Completion.Partner(community: "u2", people: 4, activity: "u2/r")]
  done.counts = ["evacuation-drill.sessions": 1]
  done.mode = .tabletop
  done.start = 540
  done.minutes = 60
  done.evacuationSeconds = 100
  done.files = [file]
  let problem = Problem(
    text: "门", owner: "u1", source: .resident, foundOn: day, recordedBy: "甲", recordedAt: 2)
  _ = try record.complete(
    [(done, [problem])],
    under: Submission(key: "k", kind: .completion, digest: String(repeating: "a", count: 64)))
  done.duty = "u3/r"
  try record.complete(done)
  _ = try record.withdraw(newestOf: "u3/r", by: "甲", at: 3)
  _ = try record.count { _ in
    [
      Count(
        counter: Counter(line: "boards", unit: "n"), owner: "u1", day: day, amount: 4,
        recordedBy: "甲", recordedAt: 3)
    ]
  }
  _ = try record.mend(1, Problem.Mending(day: day, recordedBy: "甲", recordedAt: 4))
  var work = Work(
    campaign: "w", owner: "u1", title: "画", medium: .picture, published: day, recordedBy: "甲",
    recordedAt: 4)
  work.files = [file]
  _ = try record.enter(work)
  _ = try record.judge(1) { _ in
    Work.Outcome(stage: "区", passed: true, day: day, recordedBy: "甲", recordedAt: 5)
  }
  _ = try record.retract(.count, 1, by: "甲", at: 6)
  _ = try record.reveal(
    Reveal(
      activity: "u1/r", start: Moment(day: day, minute: 540), revealedBy: "甲", revealedAt: 6))
  try record.send([SentNotice(notice: "team/f", about: "", revision: 1, sentBy: "甲", sentAt: 6)])
  _ = try record.wish(
    Wish(.anotherTime("u1/r", day, 540), words: "", wishedBy: "甲", wishedAt: 6))
  _ = try record.wish(
    Wish(.cannotCome("f1", day...day), words: "", wishedBy: "甲", wishedAt: 6))
  _ = try record.answer(1, Wish.Answer(isGranted: false, answeredBy: "甲", answeredAt: 7))
  _ = try record.withhold(
    Withholding(hash: file.hash, words: "", withheldBy: "甲", withheldAt: 7))
  return record
}

/// Everything that anybody reads of a record.
private func readAll(_ record: PlanRecord) throws {
  _ = try record.history()
  let accounts = try record.accounts()
  _ = accounts.completionLists
  // Whatever is believed must add up.
  _ = accounts.completions.reduce(0) { $0 + $1.everybody }
  _ = accounts.counts.reduce(0) { $0 + $1.amount }
  _ = "\(accounts)"
  let revision = try record.latestRevision()
  _ = revision?.score.cost
  _ = "\(revision as Any)"
  for number in [1, 2] { _ = try record.files(of: number) }
  _ = try record.publications()
  _ = try record.seals()
  _ = try record.reveals()
  _ = try record.decisions()
  _ = try record.newestDecision(of: 1)
  _ = try record.sentNotices()
  _ = try record.wishes()
  _ = try record.evidence()
  _ = try record.steps()
  _ = try record.everPlaced()
  _ = try record.newestInstant()
  _ = try record.newestPublicationInstant()
  _ = try record.submitted(under: "k")
  _ = try record.token()
  if let register = try record.register(orFrom: { _, _ in emptyRoll() }) {
    _ = try register.duties(containing: "")
    _ = try register.dutiesLeft(containing: "u")
    _ = try register.ids()
    _ = try register.communities()
    _ = try register.party("u1")
    _ = try register.seats("square")
    _ = try register.placement(of: "u1/r")
    _ = try register.isCancelled("u3/r")
    _ = try register.completion(of: "u1/r")
  }
}

@Suite struct `A row that says what cannot be` {
  private static let numbers = [
    "9223372036854775807", "-9223372036854775807", "-1", "2147483648", "1e300", "NULL", "'text'",
  ]
  private static let texts = [
    "''", "CAST(x'610062' AS TEXT)", "CAST(x'ff' AS TEXT)", "'nonsense'", "char(27, 8238)",
    "'../../../../../../../../../../../../../../../../../../../../../etc'", "NULL", "17",
    "'{\"day\":99999999999,\"start\":-5,\"teams\":{},\"fields\":[],\"overrides\":[]}'",
    "replace(hex(zeroblob(2000)), '0', 'x')",
  ]

  @Test func `ends no program, in any column of any table, and is called damage`() throws {
    let base = try everything()
    try readAll(base)
    let columns = try base.database.read { database in
      try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
      ).filter { !["meta", "grdb_migrations"].contains($0) }.flatMap { table in
        try database.columns(in: table).map { (table: table, name: $0.name, type: $0.type) }
      }
    }
    var tried = 0
    // Of each column some values, of each value some columns; all where there is time.
    let step = ProcessInfo.processInfo.environment["MUSTER_HOSTILE"] == nil ? 7 : 1
    var refused: [String: Int] = [:]
    for (index, column) in columns.enumerated() {
      let values = column.type == "TEXT" ? Self.texts : Self.numbers
      for (place, value) in values.enumerated() where (place + index).isMultiple(of: step) {
        let copy = try DatabaseQueue(configuration: Record.configuration)
        try base.database.backup(to: copy)
        guard try spoil(copy, column.table, column.name, value) else { continue }
        tried += 1
        let record = PlanRecord(database: copy, path: "record")
        do {
          try readAll(record)
        } catch let failure as RecordFailure {
          refused[column.table, default: 0] += 1
          #expect(failure.kind == .badData, "\(column) \(value): \(failure)")
          #expect(!failure.text(in: .chinese).isEmpty)
        } catch {
          Issue.record("\(column) \(value): \(error)")
        }
      }
    }
    #expect(tried > (step == 1 ? 500 : 80), "\(tried)")
    // Every table that is read is held to what it may say.
    let silent = Set(columns.map(\.table)).subtracting(refused.keys)
    if step == 1 { #expect(silent == ["revision_roll"], "\(silent)") }
    #expect(refused.count > 15, "\(silent)")
  }

  /// Writes past triggers and checks, as any editor of SQLite files can.
  ///
  /// - Returns: Whether SQLite took it.
  private func spoil(
    _ database: DatabaseQueue, _ table: String, _ column: String, _ value: String
  ) throws -> Bool {
    try database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      let triggers = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
        arguments: [table])
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \"\(trigger)\"") }
      do {
        try database.execute(sql: "UPDATE \(table) SET \(column) = \(value)")
      } catch {
        return false
      }
      return database.changesCount > 0
    }
  }

  @Test(arguments: [
    ("completion", "day", "99999999999", RowKind.completion, "1", "99999999999"),
    ("completion", "people", "-5", .completion, "1", "-5"),
    ("completion", "mode", "'flying'", .completion, "1", "flying"),
    ("problem", "source", "'moon'", .problem, "1", "moon"),
    ("decision", "verb", "'fly'", .decision, "1", "fly"),
    ("placement", "start", "1441", .placement, "u1/r", "1441"),
    ("publication", "sequence", "-1", .publication, "1", "-1"),
  ])
  func `is named with its row and its value`(
    example: (
      table: String, column: String, value: String, kind: RowKind, row: String, shown: String
    )
  ) throws {
    let record = try everything()
    _ = try spoil(record.database, example.table, example.column, example.value)
    let failure = #expect(throws: RecordFailure.self) { try readAll(record) }
    #expect(failure?.reason == .damagedRow(example.kind, example.row, value: example.shown))
    for language in Language.allCases {
      let text = failure?.text(in: language) ?? ""
      #expect(text.contains(example.row) && text.contains(example.shown))
    }
  }

  @Test func `where Muster 1.0 took any number is cut, and adds up`() throws {
    let record = try everything()
    _ = try spoil(record.database, "completion", "people", "9223372036854775807")
    _ = try spoil(record.database, "completion", "minutes", "9223372036854775807")
    _ = try spoil(record.database, "count", "amount", "-9223372036854775807")
    try readAll(record)
    #expect(try record.accounts().completions.map(\.people) == [Count.most])
  }
}
