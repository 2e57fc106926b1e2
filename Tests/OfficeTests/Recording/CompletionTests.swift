import Drills
import Foundation
import Office
import Record
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

private let communities = [("u1", "甲社区"), ("u2", "乙社区"), ("v1", "丙村")].map {
  NamingReason.Choice(id: $0.0, name: $0.1)
}

@Suite struct `Recording a completion` {
  @Test func `keeps everything that was said, and its files by their hashes`() throws {
    try withSmallOffice { (office: Office) throws in
      let photo = try office.write("photo", to: "现场 1.jpg")
      let recorded = try office.done("u1/drill") {
        $0.people = 230
        $0.days = day(5)...day(5)
        $0.start = 545
        $0.minutes = 45
        $0.counts = [Assignment("series-drill.drills", 2), Assignment("sessions", 3)]
        $0.partners = [Assignment("u2", 80)]
        $0.problems = ["常闭门损坏"]
        $0.mender = "物业"
        $0.files = [photo]
      }

      #expect(recorded.outcome == .appended(replacing: nil))
      #expect(recorded.partnerNames == ["u2": "乙社区"])
      let standing = try #require(try office.recorded.completions.first)
      #expect(
        standing.counts == ["series-drill.drills": 2, "evacuation-drill.sessions": 3])
      #expect(
        standing.partners == [
          Completion.Partner(community: "u2", people: 80, activity: "u2/drill")
        ])
      #expect(standing.isLate)
      let file = try #require(standing.files.first)
      #expect(file.name == "现场 1.jpg")
      #expect(try Data(contentsOf: office.evidence.path(of: file)) == Data("photo".utf8))
      #expect(try office.recorded.problems.map(\.mender) == ["物业"])
    }
  }

  @Test func `is taken once, replaced by what comes later, and taken back step by step`() throws {
    try withSmallOffice { (office: Office) throws in
      let first = try office.done("u1/drill") { $0.people = 20 }.completion
      guard case .standsAlready = try office.done("u1/drill", { $0.people = 20 }).outcome else {
        Issue.record("the same was recorded twice")
        return
      }
      guard
        case .appended(replacing: let replaced) = try office.done("u1/drill", { $0.people = 25 })
          .outcome
      else { return }
      #expect(replaced?.people == first.people)

      let register = try office.register()
      let undone = try office.undo("u1/drill", in: register, by: "乙", at: smallNow)
      #expect(undone.taken.people == 25)
      #expect(undone.standing?.people == 20)
      #expect(try office.undo("1", in: register, by: "乙", at: smallNow).standing == nil)
      #expect(throws: Refusal.recording(.nothingToUndo("u1/drill"))) {
        try office.undo("u1/drill", in: register, by: "乙", at: smallNow)
      }
    }
  }

  @Test(
    arguments: [
      Filled({ $0.people = nil }, Refusal.recording(.needsPeople("u1/drill"))),
      Filled({ $0.days = day(21)...day(21) }, .recording(.isToCome(day(21), today: day(20)))),
      Filled(
        { report in
          report.minutes = 10
          report.evacuationSeconds = 660
        }, .recording(.longerThanActivity(.evacuatedIn, seconds: 660, minutes: 10))
      ),
      Filled(
        { $0.residents = 21 }, .recording(.partExceedsWhole(.residents, 21, whole: 20))
      ),
      Filled(
        { report in
          report.days = day(20)...day(20)
          report.start = 510
        },
        .recording(
          .startIsToCome(
            Moment(day: day(20), minute: 510), now: Moment(day: day(20), minute: 480)))
      ),
      Filled({ $0.days = day(3)...day(4) }, .recording(.rangeOfOneDay)),
      Filled(
        { $0.counts = [Assignment("nothing", 1)] },
        .recording(.unknownCounter("nothing", maybe: drillCounters))
      ),
      Filled(
        { $0.counts = [Assignment("sessions", 1), Assignment("evacuation-drill.sessions", 2)] },
        .recording(.countedTwice(Counter(line: "evacuation-drill", unit: "sessions")))
      ),
      Filled({ $0.partners = [Assignment("u1", 3)] }, .recording(.partnerTwice("u1"))),
      Filled(
        { $0.partners = [Assignment("u9", 3)] },
        .naming(.notAnID(.with, "u9", among: communities))
      ),
      Filled({ $0.mender = "物业" }, .recording(.menderWithoutProblem)),
      Filled({ $0.files = ["/no/such/file.jpg"] }, .recording(.noSuchFile("/no/such/file.jpg"))),
    ] as [Filled<Refusal>])
  private func `is refused where it cannot be, and then nothing is kept`(
    filled: Filled<Refusal>
  ) throws {
    try withSmallOffice { (office: Office) throws in
      #expect(throws: filled.outcome) {
        try office.done("u1/drill") {
          $0.people = 20
          filled.fill(&$0)
        }
      }
      #expect(try office.recorded.completions.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: "\(office.folder)/evidence"))
    }
  }

  @Test(
    arguments: [
      Filled({ $0.people = 0 }, .nobodyCame),
      Filled({ $0.people = 401 }, .moreThanSeats(401, venue: "甲广场", seats: 400)),
      Filled(
        { $0.partners = [Assignment("v1", 0)] }, .nobodyCameFrom("丙村")
      ),
      Filled({ $0.evacuationSeconds = 3660 }, .longEvacuation(seconds: 3660, plannedMinutes: 60)),
      Filled(
        { report in
          report.evacuationSeconds = 300
          report.headcountSeconds = 240
        }, .earlyHeadcount(seconds: 240, evacuation: 300)
      ),
    ] as [Filled<Question>])
  private func `is questioned where it is odd, and marked once it is confirmed`(
    filled: Filled<Question>
  ) throws {
    try withSmallOffice { (office: Office) throws in
      #expect(throws: Refusal.recording(.questioned([filled.outcome]))) {
        try office.done("u1/drill") {
          $0.people = 20
          filled.fill(&$0)
        }
      }
      try office.done("u1/drill") {
        $0.people = 20
        filled.fill(&$0)
        $0.isConfirmed = true
      }
      #expect(try office.recorded.completions.map(\.isConfirmed) == [true])
    }
  }

  @Test func `of a joint drill is undone at its host`() throws {
    try withSmallOffice { (office: Office) throws in
      try office.done("u1/drill") {
        $0.people = 20
        $0.partners = [Assignment("u2", 8)]
      }
      #expect(throws: Refusal.recording(.isDoneJointly("u2/drill", host: "u1/drill"))) {
        try office.undo("u2/drill", in: office.register(), by: "甲", at: smallNow)
      }
      let another = Question.isDoneJointly(host: "u1/drill", people: 8)
      #expect(throws: Refusal.recording(.questioned([another]))) {
        try office.done("u2/drill") { $0.people = 9 }
      }
    }
  }

  @Test func `of a task lists what is missing, and takes nothing that activities have`() throws {
    try withSmallOffice { (office: Office) throws in
      let photo = try office.write("photo", to: "a.jpg")
      let recorded = try office.done("u1/weekly/2024-06-13") {
        $0.files = [photo]
        $0.note = "文字在此"
      }
      #expect(recorded.missing == ["video"])
      #expect(recorded.lateSince == day(13))
      #expect(throws: Refusal.recording(.misplaced([.weather, .people], "u1/weekly/2024-06-20"))) {
        try office.done("u1/weekly/2024-06-20") {
          $0.people = 3
          $0.weather = "晴"
        }
      }
    }
  }

  @Test func `waits for the day, unless another is named`() throws {
    try withSmallOffice { (office: Office) throws in
      #expect(throws: Refusal.recording(.isPlannedLater("organizer/late", day(28)))) {
        try office.done("organizer/late") { $0.people = 3 }
      }
      try office.done("organizer/late") {
        $0.people = 3
        $0.days = day(19)...day(19)
      }
      #expect(try office.recorded.completions.map(\.day) == [day(19)])
    }
  }

  /// Held on 5 June as planned; the plan grants three days to say so.
  @Test(arguments: [(4, nil), (5, false), (8, false), (9, true)] as [(Int, Bool?)])
  func `may be told from its own day on, and late after the days of grace`(
    today: Int, isLate: Bool?
  ) throws {
    try withSmallOffice { (office: Office) throws in
      let evening = Instant(iso8601: "2024-06-0\(today)T20:00:00+08:00")
      var report = CompletionReport()
      report.people = 20
      let register = try office.register()
      guard let isLate else {
        #expect(throws: Refusal.recording(.isPlannedLater("u1/drill", day(5)))) {
          try office.record(report, of: "u1/drill", in: register, by: "甲", at: #require(evening))
        }
        return
      }
      let recorded = try office.record(
        report, of: "u1/drill", in: register, by: "甲", at: #require(evening))
      #expect(recorded.completion.day == day(5))
      #expect(recorded.completion.isLate == isLate)
    }
  }

  @Test func `needs neither a sound workspace nor to read it, but a plan`() throws {
    try withSmallOffice { (office: Office) throws in
      try edit(office, "kind: meeting", "kind: mting")
      try office.done("u1/drill") { $0.people = 20 }
      var warnings: [Warning] = []
      try office.publish(office.register(), at: smallNow) { warnings.append($0) }
      let feed = try String(
        contentsOf: URL(filePath: office.folder).appending(path: "feeds/all.ics"), encoding: .utf8)
      #expect(feed.contains("已完成"))
      #expect(warnings.isEmpty)
    }
    try withUnplannedOffice { (office: Office) throws in
      #expect(throws: Refusal.planning(.noPlanYet(folder: office.folder))) {
        try office.register()
      }
    }
  }
}

private let drillCounters = [
  ("evacuation-drill", "sessions"), ("evacuation-drill", "people"), ("series-drill", "drills"),
  ("series-drill", "people"),
].map {
  RecordingReason.CounterChoice(
    Counter(line: $0.0, unit: $0.1), in: CounterTable(Line.official))
}
