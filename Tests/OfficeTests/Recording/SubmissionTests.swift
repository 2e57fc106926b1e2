import Drills
import Foundation
import Office
import Record
import Testing

@Suite struct `A report given twice under one key` {
  private func report(_ people: Int) -> CompletionReport {
    var report = CompletionReport()
    report.people = people
    return report
  }

  @Test func `is one record, answered as the first time, whatever became of it`() throws {
    try withSmallOffice { office in
      let key = try SubmissionKey("phone-1")
      func send(_ report: CompletionReport, at instant: Instant = smallNow) throws -> Recorded {
        try office.record(
          report, of: "u1/drill", in: office.register(), by: "甲", at: instant, under: key)
      }
      try office.done("u1/drill") { $0.people = 90 }
      var filled = report(120)
      filled.partners = [Assignment("u2", 30)]
      filled.problems = ["门坏了"]
      filled.files = [try office.write("照片", to: "现场.jpg")]
      let first = try send(filled)
      // The phone keeps its picture elsewhere by now, and somebody recorded more.
      try FileManager.default.removeItem(atPath: filled.files[0])
      filled.files = ["/gone/现场.jpg"]
      filled.isConfirmed = true
      try office.done("u1/drill") { $0.people = 130 }
      let again = try send(filled, at: smallNow + 90_000)
      for (one, other) in [(first, again)] {
        #expect(other.duty == one.duty)
        #expect(other.outcome == one.outcome)
        #expect(other.completion.people == one.completion.people)
        #expect(other.completion.files == one.completion.files)
        #expect(other.completion.recordedAt == smallNow)
        #expect(other.problems.map(\.text) == one.problems.map(\.text))
        #expect(other.partnerNames == one.partnerNames)
      }
      #expect(try office.recorded.completions.count == 3)

      // What was taken back does not come back with a late message.
      for _ in 1...2 {
        _ = try office.undo("u1/drill", in: office.register(), by: "甲", at: smallNow)
      }
      _ = try send(filled)
      #expect(try office.recorded.completions.map(\.people) == [90])
    }
  }

  @Test func `says already what stands, as the first time`() throws {
    try withSmallOffice { office in
      try office.done("u1/drill") { $0.people = 90 }
      for _ in 1...2 {
        let recorded = try office.record(
          report(90), of: "u1/drill", in: office.register(), by: "甲", at: smallNow,
          under: SubmissionKey("k"))
        guard case .standsAlready = recorded.outcome else {
          Issue.record("\(recorded.outcome)")
          return
        }
      }
    }
  }

