import Drills
import Foundation
import Office
import Record
import Reports
import Testing

/// Every feed below a folder, by its path.
private func feeds(in folder: String) throws -> [String: Data] {
  var feeds: [String: Data] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
  where path.hasPrefix("feeds") && path.hasSuffix(".ics") {
    feeds[path] = try Data(contentsOf: URL(filePath: folder).appending(path: path))
  }
  return feeds
}

/// Lends the small office with something done, its feeds written, and a path for a backup.
private func withRecordedOffice(_ body: (Office, String, URL) throws -> Void) throws {
  try withSmallOffice { office in
    let other = URL.temporaryDirectory.appending(path: "backup-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: other) }
    // A plan's hidden hours are sealed when it is saved.
    let record = try #require(try office.record(of: "small"))
    let revision = try #require(try record.latestRevision())
    let agenda = Agenda(try office.workspace().program)
    let seal = Seal(
      activity: "organizer/sealed", start: Moment(day: day(21), minute: 540),
      salt: String(repeating: "a", count: 32))
    _ = try record.save(
      revision, files: record.files(of: 1), roll: { DutyRoll(agenda) }, publications: [],
      seals: [seal], ifUnchangedSince: record.token())
    let photo = try office.write("照片", to: "现场.jpg")
    try office.done("u1/drill") {
      $0.people = 90
      $0.files = [photo]
    }
    try office.publish(office.register(), at: smallNow) { _ in }
    try body(office, other.appending(path: "b.sqlite").path, other)
  }
}

private func told(_ office: Office) throws -> String { "\(try office.history().events)" }

@Suite struct `A backup` {
  @Test func `brought into an empty folder gives history, revision, workspace and feeds again`()
    throws
  {
    try withRecordedOffice { office, path, other in
      let backup = try office.backup(to: path)
      #expect(backup.revision == 2)
      #expect(backup.evidence.map(\.state) == [.present])
      #expect(backup.evidence.map(\.file.name) == ["现场.jpg"])

      let new = Office(folder: other.appending(path: "new").path)
      let restored = try new.restore(from: path, at: smallNow)

      #expect(restored.plan == "small")
      #expect(restored.revision == 2)
      #expect(restored.evidence.map(\.state) == [.missing])
      #expect(restored.workspaceFiles.contains("plan.yaml"))
      #expect(restored.outside.isEmpty && restored.feeds == nil)
      #expect(try told(new) == told(office))
      #expect(
        try new.standing(at: smallNow).newest?.revision.plan
          == office.standing(at: smallNow).newest?.revision.plan)
      #expect(try !new.standing(at: smallNow).isWorkspaceNewer)
      let before = try feeds(in: office.folder)
      #expect(before.count > 10)
      #expect(try feeds(in: new.folder) == before)
      try new.done("u2/drill") { $0.people = 10 }
    }
  }

  @Test func `comes back into its own workspace where the record is gone, and nowhere else`() throws
  {
    try withRecordedOffice { office, path, other in
      _ = try office.backup(to: path)
      #expect(
        throws: Refusal.publishing(.placeIsTaken(office.folder, by: ["muster.sqlite"]))
      ) { try office.restore(from: path, at: smallNow) }
      let before = try told(office)

      try FileManager.default.removeItem(atPath: office.folder + "/muster.sqlite")
      for end in ["-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: office.folder + "/muster.sqlite" + end)
      }
      let restored = try office.restore(from: path, at: smallNow)
      #expect(restored.workspaceFiles.isEmpty)
      #expect(restored.evidence.map(\.state) == [.present])
      #expect(try told(office) == before)

      let strange = other.appending(path: "strange")
      try FileManager.default.createDirectory(at: strange, withIntermediateDirectories: true)
      try Data().write(to: strange.appending(path: "notes.txt"))
      #expect(throws: Refusal.publishing(.placeIsTaken(strange.path, by: ["notes.txt"]))) {
        try Office(folder: strange.path).restore(from: path, at: smallNow)
      }
      try Data("muster: 1\nid: another\n".utf8).write(to: strange.appending(path: "plan.yaml"))
      let another = Refusal.publishing(
        .anotherWorkspace(strange.path, plan: "another", backup: "small"))
      #expect(throws: another) {
        try Office(folder: strange.path).restore(from: path, at: smallNow)
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: strange.path).sorted() == [
          "notes.txt", "plan.yaml",
        ])
    }
  }

  @Test func `never replaces a file, nor lies where the office keeps its own`() throws {
    try withRecordedOffice { office, path, _ in
      try Data("mine".utf8).write(to: URL(filePath: path))
      #expect(throws: Refusal.publishing(.exists(path))) { try office.backup(to: path) }
      #expect(try Data(contentsOf: URL(filePath: path)) == Data("mine".utf8))
      for name in ["muster.sqlite", "muster.sqlite-wal", "plan.yaml", "evidence/b", "feeds/b.ics"] {
        let own = office.folder + "/" + name
        #expect(throws: Refusal.publishing(.isOwned(own))) { try office.backup(to: own) }
      }
    }
  }

  @Test func `of files outside the folder writes none of them`() throws {
    try withRecordedOffice { office, path, other in
      let record = try #require(try office.record(of: "small"))
      let revision = try #require(try record.latestRevision())
      let files =
        try record.files(of: 1) + [
          WorkspaceFile(path: "../holidays.ics", bytes: [1]),
          WorkspaceFile(path: "/tmp/x/../../evil", bytes: [1]),
        ]
      let agenda = Agenda(try office.workspace().program)
      _ = try record.save(
        revision, files: files, roll: { DutyRoll(agenda) },
        publications: [], ifUnchangedSince: record.token())
      _ = try office.backup(to: path)
      let new = Office(folder: other.appending(path: "a/new").path)
      let restored = try new.restore(from: path, at: smallNow)
      #expect(restored.outside.sorted() == ["../holidays.ics", "/tmp/x/../../evil"])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: other.path + "/a") == ["new"])
    }
  }

  @Test func `is not one that is not there, or no record`() throws {
    try withSmallOffice { office in
      let new = Office(folder: office.folder + "-new")
      defer { try? FileManager.default.removeItem(atPath: new.folder) }
      let missing = office.folder + "/none.sqlite"
      #expect(throws: Refusal.recording(.noSuchFile(missing))) {
        try new.restore(from: missing, at: smallNow)
      }
      let text = try office.write(String(repeating: "text\n", count: 200), to: "text.sqlite")
      let refusal = #expect(throws: Refusal.self) { try new.restore(from: text, at: smallNow) }
      #expect(refusal?.kind == .badData)
      let left = try? FileManager.default.contentsOfDirectory(atPath: new.folder)
      #expect(left ?? [] == [])
    }
  }
}

