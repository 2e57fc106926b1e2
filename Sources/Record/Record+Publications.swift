package import Drills
internal import GRDB

extension Record {
  /// What subscribers were last told of each event, in each edition.
  package func publications() throws(RecordFailure) -> [Publication.Key: Publication] {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        let rows = try PublicationRow.fetchAll(
          database, sql: "SELECT * FROM publication ORDER BY id")
        return Dictionary(
          rows.compactMap { row in row.publication.map { ($0.key, $0) } },
          uniquingKeysWith: { $1 })
      }
    }
  }

  /// The newest seal of each activity that has one.
  package func seals() throws(RecordFailure) -> [String: Seal] {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        let rows = try Row.fetchAll(
          database, sql: "SELECT activity, start, salt FROM seal ORDER BY id")
        return Dictionary(
          rows.map { row in
            let activity: String = row[0]
            let seal = Seal(activity: activity, start: Moment(minutes: row[1]), salt: row[2])
            return (activity, seal)
          }, uniquingKeysWith: { $1 })
      }
    }
  }

  /// Appends what the feeds say otherwise than before.
  package func append(_ publications: [Publication]) throws(RecordFailure) {
    try RecordFailure.wrapping(path) {
      try write { database in
        for publication in publications {
          var row = PublicationRow(publication)
          try row.insert(database)
        }
      }
    }
  }

  /// The newest moment that anything was recorded at, in seconds since 1970.
  package func newestInstant() throws(RecordFailure) -> Int? {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Int.fetchOne(
          database,
          sql: """
            SELECT MAX(instant) FROM (
              SELECT MAX(saved_at) AS instant FROM revision
              UNION ALL SELECT MAX(recorded_at) FROM completion
              UNION ALL SELECT MAX(withdrawn_at) FROM withdrawal
              UNION ALL SELECT MAX(recorded_at) FROM count
              UNION ALL SELECT MAX(recorded_at) FROM problem
              UNION ALL SELECT MAX(recorded_at) FROM mending
              UNION ALL SELECT MAX(recorded_at) FROM work
              UNION ALL SELECT MAX(recorded_at) FROM outcome
              UNION ALL SELECT MAX(retracted_at) FROM retraction
              UNION ALL SELECT MAX(revealed_at) FROM reveal
              UNION ALL SELECT MAX(decided_at) FROM decision
              UNION ALL SELECT MAX(sent_at) FROM notice
              UNION ALL SELECT MAX(ended_at) FROM draft_end)
            """)
      }
    }
  }
}
