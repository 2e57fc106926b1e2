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
