import Drills
import Foundation
import Office
import Record
import Reports
import Scheduling
import Testing
import Workspace

/// Saves a plan of the workspace as it is, without a search: what is asked for stands somewhere.
private func replan(_ office: Office, at instant: Instant = smallNow) throws {
  let (reading, program) = try office.workspace()
  let agenda = Agenda(program)
  let record = try #require(try office.record(of: program.id))
  let places = agenda.activities.elements.map { ($0.id, Placement(day: day(12), start: 540)) }
  let revision = Revision(
    number: 0, base: nil, savedAt: instant, savedBy: "甲", seed: 1, now: instant, score: Score(),
    bound: Bound(unplaced: 0, cost: 0), plan: Plan(Dictionary(uniqueKeysWithValues: places)))
  _ = try record.save(
    revision, files: reading.files, roll: { DutyRoll(agenda) }, publications: [],
    ifUnchangedSince: record.token())
}

/// The numbers of the row that begins with `name`.
private func numbers(_ table: Page.Table?, row name: String) -> [Int]? {
  table?.rows.first { $0.first?.text == name }.map { row in
    row.compactMap { if case .number(let number) = $0 { number } else { nil } }
  }
}

private func summary(_ books: Books) throws -> Page {
  SummaryReport(
    try books.view(), books.accounts, books.ledger(), to: books.today, of: nil,
    changes: try books.changes()
  ).page(in: .english)
}

private func weekly(_ books: Books, _ week: Day) throws -> Page {
  WeeklyReport(try books.view(), books.accounts, books.ledger(), week: week, of: nil)
    .page(in: .english)
}

