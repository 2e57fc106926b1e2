import Drills
import Foundation
import GRDB
import Testing

@testable import Record

@Suite struct `A record that several open at once` {
  /// Every one of them must find it whole, however their steps fall between each other.
  private func open(_ prepare: (String) throws -> Void) async throws {
    for _ in 0..<30 {
      let folder = URL.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let path = folder.appending(path: "muster.sqlite").path
      try prepare(path)
      try await withThrowingTaskGroup { group in
        for opener in 0..<6 {
          group.addTask {
            let record = try Record.openOrCreate(path, plan: "test")
            try record.complete(
              Completion(
                of: DutyID("u\(opener)/r"), day: Day(number: 19_886), people: opener,
                recordedBy: "test", recordedAt: 1))
          }
        }
        try await group.waitForAll()
      }
      let record = try Record.openOrCreate(path, plan: "test")
      let people = try record.standingCompletions().map(\.people)
      #expect(Set(people) == Set(0..<6))
      #expect(people.count == 6)
      // A copy of the file before a migration is of one moment, and says which.
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where name.contains(".before-") {
        let copy = try DatabaseQueue(path: folder.appending(path: name).path)
        let migrations = try await copy.read { try Schema.migrator.completedMigrations($0).count }
        #expect(name == "muster.sqlite.before-\(migrations + 1)")
        let check = try await copy.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
        #expect(check == "ok")
      }
    }
  }

  @Test func `is made once`() async throws {
    try await open { _ in }
  }

  @Test func `is migrated once`() async throws {
    try await open { path in
      let old = try DatabaseQueue(path: path)
      try Schema.migrator.migrate(old, upTo: "1 plans, completions and publications")
      try old.write { try $0.execute(sql: "INSERT INTO meta VALUES (1, 'test')") }
      try old.close()
    }
  }
}
