import Drills
import Foundation
import Office
import Record
import Reports
import Testing
import Workspace

/// A report that is filled in as a test says, and what comes of it.
private struct Filled<Outcome: Sendable>: Sendable {
  let fill: @Sendable (inout CompletionReport) -> Void
  let outcome: Outcome

  init(_ fill: @escaping @Sendable (inout CompletionReport) -> Void, _ outcome: Outcome) {
    self.fill = fill
    self.outcome = outcome
  }
}

@Suite struct `What can be of nothing` {
  @Test(
    arguments: [
      Filled({ $0.people = -1 }, .recording(.outOfBounds(.people, -1, 0...Count.most))),
      Filled({ $0.people = .max }, .recording(.outOfBounds(.people, .max, 0...Count.most))),
      Filled({ $0.minutes = 0 }, .recording(.outOfBounds(.minutes, 0, 1...1440))),
      Filled({ $0.minutes = .max }, .recording(.outOfBounds(.minutes, .max, 1...1440))),
      Filled({ $0.residents = -1 }, .recording(.outOfBounds(.residents, -1, 0...Count.most))),
      Filled({ $0.assisted = .max }, .recording(.outOfBounds(.assisted, .max, 0...Count.most))),
      Filled({ $0.evacuationSeconds = 0 }, .recording(.outOfBounds(.evacuatedIn, 0, 1...86_400))),
      Filled(
        { $0.headcountSeconds = 86_401 }, .recording(.outOfBounds(.headcountIn, 86_401, 1...86_400))
      ),
      Filled(
        { $0.counts = [Assignment("sessions", 1_000_000_000)] },
        .recording(.outOfBounds(.count, 1_000_000_000, 0...Count.most))
      ),
      Filled(
        { $0.partners = [Assignment("u2", .max)] },
        .recording(.outOfBounds(.with, .max, 0...Count.most))),
    ] as [Filled<Refusal>])
  private func `is refused of a completion, whatever is confirmed`(
    filled: Filled<Refusal>
  ) throws {
    try withSmallOffice { (office: Office) throws in
      #expect(throws: filled.outcome) {
        try office.done("u1/drill") {
          $0.people = 20
          $0.isConfirmed = true
          filled.fill(&$0)
        }
      }
      #expect(try office.recorded.completions.isEmpty)
    }
  }

  @Test func `is refused of a sheet's row and of a count, and read by nobody`() throws {
    try withSmallOffice { (office: Office) throws in
      let path = try office.write("id,people,minutes\nu1/drill,20,0\n", to: "done.csv")
      let refusal = #expect(throws: Refusal.self) {
        try office.record(
          DoneSheet(path: path), in: office.register(), by: "甲", at: smallNow)
      }
      guard case .sheet(.mistakes(let mistakes)) = refusal?.reason,
        case .refused(let row, _) = mistakes.first
      else {
        Issue.record("\(String(describing: refusal))")
        return
      }
      #expect(row == .recording(.outOfBounds(.minutes, 0, 1...1440)))
      let books = try office.begunBooks(at: smallNow)
      #expect(throws: Refusal.recording(.outOfBounds(.count, .max, 0...Count.most))) {
        try books.record(CountRequest(of: "u1", [Assignment("push.messages", .max)]), by: "甲")
      }
      #expect(Assignment(written: "boards=9223372036854775807") == nil)
      #expect(Assignment(written: "boards=999999999") == Assignment("boards", Count.most))
    }
  }

  /// A record that Muster 1.0 let such numbers into.
  @Test func `is read from an old record as the most that anybody counts, and adds up`() throws {
    try withSmallOffice { (office: Office) throws in
      let record = try #require(try office.record(of: "small"))
      for owner: OwnerID in ["u1", "u2"] {
        _ = try record.count { _ in
          [
            Count(
              counter: Counter(line: "push", unit: "messages"), owner: owner, day: day(10),
              amount: .max, recordedBy: "甲", recordedAt: smallNow)
          ]
        }
      }
      let books = try office.books(at: smallNow)
      let total = books.ledger().total(
        Counter(line: "push", unit: "messages"), over: day(1)...day(30))
      #expect(total == 2 * Count.most)
    }
  }

  @Test(
    arguments: [
      Filled({ $0.note = "ok\u{1B}[2J" }, .note), Filled({ $0.weather = "晴\u{202E}" }, .weather),
      Filled({ $0.observers = "\u{9B}31m" }, .observers),
      Filled({ $0.problems = ["a", "\u{FFFE}"] }, .problem),
      Filled(
        { report in
          report.problems = ["门坏"]
          report.mender = "物业\u{0}"
        }, .mender
      ),
    ] as [Filled<Field>])
  private func `are words that show nothing and mislead`(filled: Filled<Field>) throws {
    try withSmallOffice { (office: Office) throws in
      #expect(throws: Refusal.recording(.unprintable(filled.outcome))) {
        try office.done("u1/drill") {
          $0.people = 20
          filled.fill(&$0)
        }
      }
    }
  }

  @Test func `are names with control characters, of whoever records`() throws {
    try withSmallOffice { (office: Office) throws in
      var report = CompletionReport()
      report.people = 20
      #expect(throws: Refusal.recording(.unprintable(.author))) {
        try office.record(
          report, of: "u1/drill", in: office.register(), by: "甲\u{1B}", at: smallNow)
      }
    }
  }
}