  @Test func `is refused where it says something else`() throws {
    try withSmallOffice { office in
      let key = try SubmissionKey("k")
      func send(_ id: String, _ people: Int) throws {
        _ = try office.record(
          report(people), of: id, in: office.register(), by: "甲", at: smallNow, under: key)
      }
      try send("u1/drill", 90)
      let taken = Refusal.recording(.keyIsTaken("k"))
      #expect(taken.kind == .usage)
      #expect(throws: taken) { try send("u1/drill", 91) }
      #expect(throws: taken) { try send("u2/drill", 90) }
      let books = try office.books(at: smallNow)
      #expect(throws: taken) {
        try books.record(
          CountRequest(of: "u1", [Assignment("push.messages", 3)]), by: "甲", under: key)
      }
      #expect(try office.recorded.completions.count == 1)
      #expect(try office.recorded.counts.isEmpty)
    }
  }

  @Test func `that was refused the first time keeps its key free`() throws {
    try withSmallOffice { office in
      let key = try SubmissionKey("k")
      #expect(throws: Refusal.recording(.questioned([.nobodyCame]))) {
        try office.record(
          report(0), of: "u1/drill", in: office.register(), by: "甲", at: smallNow, under: key)
      }
      var insisting = report(0)
      insisting.isConfirmed = true
      for _ in 1...2 {
        let recorded = try office.record(
          insisting, of: "u1/drill", in: office.register(), by: "甲", at: smallNow, under: key)
        #expect(recorded.outcome == .appended(replacing: nil))
      }
      #expect(try office.recorded.completions.count == 1)
    }
  }

  @Test func `is one record of every kind, with the numbers that it got`() throws {
    try withSmallOffice { office in
      func key(_ text: String) throws -> SubmissionKey { try SubmissionKey(text) }
      var counts: [[Int]] = []
      var problems: [Int] = []
      var mended: [Day] = []
      var works: [Int] = []
      for _ in 1...2 {
        let books = try office.begunBooks(at: smallNow)
        counts.append(
          try books.record(
            CountRequest(of: "u1", [Assignment("push.messages", 3), Assignment("push.groups", 2)]),
            by: "甲", under: key("c")
          ).map(\.number))
        problems.append(
          try books.record(
            ProblemReport("门坏了", of: "u1", from: .resident), by: "甲", under: key("p")))
        let fresh = try office.begunBooks(at: smallNow)
        mended.append(try fresh.record(MendingReport(1), by: "甲", under: key("m")).day)
        works.append(
          try fresh.record(
            WorkEntry(
              for: "works", of: "u1", title: "画", medium: .picture, published: day(3)), by: "甲",
            under: key("w")
          ).number)
        let last = try office.begunBooks(at: smallNow)
        let judged = try last.record(
          StageOutcome(of: 1, stage: "街道", passed: true), by: "甲", under: key("o"))
        #expect(judged.title == "画")
      }
      #expect(counts == [[1, 2], [1, 2]])
      #expect(problems == [1, 1])
      #expect(mended == [day(20), day(20)])
      #expect(works == [1, 1])
      let stands = try office.recorded
      #expect(stands.counts.count == 2)
      #expect(stands.problems.count == 1)
      #expect(stands.works.map(\.outcomes.count) == [1])
    }
  }

  @Test func `is one record of many who give it at once`() async throws {
    try await withOfficeOfTasks { office in
      let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<8 {
          group.addTask {
            try office.record(
              self.report(90), of: "u1/drill", in: office.register(), by: "甲", at: smallNow,
              under: SubmissionKey("k")
            ).completion.people
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(numbers == Array(repeating: 90, count: 8))
      #expect(try office.recorded.completions.count == 1)
    }
  }

  @Test(arguments: ["", String(repeating: "k", count: 201)])
  func `needs a key that is one`(text: String) {
    #expect(throws: Refusal.recording(.badKey(text, most: 200))) { try SubmissionKey(text) }
  }

  @Test func `is a whole sheet too, done or counted`() throws {
    try withSmallOffice { office in
      let path = try office.write("id,people\nu1/drill,90\nu2/drill,80\n", to: "done.csv")
      for round in 1...2 {
        let recorded = try office.record(
          DoneSheet(path: path), in: office.register(), by: "甲", at: smallNow + round,
          under: SubmissionKey("d"))
        #expect(recorded.count == 2 && recorded.new == 2)
      }
      let counts = try office.write("counter,u1\npush.messages,7\n", to: "k.csv")
      for _ in 1...2 {
        let books = try office.begunBooks(at: smallNow)
        let appended = try books.record(
          CountSheet(path: counts, in: books), Books.SheetTerms(), by: "甲",
          under: SubmissionKey("c"))
        #expect(appended.map(\.number) == [1])
      }
      #expect(try office.recorded.completions.count == 2)
    }
  }
}

/// The small office, for tests that wait.
private func withOfficeOfTasks(_ body: (Office) async throws -> Void) async throws {
  let folder = URL.temporaryDirectory.appending(path: "office-test-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  try withSmallOffice { office in
    try FileManager.default.copyItem(at: URL(filePath: office.folder), to: folder)
  }
  try await body(Office(folder: folder.path))
}

@Suite struct `A sheet of counts taken twice` {
  @Test func `is asked about by what stands when it is written, not when it was read`() throws {
    try withSmallOffice { office in
      let path = try office.write("counter,u1\npush.messages,7\n", to: "k.csv")
      let one = try office.begunBooks(at: smallNow)
      let other = try office.begunBooks(at: smallNow)
      _ = try one.record(CountSheet(path: path, in: one), Books.SheetTerms(), by: "甲")
      #expect(throws: Refusal.recording(.questioned([.sheetIsRecorded(on: day(20))]))) {
        try other.record(CountSheet(path: path, in: other), Books.SheetTerms(), by: "乙")
      }
      #expect(try office.recorded.counts.map(\.amount) == [7])
    }
  }
}
