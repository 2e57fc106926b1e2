package import Drills
internal import GRDB

extension Record {
  /// Everything that was ever appended, publications aside, by time; what happened in one second in
  /// the order of kinds and numbers.
  package func history() throws(RecordFailure) -> [HistoryEvent] {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        let completions = try CompletionRow.all(in: database)
        var events = try Record.revisionEvents(in: database)
        events += completions.map {
          HistoryEvent(
            instant: $0.recordedAt, author: $0.recordedBy, number: $0.number,
            what: .completion($0))
        }
        events += try Record.withdrawalEvents(of: completions, in: database)
        events += try CountRow.all(in: database).map {
          HistoryEvent(
            instant: $0.recordedAt, author: $0.recordedBy, number: $0.number, what: .count($0))
        }
        events += try Record.problemEvents(in: database)
        events += try Record.workEvents(in: database)
        events += try Record.revealEvents(in: database)
        events += try Record.retractionEvents(in: database)
        events += try Record.decisionEvents(in: database)
        events += try Record.wishEvents(in: database)
        events += try Record.withholdingEvents(in: database)
        events += try Record.draftEndEvents(in: database)
        return events.enumerated().sorted {
          ($0.element.instant, $0.offset) < ($1.element.instant, $1.offset)
        }.map(\.element)
      }
    }
  }

  private static func revisionEvents(in database: Database) throws -> [HistoryEvent] {
    try RevisionRow.all(in: database).map { row in
      let revision = row.revision(Plan(), cancelled: [], fixed: [:])
      return HistoryEvent(
        instant: row.savedAt, author: row.savedBy, number: row.number,
        what: .revision(
          number: row.number, base: row.base, unplaced: revision.score.unplaced,
          cost: revision.score.cost, isDraft: row.isDraft))
    }
  }

  private static func decisionEvents(in database: Database) throws -> [HistoryEvent] {
    try DecisionRow.all(in: database).map {
      HistoryEvent(
        instant: $0.decidedAt, author: $0.decidedBy, number: $0.number, what: .decision($0))
    }
      + sentNotices(in: database).map { number, notice in
        HistoryEvent(
          instant: notice.sentAt, author: notice.sentBy, number: number, what: .notice(notice))
      }
  }

  private static func wishEvents(in database: Database) throws -> [HistoryEvent] {
    let wishes = try WishRow.all(in: database)
    return wishes.map {
      HistoryEvent(
        instant: $0.wishedAt, author: $0.wishedBy, number: $0.number, what: .wish($0))
    }
      + wishes.compactMap { wish in
        wish.answer.map {
          HistoryEvent(
            instant: $0.answeredAt, author: $0.answeredBy, number: wish.number,
            what: .answer(wish, $0))
        }
      }
  }

  private static func withdrawalEvents(
    of completions: [Completion], in database: Database
  ) throws -> [HistoryEvent] {
    let known = byNumber(completions, \.number)
    return try Cells.all(
      .withdrawal,
      "SELECT completion, withdrawn_by, withdrawn_at FROM withdrawal ORDER BY completion",
      in: database
    ) { row in
      guard let taken = known[try row.number(0)] else { throw row.damage(0) }
      return HistoryEvent(
        instant: try row.instant(2), author: try row.text(1), number: taken.number,
        what: .withdrawal(taken))
    }
  }

  private static func problemEvents(in database: Database) throws -> [HistoryEvent] {
    let files = try Attachment.files(of: .problem, in: database)
    let problems = try ProblemRow.all(in: database)
    let known = byNumber(problems, \.number)
    let proofs = try Attachment.files(of: .mending, in: database)
    let mendings = try Cells.all(
      .mending,
      "SELECT id, problem, day, note, recorded_by, recorded_at FROM mending ORDER BY id",
      in: database
    ) { row in
      guard let problem = known[try row.number(1)] else { throw row.damage(1) }
      let number = try row.number(0)
      return HistoryEvent(
        instant: try row.instant(5), author: try row.text(4), number: number,
        what: .mending(
          problem, day: try row.day(2), note: try row.text(3), files: proofs[number] ?? []))
    }
    return problems.map { problem in
      var told = problem
      told.files = files[problem.number] ?? []
      return HistoryEvent(
        instant: problem.recordedAt, author: problem.recordedBy, number: problem.number,
        what: .problem(told))
    } + mendings
  }

  private static func workEvents(in database: Database) throws -> [HistoryEvent] {
    let files = try Attachment.files(of: .work, in: database)
    let works = try WorkRow.all(in: database)
    let known = byNumber(works, \.number)
    let outcomes = try Cells.all(
      .outcome,
      "SELECT id, work, stage, passed, day, recorded_by, recorded_at FROM outcome ORDER BY id",
      in: database
    ) { row in
      guard let work = known[try row.number(1)] else { throw row.damage(1) }
      let outcome = try WorkRow.outcome(row)
      return HistoryEvent(
        instant: outcome.recordedAt, author: outcome.recordedBy, number: try row.number(0),
        what: .outcome(work, outcome))
    }
    return works.map { work in
      var told = work
      told.files = files[work.number] ?? []
      return HistoryEvent(
        instant: work.recordedAt, author: work.recordedBy, number: work.number, what: .work(told))
    } + outcomes
  }

  private static func revealEvents(in database: Database) throws -> [HistoryEvent] {
    try numberedReveals(in: database).map { number, reveal in
      HistoryEvent(
        instant: reveal.revealedAt, author: reveal.revealedBy, number: number,
        what: .reveal(reveal))
    }
  }

  private static func retractionEvents(in database: Database) throws -> [HistoryEvent] {
    try Cells.all(
      .retraction,
      """
      SELECT retraction.number, kind, retracted_by, retracted_at,
        COALESCE(mending.problem, outcome.work, retraction.number)
      FROM retraction
      LEFT JOIN mending ON kind = 'mending' AND mending.id = retraction.number
      LEFT JOIN outcome ON kind = 'outcome' AND outcome.id = retraction.number
      ORDER BY retracted_at, kind, retraction.number
      """, in: database
    ) { row in
      HistoryEvent(
        instant: try row.instant(3), author: try row.text(2), number: try row.number(0),
        what: .retraction(
          kind: try row.word(1), row: try row.number(0),
          of: try row.number(4)))
    }
  }

  private static func withholdingEvents(in database: Database) throws -> [HistoryEvent] {
    try withholdings(in: database).enumerated().map { index, withholding in
      HistoryEvent(
        instant: withholding.withheldAt, author: withholding.withheldBy, number: index + 1,
        what: .withholding(withholding))
    }
  }

  private static func byNumber<Value>(
    _ values: [Value], _ number: (Value) -> Int
  ) -> [Int: Value] {
    Dictionary(values.map { (number($0), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