@Suite struct `A file that is handed in` {
  @Test func `is told apart from what is none`() throws {
    try withSmallOffice { (office: Office) throws in
      let pipe = "\(office.folder)/pipe"
      #expect(mkfifo(pipe, 0o600) == 0)
      for (path, refusal) in [
        (office.folder, RecordingReason.notAFile(office.folder, .folder)),
        (pipe, .notAFile(pipe, .device)), ("", .notAFile("", .noName)),
        ("/no/such", .noSuchFile("/no/such")),
      ] {
        #expect(throws: Refusal.recording(refusal)) {
          try office.done("u1/drill") {
            $0.people = 20
            $0.files = [path]
          }
        }
      }
    }
  }

  @Test func `of no bytes is asked about`() throws {
    try withSmallOffice { (office: Office) throws in
      let empty = try office.write("", to: "空.jpg")
      #expect(throws: Refusal.recording(.questioned([.emptyFile("空.jpg")]))) {
        try office.done("u1/drill") {
          $0.people = 20
          $0.files = [empty]
        }
      }
      let recorded = try office.done("u1/drill") {
        $0.people = 20
        $0.files = [empty]
        $0.isConfirmed = true
      }
      #expect(recorded.completion.isConfirmed)
    }
  }

  @Test func `that was altered since is not handed on as what it was`() throws {
    try withSmallOffice { (office: Office) throws in
      let photo = try office.write("photo", to: "a.jpg")
      try office.done("u1/drill") {
        $0.people = 20
        $0.days = day(19)...day(19)
        $0.files = [photo]
      }
      let books = try office.books(at: smallNow)
      let report = WeeklyReport(
        try books.view(), books.accounts, books.ledger(), week: day(20), of: nil)
      let items = report.evidence(in: .chinese)
      let out = "\(office.folder)/out"
      #expect(try office.evidence.copy(items, to: out) == 1)

      let kept = office.evidence.path(of: try #require(items.first).file)
      try Data("PHOTO".utf8).write(to: kept)
      #expect(throws: Refusal.publishing(.alteredEvidence("a.jpg", kept.path))) {
        try office.evidence.copy(items, to: out)
      }
      // Handed in again, it is what it was.
      try office.done("u2/drill") {
        $0.people = 20
        $0.files = [photo]
      }
      #expect(try Data(contentsOf: kept) == Data("photo".utf8))
      try FileManager.default.removeItem(at: kept)
      #expect(throws: Refusal.publishing(.lostEvidence("a.jpg", kept.path))) {
        try office.evidence.copy(items, to: out)
      }
    }
  }
}