@Suite struct `What was recorded and left the workspace` {
  @Test(arguments: [
    // The requirement is renamed, made for others, or goes.
    ("id: drill, name: 疏散演练", "id: exercise, name: 疏散演练", "疏散演练"),
    ("scenario: fire, for: {}", "scenario: fire, for: { kind: rural }", "疏散演练"),
    ("id: drill, name: 疏散演练, scenario: fire", "id: drill2, name: 新演练, scenario: flood", "疏散演练"),
  ])
  func `stays counted, listed, and can be corrected or taken back`(
    change: (old: String, new: String, name: String)
  ) throws {
    try withSmallOffice { office in
      try office.done("u1/drill") {
        $0.people = 100
        $0.partners = [Assignment("u2", 30)]
      }
      try edit(office, change.old, change.new)
      try replan(office)
      let books = try office.books(at: smallNow)
      let status = StatusReport(try books.view(), books.accounts)
      #expect(status.total.people == 130)
      #expect(status.byCommunity.first { $0.id == "u1" }?.tally.people == 100)
      #expect(status.byRequirement.first { $0.id == "drill" }?.tally.people == 130)
      #expect(status.byRequirement.first { $0.id == "drill" }?.name == change.name)
      #expect(status.left.map(\.id).contains("u1/drill"))
      let week = try weekly(books, day(5))
      #expect(numbers(week.tables.first, row: "total")?.prefix(4) == [1, 130, 1, 130])
      let tables = try summary(books).tables
      #expect(numbers(tables.first { $0.title == "By community" }, row: "甲社区")?.last == 100)
      let filling = FormFilling(
        of: nil, over: day(1)...day(30), on: day(20), in: books.program, from: books.ledger())
      #expect(filling.number(Counter(line: "evacuation-drill", unit: "sessions")) == 1)
      #expect(filling.number(Counter(line: "evacuation-drill", unit: "people")) == 130)

      try office.done("u1/drill") {
        $0.people = 90
        $0.days = day(5)...day(5)
        $0.isConfirmed = true
      }
      #expect(
        try office.undo("u1/drill", in: office.register(), by: "甲", at: smallNow).taken.people == 90
      )
      #expect(
        try office.undo("u1/drill", in: office.register(), by: "甲", at: smallNow).standing == nil)
      #expect(try office.recorded.completions.isEmpty)
    }
  }

  @Test func `keeps the name of whoever left, and no other's`() throws {
    try withSmallOffice { office in
      let books = try office.books(at: smallNow)
      _ = try books.record(CountRequest(of: "party", [Assignment("push.messages", 7)]), by: "甲")
      _ = try books.record(CountRequest(of: "v1", [Assignment("push.messages", 5)]), by: "甲")
      _ = try books.record(ProblemReport("门坏了", of: "v1", from: .resident), by: "甲")
      try office.done("v1/drill") { $0.people = 40 }
      try edit(office, "departments: [ { id: party, name: 党建办 } ]", "departments: []")
      let table = URL(filePath: office.folder).appending(path: "communities.csv")
      let rows = try String(contentsOf: table, encoding: .utf8)
      try Data(rows.replacing("v1,丙村,rural,500,\n", with: "").utf8).write(to: table)
      let venues = URL(filePath: office.folder).appending(path: "venues.csv")
      let places = try String(contentsOf: venues, encoding: .utf8)
      try Data(places.replacing("s3,丙广场,square,v1,400\n", with: "").utf8).write(to: venues)
      try replan(office)

      let left = try office.books(at: smallNow)
      #expect(left.program.name(ofOwner: "party") == "党建办")
      #expect(left.program.name(ofOwner: "v1") == "丙村")
      #expect(left.program.name(ofOwner: "nobody") == "nobody")
      let counter = Counter(line: "push", unit: "messages")
      let fillings = (left.program.ownersEver + [nil]).map {
        FormFilling(
          of: $0, over: day(1)...day(30), on: day(20), in: left.program, from: left.ledger())
      }
      #expect(fillings.last?.number(counter) == 12)
      #expect(fillings.dropLast().reduce(0) { $0 + $1.number(counter) } == 12)
      #expect(fillings.first { $0.name == "党建办" }?.number(counter) == 7)
      let status = StatusReport(try left.view(), left.accounts)
      #expect(status.byCommunity.first { $0.name == "丙村" }?.tally.people == 40)
      #expect(status.coverage.rows.map(\.community.id) == ["u1", "u2"])
      let text = StatusText(status, of: left.program, language: .chinese, style: .plain).lines()
      #expect(text.contains { $0.contains("丙村  门坏了") })
      // They are told of and asked for nothing: no sheet has a column for them.
      #expect(!CountSheet.form(try left.form("附件"), in: left, in: .chinese).contains("丙村"))
      #expect(throws: Refusal.self) {
        try left.record(CountRequest(of: "v1", [Assignment("push.messages", 1)]), by: "甲")
      }
    }
  }

  @Test func `is a campaign too, and a contest`() throws {
    try withSmallOffice { office in
      try office.done("u1/push") {
        $0.people = 6
        $0.days = day(3)...day(4)
        $0.counts = [Assignment("messages", 9)]
      }
      try office.done("u1/push") { $0.counts = [Assignment("messages", 2)] }
      let books = try office.books(at: smallNow)
      _ = try books.record(
        WorkEntry(for: "works", of: "u1", title: "画", medium: .picture, published: day(3)), by: "甲")
      try edit(office, "  - { id: push, name: 每日推送, for: {}, every: day, counts-as: push }\n", "")
      try edit(
        office,
        "  - { id: works, name: 作品征集, for: [ {}, departments ], made-since: 2023-01-01, stages: [街道, 区] }\n",
        "  - { id: other, name: 别的, for: {} }\n")
      try replan(office)
      let left = try office.books(at: smallNow)
      let week = try weekly(left, day(4))
      #expect(numbers(week.tables.first, row: "total")?.suffix(2) == [1, 6])
      let filling = FormFilling(
        of: "u1", over: day(1)...day(30), on: day(20), in: left.program, from: left.ledger())
      #expect(filling.number(Counter(line: "push", unit: "messages")) == 11)
      let status = StatusReport(try left.view(), left.accounts)
      #expect(status.contests.map(\.waiting) == [1, 0])
      _ = try left.record(StageOutcome(of: 1, stage: "街道", passed: true), by: "甲")
      #expect(
        try office.undo("u1/push", in: office.register(), by: "甲", at: smallNow).id == "u1/push")
    }
  }

  @Test func `is warned of by every plan`() async throws {
    try await withUnplannedOffice { (office: Office) async throws in
      try publish(in: office)
      try complete("u1/drill", on: 3, in: office)
      var planning = Planning(SearchOptions(timeLimitSeconds: 20), by: "甲")
      planning.isDryRun = true
      #expect(try await office.standing(at: morning).plan(planning).warnings == [])
      try edit(office, "id: drill, name: 疏散演练", "id: exercise, name: 疏散演练")
      let warnings = try await office.standing(at: morning).plan(planning).warnings
      #expect(warnings.contains(.heldHasLeft(["u1/drill"])))
      for language in Language.allCases {
        let text = Warning.heldHasLeft(["u1/drill"]).text(in: language, for: NoFront())
        #expect(text.contains("u1/drill"))
      }
    }
  }
}

private struct NoFront: Front {
  func name(of field: Field, in language: Language) -> String { field.rawValue }
  func setting(_ field: Field, to value: String, in language: Language) -> String { value }
  func name(of action: Action, in language: Language) -> String { "\(action)" }
}
