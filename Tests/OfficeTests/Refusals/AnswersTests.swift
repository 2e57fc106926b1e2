import Drills
import Foundation
import Office
import Record
import Reports
import Testing

@testable import Feeds

/// What an office did, told to a person: a story of a month, in both languages.
@Suite struct `What was done` {
  @Test(arguments: [Language.english, .chinese])
  func `is told in words`(language: Language) throws {
    var story: [String] = []
    try withSmallOffice { office in
      story += try completions(in: office, language) + accounts(in: office, language)
      story += try keeping(of: office, language)
      story = story.map { $0.replacing(office.folder, with: "FOLDER") }
    }
    try expectGolden(story.joined(separator: "\n") + "\n", "answers.\(language.rawValue).txt")
  }

  private func completions(in office: Office, _ language: Language) throws -> [String] {
    let photo = try office.write("photo", to: "现场.jpg")
    var lines: [String] = []
    for people in [20, 20, 25] {
      lines += try office.done("u1/drill") { $0.people = people }.lines(in: language)
    }
    lines += try office.done("u2/drill") {
      $0.people = 30
      $0.days = day(6)...day(6)
      $0.partners = [Assignment("v1", 8)]
      $0.counts = [Assignment("sessions", 1)]
      $0.problems = ["常闭门损坏"]
      $0.files = [photo]
    }.lines(in: language)
    lines += try office.done("u1/weekly/2024-06-13") { $0.files = [photo] }.lines(in: language)
    lines += try office.done("u1/push") {
      $0.days = day(7)...day(13)
      $0.people = 3
    }.lines(in: language)
    let register = try office.register()
    for _ in 1...2 {
      lines.append(
        try office.undo("u1/drill", in: register, by: "乙", at: smallNow).text(in: language))
    }
    let sheet = try DoneSheet(
      path: office.write("编号,人数\nu1/drill,20\nv1/weekly/2024-06-13,\n", to: "done.csv"))
    let rows = try office.record(sheet, in: office.register(), by: "甲", at: smallNow)
    return lines + rows.wanting.flatMap { $0.lines(in: language) } + [rows.text(in: language)]
  }

  private func accounts(in office: Office, _ language: Language) throws -> [String] {
    let books = try office.begunBooks(at: smallNow)
    var request = CountRequest(of: "u1", [Assignment("push.messages", 5)])
    request.day = day(14)
    var lines = try books.record(request, by: "甲").map { books.text(of: $0, in: language) }
    let path = try office.write("计数项,甲社区\npush.messages,3\n", to: "count.csv")
    let sheet = try CountSheet(path: path, in: books)
    var terms = Books.SheetTerms()
    terms.day = day(15)
    terms.areTotals = true
    terms.isConfirmed = true
    let appended = try books.record(sheet, terms, by: "甲")
    lines.append(sheet.text(recorded: appended.count, terms, in: language))
    lines += appended.map { books.lowering($0, in: language) }
    let number = try books.record(ProblemReport("堆物", of: "u1", from: .resident), by: "甲")
    let (problem, mended) = try office.books(at: smallNow).record(MendingReport(number), by: "甲")
    lines.append(problem.text(mendedOn: mended, in: language))
    let entry = WorkEntry(
      for: "works", of: "u1", title: "生命通道", medium: .video, published: day(5))
    let (work, stage) = try books.record(entry, by: "甲")
    lines.append(entry.text(recorded: work, before: stage, in: language))
    let judged = try office.books(at: smallNow).record(
      StageOutcome(of: work, stage: stage, passed: true), by: "甲")
    lines.append(judged.text(of: stage, passed: true, in: language))
    return lines + [Retractable.count.retracted(1, in: language)]
  }

  private func keeping(of office: Office, _ language: Language) throws -> [String] {
    let other = URL.temporaryDirectory.appending(path: "answers-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: other) }
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    try office.publish(office.register(), at: smallNow) { _ in }
    let path = other.appending(path: "b.sqlite").path
    let backup = try office.backup(to: path)
    var lines = backup.lines(to: "b.sqlite", in: language)
    let new = Office(folder: other.appending(path: "new").path)
    let restored = try new.restore(from: path, at: smallNow)
    lines += restored.lines(in: "new", language)
    lines += restored.warnings(in: language, for: Plain())
    lines += [restored.evidence.lost(in: language)].compactMap(\.self)
    let hash = try #require(backup.evidence.first?.file.hash)
    lines.append(
      try office.withhold(hash, because: "不宜公开", by: "甲", at: smallNow).text(in: language))
    lines += try office.keptEvidence().map { $0.text(in: language) }
    return lines
  }
}

@Suite struct `A choice of feeds` {
  private static let feeds: [FeedFile] = [
    FeedID(.all), FeedID(.areas, "a1"), FeedID(.communities, "u1"), FeedID(.communities, "u2"),
    FeedID(.teams, "fire"), FeedID(.venues, "s1"), .organizer,
  ].flatMap { id in
    [FeedFile.Edition.public, .private].map {
      FeedFile(
        id: id, bytes: [], edition: $0, name: id.kind?.rawValue ?? "", events: 0, lastModified: nil,
        address: $0 == .public ? "https://x/\(id.path(in: $0))" : nil)
    }
  }

