import Drills
import Foundation
import Office
import Record
import Testing

@Suite struct `A record that is gone` {
  /// Lends an office whose record was lost, and something that it made is still there.
  private func withLoss(
    _ names: [String], empty: Bool = false, _ body: (Office) throws -> Void
  ) throws {
    try withSmallOffice { (office: Office) throws in
      let home = URL(filePath: office.folder)
      for name in ["muster.sqlite", "muster.sqlite-wal", "muster.sqlite-shm"] {
        try? FileManager.default.removeItem(at: home.appending(path: name))
      }
      if empty { _ = try office.write("", to: "muster.sqlite") }
      for name in names {
        let file = home.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("x".utf8).write(to: file)
      }
      try body(office)
    }
  }

  @Test(
    arguments: [
      (["feeds/all.ics"], ["feeds"]), (["feeds-private/all.ics"], ["feeds-private"]),
      (["evidence/abc"], ["evidence"]),
      (["muster.sqlite.before-3"], ["muster.sqlite.before-3"]),
      (["feeds/all.ics", "evidence/abc"], ["feeds", "evidence"]),
    ], [false, true])
  func `is no new workspace where it left something, at any door`(
    traces: (files: [String], names: [String]), empty: Bool
  ) throws {
    try withLoss(traces.files, empty: empty) { (office: Office) throws in
      let lost = Refusal.planning(.recordIsLost(beside: traces.names))
      #expect(lost.kind == .badData)
      #expect(throws: lost) { try office.standing(at: smallNow) }
      #expect(throws: lost) { try office.register() }
      #expect(throws: lost) { try office.books(at: smallNow) }
      #expect(throws: lost) { try office.begunBooks(at: smallNow) }
      #expect(throws: lost) { try office.history() }
      #expect(throws: lost) { try office.retract(.count, 1, by: "甲", at: smallNow) { _ in } }
      let size =
        try? FileManager.default
        .attributesOfItem(atPath: "\(office.folder)/muster.sqlite")[.size] as? Int
      #expect(size == (empty ? 0 : nil))
    }
  }

  @Test(arguments: [[], ["feeds/.lock"], ["feeds/all.ics.new"], ["notes.txt"]])
  func `was never there where nothing says so`(files: [String]) throws {
    try withLoss(files) { (office: Office) throws in
      #expect(try office.standing(at: smallNow).record == nil)
    }
  }

  @Test func `is gone too where only a link to it is left`() throws {
    try withLoss(["feeds/all.ics"]) { (office: Office) throws in
      try FileManager.default.createSymbolicLink(
        atPath: office.recordPath, withDestinationPath: "/nowhere/muster.sqlite")
      #expect(throws: Refusal.planning(.recordIsLost(beside: ["feeds"]))) {
        try office.standing(at: smallNow)
      }
    }
  }

  @Test func `is begun anew where a person says so`() throws {
    try withLoss(["feeds/all.ics"]) { (office: Office) throws in
      var anew = office
      anew.beginsAnew = true
      #expect(try anew.standing(at: smallNow).newest == nil)
      _ = try anew.openOrCreateRecord(of: "small")
      #expect(try office.standing(at: smallNow).newest == nil)
    }
  }
}

@Suite struct `A record that is older than its feeds` {
  /// Lends an office whose record was put back to what it was before the last change.
  private func withOldRecord(_ body: (Office, String) throws -> Void) throws {
    try withSmallOffice { office in
      try office.publish(office.register(), at: smallNow) { _ in }
      let backup = office.folder + "-backup"
      defer { try? FileManager.default.removeItem(atPath: backup) }
      _ = try office.backup(to: backup)
      try office.done("u1/drill") { $0.people = 90 }
      try office.publish(office.register(), at: smallNow + 60) { _ in }
      for name in ["muster.sqlite", "muster.sqlite-wal", "muster.sqlite-shm"] {
        try? FileManager.default.removeItem(atPath: "\(office.folder)/\(name)")
      }
      try FileManager.default.copyItem(atPath: backup, toPath: office.recordPath)
      try body(office, backup)
    }
  }

  private func contents(_ office: Office) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: office.folder)
    where !path.hasPrefix("muster.sqlite-") {
      contents[path] = try? Data(contentsOf: URL(filePath: office.folder).appending(path: path))
    }
    return contents
  }

  @Test func `is a fault of its own at every door, and nothing is written`() throws {
    try withOldRecord { office, _ in
      // A record that is opened for the first time begins its log.
      _ = try? office.standing(at: smallNow)
      let before = try contents(office)
      let older = Refusal.planning(.recordIsOlder(than: "feeds/all.ics"))
      #expect(older.kind == .badData)
      #expect(throws: older) { try office.standing(at: smallNow) }
      #expect(throws: older) { try office.register() }
      #expect(throws: older) { try office.books(at: smallNow) }
      #expect(throws: older) { try office.begunBooks(at: smallNow) }
      #expect(throws: older) { try office.history() }
      #expect(throws: older) { try office.backup(to: office.folder + "-again") }
      #expect(throws: older) { try office.retract(.count, 1, by: "甲", at: smallNow) { _ in } }
      #expect(try contents(office) == before)
    }
  }

  @Test func `is gone on with where a person says so, above all that subscribers saw`() throws {
    try withOldRecord { office, _ in
      var anew = office
      anew.beginsAnew = true
      let standing = try anew.standing(at: smallNow + 120)
      let (plan, record) = try standing.published()
      try anew.publish(plan, record, at: smallNow + 120)
      #expect(try office.standing(at: smallNow + 120).done.isEmpty)
      let sequences = try record.publicSequences()
      #expect(try #require(sequences["u1/drill"]) > 1)
    }
  }

  @Test func `is told of, event by event, where the heads of the feeds hide it`() throws {
    try withSmallOffice { office in
      try office.publish(office.register(), at: smallNow) { _ in }
      try office.done("u1/drill") { $0.people = 90 }
      try office.publish(office.register(), at: smallNow) { _ in }
      let backup = office.folder + "-backup"
      defer { try? FileManager.default.removeItem(atPath: backup) }
      _ = try office.backup(to: backup)
      try office.done("u2/drill") { $0.people = 90 }
      try office.publish(office.register(), at: smallNow) { _ in }
      for name in ["muster.sqlite", "muster.sqlite-wal", "muster.sqlite-shm"] {
        try? FileManager.default.removeItem(atPath: "\(office.folder)/\(name)")
      }
      try FileManager.default.copyItem(atPath: backup, toPath: office.recordPath)
      for name in ["feeds/all.ics", "feeds-private/all.ics"] {
        let file = URL(filePath: office.folder).appending(path: name)
        let text = try String(contentsOf: file, encoding: .utf8)
        let head = try #require(text.firstRange(of: /LAST-MODIFIED:[0-9TZ]+/))
        try Data(text.replacingCharacters(in: head, with: "LAST-MODIFIED:20240101T000000Z").utf8)
          .write(to: file)
      }
      #expect(throws: Refusal.planning(.recordIsOlder(than: "feeds"))) {
        try office.standing(at: smallNow).feeds()
      }
    }
  }
}
