import Drills
import Foundation
import Office
import Record
import Reports
import Testing

private let owners = [
  ("organizer", "示例办公室"), ("party", "党建办"), ("u1", "甲社区"), ("u2", "乙社区"), ("v1", "丙村"),
].map { NamingReason.Choice(id: $0.0, name: $0.1) }

@Suite struct `Counts, problems and works in an office` {
  @Test func `are counted for whoever has numbers, and taken back by their numbers`() throws {
    try withSmallOffice { (office: Office) throws in
      let books = try office.begunBooks(at: smallNow)
      var request = CountRequest(
        of: "organizer", [Assignment("push.messages", 5), Assignment("reward-scheme.talks", 2)])
      request.day = day(14)
      request.files = [try office.write("proof", to: "a.txt")]
      let counts = try books.record(request, by: "甲")
      #expect(counts.map(\.number) == [1, 2])
      #expect(counts.map(\.amount) == [5, 2])
      #expect(counts.map(\.files.count) == [1, 0])

      try office.retract(.count, 1, by: "乙", at: smallNow) { _ in }
      #expect(try office.recorded.counts.map(\.number) == [2])
      #expect(throws: Refusal.accounts(.nothingToRetract(.count, 1))) {
        try office.retract(.count, 1, by: "乙", at: smallNow) { _ in }
      }
    }
  }

  @Test(
    arguments: [
      (
        "u1", Assignment("push.messages", 5), 21,
        Refusal.recording(.isToCome(day(21), today: day(20)))
      ),
      (
        "u9", Assignment("push.messages", 5), 20, .naming(.notAnID(.community, "u9", among: owners))
      ),
      ("u1", Assignment("nothing", 5), 20, .recording(.unknownCounter("nothing", maybe: []))),
    ] as [(String, Assignment, Int, Refusal)])
  func `are refused where they cannot be`(
    owner: String, count: Assignment, on number: Int, refusal: Refusal
  ) throws {
    try withSmallOffice { (office: Office) throws in
      var request = CountRequest(of: owner, [count])
      request.day = day(number)
      #expect(throws: refusal) {
        try office.begunBooks(at: smallNow).record(request, by: "甲")
      }
      #expect(try office.recorded.counts.isEmpty)
    }
  }

  @Test func `need no plan, and a counter once`() throws {
    try withUnplannedOffice { (office: Office) throws in
      let books = try office.begunBooks(at: morning)
      let counter = Assignment("poster.posters", 3)
      #expect(throws: Refusal.recording(.countedTwice(Counter(line: "poster", unit: "posters")))) {
        try books.record(CountRequest(of: "u1", [counter, counter]), by: "甲")
      }
      #expect(try books.record(CountRequest(of: "u1", [counter]), by: "甲").count == 1)
    }
    try withUnplannedOffice { (office: Office) throws in
      #expect(throws: Refusal.planning(.noPlanYet(folder: office.folder))) {
        try office.books(at: morning)
      }
    }
  }

  @Test func `a problem is mended once, on a day when it was known`() throws {
    try withSmallOffice { (office: Office) throws in
      func books() throws -> Books { try office.begunBooks(at: smallNow) }
      var problem = ProblemReport("楼道堆物", of: "u1", from: .resident)
      problem.day = day(10)
      problem.venue = "s1"
      #expect(try books().record(problem, by: "甲") == 1)

      var mending = MendingReport(1)
      mending.day = day(9)
      #expect(
        throws: Refusal.accounts(.mendedBeforeFound(found: day(10), mended: day(9)))
      ) { try books().record(mending, by: "甲") }
      mending.day = day(12)
      let mended = try books().record(mending, by: "甲")
      #expect(mended.problem.text == "楼道堆物" && mended.day == day(12))
      #expect(throws: Refusal.accounts(.isMendedAlready(1, day(12)))) {
        try books().record(MendingReport(1), by: "甲")
      }
      #expect(throws: Refusal.accounts(.noSuchProblem(2))) {
        try books().record(MendingReport(2), by: "甲")
      }
    }
  }

  @Test func `a problem says what, where, and no day before its own`() throws {
    try withSmallOffice { (office: Office) throws in
      let books = try office.begunBooks(at: smallNow)
      #expect(throws: Refusal.accounts(.isEmptyProblem)) {
        try books.record(ProblemReport(" ", of: "u1", from: .drill), by: "甲")
      }
      var problem = ProblemReport("楼道堆物", of: "u1", from: .drill)
      problem.mendBy = day(19)
      #expect(throws: Refusal.accounts(.isBackwards(day(20), day(19)))) {
        try books.record(problem, by: "甲")
      }
      problem.mendBy = nil
      problem.venue = "s9"
      let venues = [("s1", "甲广场"), ("s2", "乙广场"), ("s3", "丙广场")]
        .map { NamingReason.Choice(id: $0.0, name: $0.1) }
      #expect(throws: Refusal.naming(.notAnID(.venue, "s9", among: venues))) {
        try books.record(problem, by: "甲")
      }
    }
  }

  @Test func `a work passes its stages in order`() throws {
    try withSmallOffice { (office: Office) throws in
      func enter(_ campaign: String, _ owner: String, _ published: Day) throws -> Int {
        try office.begunBooks(at: smallNow).record(
          WorkEntry(
            for: campaign, of: owner, title: "生命通道", medium: .video, published: published),
          by: "甲"
        ).number
      }
      func judge(_ work: Int, _ stage: String, _ passed: Bool) throws -> Int {
        try office.begunBooks(at: smallNow)
          .record(StageOutcome(of: work, stage: stage, passed: passed), by: "甲").outcomes.count
      }
      let old = Day(number: day(5).number - 700)
      let since = try #require(Day(year: 2023, month: 1, day: 1))
      #expect(throws: Refusal.accounts(.madeTooEarly(old, since: since))) {
        try enter("works", "u1", old)
      }
      #expect(throws: Refusal.accounts(.notInContest(owner: "organizer", campaign: "作品征集"))) {
        try enter("works", "organizer", day(5))
      }
      let contests = [NamingReason.Choice(id: "works", name: "作品征集")]
      #expect(throws: Refusal.naming(.notAnID(.campaign, "push", among: contests))) {
        try enter("push", "u1", day(5))
      }
      #expect(try enter("works", "u1", day(5)) == 1)
      #expect(throws: Refusal.accounts(.stageOutOfOrder(1, "区", next: "街道"))) {
        try judge(1, "区", true)
      }
      #expect(try judge(1, "街道", true) == 0)
      #expect(try judge(1, "区", false) == 1)
      #expect(throws: Refusal.accounts(.stageOutOfOrder(1, "区", next: nil))) {
        try judge(1, "区", true)
      }
      #expect(throws: Refusal.accounts(.noSuchWork(7))) { try judge(7, "街道", true) }
    }
  }

  @Test func `a hidden hour is opened once it is over, and only where one is hidden`() throws {
    try withSmallOffice { (office: Office) throws in
      func reveal(_ id: String, at instant: Instant) throws -> Revealed {
        try office.standing(at: instant).reveal(id, by: "甲")
      }
      let noon = smallNow + 86400 + 4 * 3600
      #expect(throws: Refusal.accounts(.hasNoHiddenHour("u1/drill"))) {
        try reveal("u1/drill", at: noon)
      }
      // The plan was saved without its seals.
      #expect(throws: Refusal.accounts(.hasNoHourToOpen("organizer/sealed"))) {
        try reveal("organizer/sealed", at: noon)
      }
    }
  }

  @Test func `a form with a blank that is no counter says so`() throws {
    try withSmallOffice { (office: Office) throws in
      let books = try office.begunBooks(at: smallNow)
      #expect(throws: Refusal.naming(.unknownID(.form, "附件9", among: ["坏", "附件"]))) {
        try books.form("附件9")
      }
      let refusal = #expect(throws: Refusal.self) { try books.form("坏") }
      guard case .accounts(.brokenForm(let mistake)) = refusal?.reason else {
        Issue.record("\(String(describing: refusal))")
        return
      }
      #expect(mistake.line == 1 && mistake.name == "nothing.here")
      #expect(try books.days(of: "附件", since: nil, to: nil) == day(1)...day(20))
      #expect(throws: Refusal.accounts(.isBackwards(day(9), day(8)))) {
        try books.days(of: "附件", since: day(9), to: day(8))
      }
    }
  }
}
