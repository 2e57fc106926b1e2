import Drills
import Foundation
import Testing

@testable import Record

@Suite struct `A record that may only be read` {
  @Test func `is read with its log, and nothing is left beside it`() throws {
    try withRecord { path, record in
      _ = try record.complete(
        Completion(
          of: "u1/r", day: Day(number: 20_000), people: 3, recordedBy: "甲", recordedAt: 1))
      let before = try contents(beside: path)
      let copy = try Record.copied(from: path, plan: "test")
      #expect(copy.isReadOnly)
      #expect(try copy.standingCompletions() == record.standingCompletions())
      #expect(try copy.token() == record.token())
      #expect(try contents(beside: path) == before)
    }
  }

  @Test func `refuses to be written`() throws {
    try withRecord { path, _ in
      let copy = try Record.copied(from: path, plan: "test")
      let failure = #expect(throws: RecordFailure.self) {
        try copy.complete(
          Completion(
            of: "u1/r", day: Day(number: 20_000), people: 3, recordedBy: "甲", recordedAt: 1))
      }
      #expect(failure?.reason == .readOnly)
      #expect(failure?.path == path)
    }
  }

  @Test func `is known by whose it is, as any other`() throws {
    try withRecord { path, _ in
      let failure = #expect(throws: RecordFailure.self) {
        try Record.copied(from: path, plan: "other")
      }
      #expect(failure == RecordFailure(.foreignPlan("test", expected: "other"), path))
    }
  }

  private func withRecord(_ body: (String, Record) throws -> Void) throws {
    let folder = URL.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "muster.sqlite").path
    try body(path, Record.openOrCreate(path, plan: "test"))
  }

  private func contents(beside path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: URL(filePath: path).deletingLastPathComponent().path
    ).sorted()
  }
}
