import Drills
import Office
import Record
import Testing
import Workspace

private let grounds = Grounds(.storm, by: "甲")

@Suite struct `What earlier revisions leave` {
  /// A storm on 18 June sends the second drill to the 25th in revision 2, and is then taken back.
  private func withFalseAlarm(
    sent: [(notice: NoticeID, under: Int)] = [], _ body: (Standing) throws -> Void
  ) throws {
    try withOffice { office in
      let storm = Block(DaySet(day(18)...day(18)))
      let decided = try office.standing(at: morning).decide(storm, on: grounds)
      let standing = try office.standing(at: morning)
      let (plan, record) = try standing.published()
      var revision = plan.revision
      revision.base = 1
      revision.decisions = decided.decision.number
      revision.plan["u2/drill"]?.day = day(25)
      _ = try record.save(
        revision, files: standing.reading.files, roll: { DutyRoll(standing.agenda) },
        publications: [], ifUnchangedSince: record.token())
      try record.send(
        sent.map {
          SentNotice(
            notice: $0.notice, about: "", revision: $0.under, sentBy: "乙", sentAt: morning)
        })
      #expect(try office.standing(at: morning).circumstances.earlier == [:])
      _ = try office.standing(at: morning)
        .decide(TakeBack(decided.decision.number), on: Grounds(.other, words: "误报", by: "甲"))
      try body(try office.standing(at: morning))
    }
  }

  private let before = Placement(
    day: day(18), start: 540, venue: "s2", teams: ["fire": "fire-1"])

  @Test func `is where things were before a false alarm`() throws {
    try withFalseAlarm { standing in
      #expect(standing.circumstances.earlier == ["u2/drill": .at(before)])
      #expect(standing.circumstances.base["u2/drill"]?.day == day(25))
    }
  }

  @Test(arguments: [
    ("team/fire-1", 2, false), ("community/u2", 2, false), ("venue/s2", 2, false),
    ("u2/drill/notice-1", 2, false), ("team/fire-1", 1, true), ("community/u1", 2, true),
    ("u1/drill/notice-1", 2, true), ("u2/drill/notice-2", 2, true),
  ])
  func `is nothing once anybody was told of it`(notice: NoticeID, under: Int, isLeft: Bool) throws {
    try withFalseAlarm(sent: [(notice, under)]) { standing in
      #expect(standing.circumstances.earlier.isEmpty != isLeft)
    }
  }

  @Test(arguments: [([("team/fire-1", 2)], true), ([], false)] as [([(NoticeID, Int)], Bool)])
  func `is told of beforehand, where somebody knows of it`(
    sent: [(NoticeID, Int)], isTold: Bool
  ) throws {
    try withFalseAlarm(sent: sent.map { (notice: $0.0, under: $0.1) }) { standing in
      // It stands again, and would be taken back once more.
      _ = try standing.decide(TakeBack(2), on: grounds)
      let notes = try standing.office.standing(at: morning).trying(TakeBack(1), on: grounds).notes
      #expect(notes.contains(.stays(["u2/drill"], revision: 1)) == isTold)
    }
  }

  @Test func `stands already while the taking back is only tried`() throws {
    try withOffice { office in
      let decided = try office.standing(at: morning)
        .decide(Block(DaySet(day(18)...day(18))), on: grounds)
      let standing = try office.standing(at: morning)
      let (plan, record) = try standing.published()
      var revision = plan.revision
      revision.decisions = decided.decision.number
      revision.plan["u2/drill"] = nil
      _ = try record.save(
        revision, files: standing.reading.files, roll: { DutyRoll(standing.agenda) },
        publications: [], ifUnchangedSince: record.token())
      let now = try office.standing(at: morning)
      #expect(now.circumstances.leftOut == ["u2/drill"])
      let tried = try now.trying(TakeBack(decided.decision.number), on: grounds).standing
      #expect(tried.circumstances.earlier == ["u2/drill": .at(before)])
      #expect(now.circumstances.earlier == [:])
    }
  }
}