  private func chosen(_ fill: (inout FeedChoice) -> Void) throws -> [FeedID] {
    var choice = FeedChoice(.private)
    fill(&choice)
    let files = try choice.chosen(from: Self.feeds)
    #expect(files.allSatisfy { $0.edition == .private })
    return files.map(\.id)
  }

  @Test func `is all of an edition without a name, else those that are named`() throws {
    #expect(try chosen { _ in }.count == 7)
    #expect(try chosen { $0.all = true }.count == 7)
    #expect(
      try chosen {
        $0.all = true
        $0.teams = ["fire"]
      }.count == 7)
    #expect(try chosen { $0.organizer = true } == [.organizer])
    #expect(
      try chosen {
        $0.areas = ["a1"]
        $0.communities = ["u2"]
        $0.venues = ["s1"]
        $0.teams = ["fire"]
      } == [
        FeedID(.areas, "a1"), FeedID(.communities, "u2"), FeedID(.teams, "fire"),
        FeedID(.venues, "s1"),
      ])
  }

  @Test func `says what there is of that kind`() {
    let choices = ["u1", "u2"].map { NamingReason.Choice(id: $0, name: "communities") }
    #expect(
      throws: Refusal.naming(.noSuchFeed("communities/u3.ics", among: choices))
    ) { try chosen { $0.communities = ["u3"] } }
  }

  @Test func `is listed for a person and for programs`() throws {
    let zone = try #require(Zone("Asia/Shanghai"))
    let list = FeedList(
      Array(Self.feeds.prefix(2)), in: zone, workspace: URL(filePath: "/w/baita"))
    #expect(
      list.table(in: .english).lines(style: .plain) == [
        "feed  events  changed  address", "all        0  –        https://x/all.ics",
        "all        0  –        /w/baita/feeds-private/all.ics",
      ])
  }
}

@Suite struct `A workspace to begin with` {
  private func begun(at instant: Instant, _ body: (Office) throws -> Void) throws {
    let folder = URL.temporaryDirectory.appending(path: "begin-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let office = Office(folder: folder.path)
    try office.begin(at: instant)
    try body(office)
  }

  @Test(arguments: [
    (1_718_841_600, 2024), (1_719_763_199, 2024), (1_719_763_200, 2025),
  ])
  func `is for the next June, by China's clocks`(seconds: Int, year: Int) throws {
    try begun(at: Instant(seconds: seconds)) { office in
      let period = try office.workspace().program.period
      #expect(period.lowerBound.components.year == year)
      #expect(period.lowerBound.components.month == 6)
    }
  }

  @Test func `takes no file's place, and names each that is in the way`() throws {
    try begun(at: smallNow) { office in
      let plan = URL(filePath: office.folder).appending(path: "plan.yaml")
      for name in ["communities.csv", "venues.csv"] {
        try FileManager.default.removeItem(
          at: URL(filePath: office.folder).appending(path: name))
      }
      try Data("mine".utf8).write(to: plan)
      let refusal = #expect(throws: Refusal.self) { try office.begin(at: smallNow) }
      guard case .publishing(.placeIsTaken(_, by: let names)) = refusal?.reason else {
        Issue.record("it is \(String(describing: refusal))")
        return
      }
      #expect(names == ["plan.yaml", "teams.csv", "plan.schema.json"])
      #expect(try Data(contentsOf: plan) == Data("mine".utf8))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: office.folder).sorted()
          == ["plan.schema.json", "plan.yaml", "teams.csv"])
    }
  }

  @Test func `is none of the folders that the office owns`() throws {
    try withSmallOffice { office in
      let folder = URL(filePath: office.folder).appending(path: "feeds").path
      #expect(throws: Refusal.self) {
        try OutputFolder(folder, of: office).write([1], to: "a.txt")
      }
      let out = URL(filePath: office.folder).appending(path: "out")
      try OutputFolder(out.path, of: office).write([1], to: "b/a.txt")
      #expect(try Data(contentsOf: out.appending(path: "b/a.txt")) == Data([1]))
    }
  }
}
