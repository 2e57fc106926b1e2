import Drills
import Foundation
import GRDB
import Testing

@testable import Record

/// The record on a disk that loses what was not synced, at random instants.
@Suite(.serialized) struct `Losing power` {
  /// What a person has been answered, and how much had been done to the disk by then.
  private struct Answer {
    let steps: Int
    let state: [String]
  }

  private func state(of record: PlanRecord) throws -> [String] {
    try record.history().map { "\($0)" }
      + record.publications().map { "\($0.key.event) \($0.value.sequence)" }.sorted()
      + [
        String(
          try record.register { _, _ in preconditionFailure("every plan has its roll") } != nil)
      ]
  }

  private func revision(at instant: Instant) -> Revision {
    Revision(
      number: 0, base: nil, savedAt: instant, savedBy: "a", seed: 1, now: 0, score: Score(),
      bound: Bound(unplaced: 0, cost: 0),
      plan: Plan(["u1/r": Placement(day: Day(number: 19880), start: 540)]))
  }

  private func completion(_ activity: DutyID, at instant: Instant) -> Completion {
    var completion = Completion(
      of: activity, day: Day(number: 19880), people: instant.seconds, recordedBy: "a",
      recordedAt: instant)
    completion.counts = ["push.messages": instant.seconds]
    return completion
  }

  /// One of the commands that change a record, chosen at random.
  private func change(
    _ record: PlanRecord, at instant: Instant, using random: inout SplitMix64
  ) throws {
    let activity = DutyID("u\(Int.random(in: 1...3, using: &random))/r")
    switch Int.random(in: 0..<7, using: &random) {
    case 0, 1: try record.complete(completion(activity, at: instant))
    case 2:
      _ = try record.complete((0..<25).map { (completion(DutyID("u\($0)/w"), at: instant), []) })
    case 3: _ = try record.withdraw(newestOf: activity, by: "b", at: instant)
    case 4:
      let publication = Publication(
        key: Publication.Key(event: "u1/r", edition: .public), sequence: instant.seconds,
        created: 0,
        lastModified: 0, contentHash: "", content: String(repeating: "x", count: 6000))
      _ = try record.save(
        revision(at: instant), files: [], roll: { DutyRoll(Agenda(program())) },
        publications: [publication], ifUnchangedSince: try record.token())
    case 5:
      var count = Count(
        counter: Counter(line: "push", unit: "messages"), owner: "u1", day: Day(number: 19880),
        amount: instant.seconds, recordedBy: "a", recordedAt: instant)
      count.note = "note"
      _ = try record.count { _ in [count] }
    default:
      // What else moves pages from the log into the file.
      try record.database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
  }

  @Test(arguments: 1...6)
  func `leaves every answer, and of the command that ran all or nothing`(seed: Int) throws {
    try withFolder { folder in
      var random = SplitMix64(seed: seed)
      let path = folder.appending(path: "muster.sqlite").path
      var record = try Disk.observing { try Record.openOrCreate(path, plan: "test") }
      var answers = [Answer(steps: Disk(of: folder).count, state: try state(of: record))]
      for instant in 1...24 {
        try change(record, at: Instant(seconds: instant), using: &random)
        answers.append(Answer(steps: Disk(of: folder).count, state: try state(of: record)))
        if Int.random(in: 0..<8, using: &random) == 0 {
          try record.database.close()
          record = try Disk.observing { try Record.openOrCreate(path, plan: "test") }
        }
      }
      try record.database.close()
      let disk = Disk(of: folder)

      for _ in 0..<40 {
        let instant = Int.random(in: 0...disk.count, using: &random)
        let answered = answers.last { $0.steps <= instant }
        let next = answers.first { $0.steps > instant }
        try withFolder { left in
          try disk.write(after: instant, to: left, using: &random)
          let found = try Record.openOrCreate(
            left.appending(path: "muster.sqlite").path, plan: "test")
          let state = try state(of: found)
          let empty = [String(false)]
          #expect(
            state == answered?.state ?? empty || state == next?.state,
            "after \(instant) of \(disk.count) steps")
          try found.complete(completion("u1/after", at: 99))
          #expect(try found.standingCompletions().last?.duty == "u1/after")
        }
      }
    }
  }

  /// The disk does lose: without syncs answers get lost in it.
  @Test func `loses answers where nothing is synced`() throws {
    try withFolder { folder in
      var random = SplitMix64(seed: 1)
      let path = folder.appending(path: "muster.sqlite").path
      let record = try Disk.observing { try Record.openOrCreate(path, plan: "test") }
      try record.database.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA synchronous = OFF")
      }
      try record.complete(completion("u1/r", at: 1))
      let disk = Disk(of: folder)

      let kept = try (0..<20).count { _ in
        try withFolder { left in
          try disk.write(after: disk.count, to: left, using: &random)
          let found = try Record.openOrCreate(
            left.appending(path: "muster.sqlite").path, plan: "test")
          return try !found.standingCompletions().isEmpty
        }
      }

      #expect(kept < 20)
    }
  }
}
