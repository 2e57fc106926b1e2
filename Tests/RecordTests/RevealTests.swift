import Drills
import Foundation
import GRDB
import Testing

@testable import Record

@Suite struct `Reveals of hidden hours` {
  private func reveal(_ activity: DutyID, minutes: Int, at instant: Instant = 100) -> Reveal {
    Reveal(
      activity: activity, start: Moment(minutes: minutes), revealedBy: "应急办", revealedAt: instant)
  }

  @Test func `stand once for each hour, in the order of opening`() throws {
    let record = try Record.inMemory(plan: "test")

    #expect(try record.reveal(reveal("u1/r", minutes: 540)))
    #expect(try record.reveal(reveal("u1/r", minutes: 540, at: 200)) == false)
    #expect(try record.reveal(reveal("u1/r", minutes: 600)))
    #expect(try record.reveal(reveal("u0/r", minutes: 540, at: 300)))

    #expect(
      try record.reveals() == [
        reveal("u1/r", minutes: 540), reveal("u1/r", minutes: 600),
        reveal("u0/r", minutes: 540, at: 300),
      ])
    #expect(try record.newestInstant() == 300)
  }

  @Test(arguments: ["UPDATE reveal SET start = 1", "DELETE FROM reveal"])
  func `are never edited`(sql: String) throws {
    let record = try Record.inMemory(plan: "test")
    #expect(try record.reveal(reveal("u1/r", minutes: 540)))

    #expect(throws: DatabaseError.self) {
      try record.database.write { try $0.execute(sql: sql) }
    }
  }

  @Test func `are added to a record that was made without them`() throws {
    let folder = URL.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "muster.sqlite").path
    let old = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(old, upTo: "1 plans, completions and publications")
    try old.write { try $0.execute(sql: "INSERT INTO meta (singleton, plan) VALUES (1, 'test')") }
    try old.close()

    let record = try #require(try Record.open(path, plan: "test"))

    #expect(try record.reveal(reveal("u1/r", minutes: 540)))
    #expect(FileManager.default.fileExists(atPath: path + ".before-2"))
  }
}