@Suite struct `Evidence that is withheld` {
  @Test func `is gone, and leaves through nothing afterwards`() throws {
    try withRecordedOffice { office, path, other in
      let file = try #require(try office.keptEvidence().first?.file)
      let kept = URL(filePath: office.folder).appending(path: "evidence/\(file.hash)")
      #expect(FileManager.default.fileExists(atPath: kept.path))

      let withholding = try office.withhold(
        String(file.hash.prefix(8)), because: "儿童", by: "乙", at: smallNow)

      #expect(withholding.hash == file.hash)
      #expect(!FileManager.default.fileExists(atPath: kept.path))
      #expect(try office.keptEvidence().map(\.state) == [.withheld])
      let books = try office.books(at: smallNow)
      let items = [WeeklyEvidence(books)].flatMap(\.items)
      #expect(items.count == 1)
      #expect(try office.evidence.copy(items, to: other.appending(path: "out").path) == 0)
      #expect(try !told(office).contains("现场"))
      // The same picture is not taken again, and the same command makes sure.
      let photo = office.folder + "/现场.jpg"
      #expect(throws: Refusal.recording(.evidenceIsWithheld("现场.jpg"))) {
        try office.done("u2/drill") {
          $0.people = 10
          $0.files = [photo]
        }
      }
      #expect(!FileManager.default.fileExists(atPath: kept.path))
      try Data("again".utf8).write(to: kept)
      _ = try office.withhold(file.hash, because: "", by: "丙", at: smallNow + 5)
      #expect(!FileManager.default.fileExists(atPath: kept.path))
      #expect(try office.recorded.completions.flatMap(\.files).map(\.isWithheld) == [true])
    }
  }

  @Test func `is named by its hash, which must be there`() throws {
    try withRecordedOffice { (office: Office, _: String, _: URL) throws in
      for text in ["", "abc", String(repeating: "0", count: 64), "%"] {
        #expect(throws: Refusal.publishing(.noSuchEvidence(text))) {
          try office.withhold(text, because: "", by: "乙", at: smallNow)
        }
      }
      #expect(try office.keptEvidence().map(\.state) == [.present])
    }
  }
}

/// The evidence that the week's report hands on.
private struct WeeklyEvidence {
  let items: [WeeklyReport.Evidence]

  init(_ books: Books) {
    let view = try? books.view()
    items =
      view.map {
        WeeklyReport($0, books.accounts, books.ledger(), week: day(5), of: nil)
          .evidence(in: .english)
      } ?? []
  }
}
