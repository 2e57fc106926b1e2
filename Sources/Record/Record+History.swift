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
        events += try Record.draftEndEvents(in: database)
        return events.enumerated().sorted {
          ($0.element.instant, $0.offset) < ($1.element.instant, $1.offset)
        }.map(\.element)
      }
    }
  }

  private static func revisionEvents(in database: Database) throws -> [HistoryEvent] {
    try RevisionRow.fetchAll(database, sql: "SELECT * FROM revision ORDER BY number").map { row in
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

  private static func withdrawalEvents(
    of completions: [Completion], in database: Database
  ) throws -> [HistoryEvent] {
    let known = Dictionary(
      completions.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    return try GRDB.Row.fetchAll(
      database,
      sql: "SELECT completion, withdrawn_by, withdrawn_at FROM withdrawal ORDER BY completion"
    ).compactMap { row in
      known[row[0]].map {
        HistoryEvent(instant: row[2], author: row[1], number: $0.number, what: .withdrawal($0))
      }
    }
  }

  private static func problemEvents(in database: Database) throws -> [HistoryEvent] {
    let hazards = try HazardRow.all(in: database)
    let known = Dictionary(hazards.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let files = try Attachment.files(of: .mending, in: database)
    let mendings = try GRDB.Row.fetchAll(
      database,
      sql: "SELECT id, problem, day, note, recorded_by, recorded_at FROM mending ORDER BY id"
    ).compactMap { row -> HistoryEvent? in
      known[row[1]].map {
        HistoryEvent(
          instant: row[5], author: row[4], number: row[0],
          what: .mending(
            $0, day: Day(number: row[2]), note: row[3], files: files[row[0]] ?? []))
      }
    }
    return hazards.map {
      HistoryEvent(
        instant: $0.recordedAt, author: $0.recordedBy, number: $0.number, what: .problem($0))
    } + mendings
  }

  private static func workEvents(in database: Database) throws -> [HistoryEvent] {
    let works = try WorkRow.all(in: database)
    let known = Dictionary(works.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let outcomes = try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT id, work, stage, passed, day, recorded_by, recorded_at FROM outcome ORDER BY id
        """
    ).compactMap { row -> HistoryEvent? in
      known[row[1]].map {
        HistoryEvent(
          instant: row[6], author: row[5], number: row[0],
          what: .outcome(
            $0,
            Work.Outcome(
              stage: row[2], passed: row[3], day: Day(number: row[4]), recordedBy: row[5],
              recordedAt: row[6])))
      }
    }
    return works.map {
      HistoryEvent(
        instant: $0.recordedAt, author: $0.recordedBy, number: $0.number, what: .work($0))
    } + outcomes
  }

  private static func revealEvents(in database: Database) throws -> [HistoryEvent] {
    try GRDB.Row.fetchAll(
      database,
      sql: "SELECT id, activity, start, revealed_by, revealed_at FROM reveal ORDER BY id"
    ).map { row in
      let reveal = Reveal(
        activity: row[1], start: Moment(minutes: row[2]), revealedBy: row[3], revealedAt: row[4])
      return HistoryEvent(
        instant: reveal.revealedAt, author: reveal.revealedBy, number: row[0],
        what: .reveal(reveal))
    }
  }

  private static func retractionEvents(in database: Database) throws -> [HistoryEvent] {
    try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT kind, retraction.number, retracted_by, retracted_at,
          COALESCE(mending.problem, outcome.work, retraction.number)
        FROM retraction
        LEFT JOIN mending ON kind = 'mending' AND mending.id = retraction.number
        LEFT JOIN outcome ON kind = 'outcome' AND outcome.id = retraction.number
        ORDER BY retracted_at, kind, retraction.number
        """
    ).map { row in
      HistoryEvent(
        instant: row[3], author: row[2], number: row[1],
        what: .retraction(kind: row[0], row: row[1], of: row[4]))
    }
  }
}
