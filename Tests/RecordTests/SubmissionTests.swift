import Drills
import GRDB
import Testing

@testable import Record

private func completion(_ activity: String, people: Int) -> Completion {
  Completion(
    of: DutyID(activity), day: Day(number: 19_886), people: people, recordedBy: "a", recordedAt: 1)
}

private func submission(
  _ key: String, _ kind: Submission.Kind = .completion, digest: Character = "a"
) -> Submission {
  Submission(key: key, kind: kind, digest: String(repeating: digest, count: 64))
}

@Suite struct `A key of a report` {
  @Test func `is known with the rows that were appended under it`() throws {
    let record = try Record.inMemory(plan: "test")
    try record.complete(completion("u1/r", people: 3))
    #expect(try record.submitted(under: "k") == nil)

    _ = try record.complete(
      [(completion("u1/r", people: 3), []), (completion("u2/r", people: 4), [])],
      under: submission("k"))

    let found = try #require(try record.submitted(under: "k"))
    #expect(found.submission == submission("k"))
    #expect(
      found.rows == [Submitted.Row(number: 1, isNew: false), Submitted.Row(number: 2, isNew: true)])
    #expect(try record.submitted(under: "K") == nil)
  }

  @Test func `is taken once, whatever is said under it`() throws {
    let record = try Record.inMemory(plan: "test")
    _ = try record.complete([(completion("u1/r", people: 3), [])], under: submission("k"))
    let again = #expect(throws: RecordFailure.self) {
      _ = try record.complete([(completion("u1/r", people: 9), [])], under: submission("k"))
    }
    #expect(again?.reason == .submittedMeanwhile("k"))
    #expect(again?.kind == .busy)
    #expect(try record.standingCompletions().map(\.people) == [3])
  }

  @Test func `stands for every kind of report, and for nothing that appended nothing`() throws {
    let record = try Record.inMemory(plan: "test")
    let day = Day(number: 19_886)
    let problem = Problem(
      text: "门", owner: "u1", source: .resident, foundOn: day, recordedBy: "a", recordedAt: 1)
    let mending = Problem.Mending(day: day, recordedBy: "a", recordedAt: 2)
    let work = Work(
      campaign: "w", owner: "u1", title: "画", medium: .picture, published: day,
      recordedBy: "a", recordedAt: 1)
    let count = Count(
      counter: Counter(line: "l", unit: "u"), owner: "u1", day: day, amount: 3, recordedBy: "a",
      recordedAt: 1)
    let outcome = Work.Outcome(
      stage: "区", passed: true, day: day, recordedBy: "a", recordedAt: 3)

    _ = try record.report(problem, under: submission("p", .problem))
    _ = try record.mend(1, mending, under: submission("m", .mending))
    _ = try record.enter(work, under: submission("w", .work))
    _ = try record.judge(1, under: submission("o", .outcome)) { _ in outcome }
    _ = try record.count(under: submission("c", .count)) { _ in [count, count] }

    for (key, kind, rows) in [
      ("p", Submission.Kind.problem, 1), ("m", .mending, 1), ("w", .work, 1), ("o", .outcome, 1),
      ("c", .count, 2),
    ] {
      let found = try #require(try record.submitted(under: key))
      #expect(found.submission.kind == kind)
      #expect(found.rows.count == rows)
    }
    _ = try record.mend(1, mending, under: submission("m2", .mending))
    _ = try record.judge(1, under: submission("o2", .outcome)) { _ in nil }
    _ = try record.count(under: submission("c2", .count)) { _ in nil }
    for key in ["m2", "o2", "c2"] { #expect(try record.submitted(under: key) == nil) }
  }
}

@Suite struct `A wish` {
  private let wishes = [
    Wish(
      .anotherTime("u1/drill", Day(number: 19_886), 540), words: "考试", wishedBy: "甲", wishedAt: 5),
    Wish(
      .cannotCome("fire1", Day(number: 19_886)...Day(number: 19_888)), words: "", wishedBy: "站",
      wishedAt: 6),
  ]

  @Test func `comes back as it was made, and is told by the history`() throws {
    let record = try Record.inMemory(plan: "test")
    for (index, wish) in wishes.enumerated() {
      var expected = wish
      expected.number = try record.wish(wish)
      #expect(try record.wishes()[index] == expected)
    }
    #expect(try record.history().map(\.author) == ["甲", "站"])
    #expect(try record.newestInstant() == 6)
  }

  @Test func `is answered once, with the decision that grants it`() throws {
    let record = try Record.inMemory(plan: "test")
    for wish in wishes { _ = try record.wish(wish) }
    let token = try record.token()
    let yes = Wish.Answer(isGranted: true, words: "好", answeredBy: "乙", answeredAt: 9)
    let decision = Decision(.cancel("u1/drill"), reason: .storm, decidedBy: "乙", decidedAt: 9)

    let answering = try record.answer(1, yes, by: decision, ifUnchangedSince: token)
    guard case .answered(let wish, let made) = answering else {
      Issue.record("\(answering)")
      return
    }
    #expect(made?.number == 1)
    #expect(wish.answer?.decision == 1)
    #expect(try record.decisions().map(\.what) == [.cancel("u1/drill")])
    #expect(try record.wishes()[0].answer == wish.answer)

    #expect(try record.answer(1, yes) == .isAnswered(wish))
    #expect(try record.answer(3, yes) == .noSuchWish)
    #expect(
      try record.answer(2, yes, by: decision, ifUnchangedSince: token) == .changedMeanwhile)
    #expect(try record.decisions().count == 1)
    let no = Wish.Answer(isGranted: false, words: "不行", answeredBy: "乙", answeredAt: 10)
    _ = try record.answer(2, no)
    #expect(try record.wishes()[1].answer == no)
    #expect(
      try record.history().map { "\($0.what)".prefix(while: { $0 != "(" }) } == [
        "wish", "wish", "decision", "answer", "answer",
      ])
  }
}

@Suite struct `Evidence in the record` {
  private let file = EvidenceFile(
    name: "现场.jpg", size: 3, hash: String(repeating: "a", count: 64))

  private func record() throws -> PlanRecord {
    let record = try Record.inMemory(plan: "test")
    for (activity, name) in [("u1/r", "现场.jpg"), ("u2/r", "同一张.jpg")] {
      var done = completion(activity, people: 3)
      done.files = [file]
      done.files[0].name = name
      try record.complete(done)
    }
    return record
  }

  @Test func `is listed once, by what it holds`() throws {
    var named = file
    named.name = "同一张.jpg"
    #expect(try record().evidence() == [named])
  }

  @Test func `that is withheld leaves no name, anywhere, and the record tells that it was there`()
    throws
  {
    let record = try record()
    let withholding = Withholding(hash: file.hash, words: "儿童", withheldBy: "乙", withheldAt: 8)
    #expect(
      try record.withhold(
        Withholding(
          hash: String(repeating: "b", count: 64), words: "", withheldBy: "乙", withheldAt: 8))
        == nil)

    #expect(try record.withhold(withholding) == withholding)
    var again = withholding
    again.withheldAt = 99
    #expect(try record.withhold(again) == withholding)

    let gone = EvidenceFile.withheld(size: 3, hash: file.hash)
    #expect(try record.evidence() == [gone])
    #expect(try record.accounts().completions.map(\.files) == [[gone], [gone]])
    let told = try record.history()
    #expect(told.count == 3)
    #expect(!"\(told)".contains(".jpg"))
    guard case .withholding(withholding) = told[2].what else {
      Issue.record("\(told)")
      return
    }
  }
}
