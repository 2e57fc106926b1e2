package import Drills
internal import GRDB

extension Record {
  /// What subscribers were last told of each event, in each edition.
  package func publications() throws(RecordFailure) -> [Publication.Key: Publication] {
    try RecordFailure.wrapping(path) {
      try database.read { try PublicationRow.newest(in: $0) }
    }
  }

  /// The newest seal of each activity that has one.
  package func seals() throws(RecordFailure) -> [DutyID: Seal] {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        let seals = try Cells.all(
          .seal, "SELECT activity, start, salt FROM seal ORDER BY id", in: database
        ) { Seal(activity: try $0.id(0), start: try $0.moment(1), salt: try $0.text(2)) }
        return Dictionary(seals.map { ($0.activity, $0) }, uniquingKeysWith: { $1 })
      }
    }
  }

  /// Appends what the feeds say otherwise than before.
  package func append(_ publications: [Publication]) throws(RecordFailure) {
    try RecordFailure.wrapping(path) {
      try write { database in
        for publication in publications { try PublicationRow(publication).insert(database) }
      }
    }
  }

  /// When the record last told subscribers anything, in seconds since 1970.
  package func newestPublicationInstant() throws(RecordFailure) -> Instant? {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Cells.first(.publication, "SELECT MAX(last_modified) FROM publication", in: database) {
          try $0.optionalInstant(0)
        }.flatMap(\.self)
      }
    }
  }

  /// The newest moment that anything was recorded at.
  package func newestInstant() throws(RecordFailure) -> Instant? {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Cells.first(
          .revision,
          """
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
            UNION ALL SELECT MAX(told_at) FROM told
            UNION ALL SELECT MAX(wished_at) FROM wish
            UNION ALL SELECT MAX(answered_at) FROM answer
            UNION ALL SELECT MAX(withheld_at) FROM withholding
            UNION ALL SELECT MAX(ended_at) FROM draft_end)
          """, in: database
        ) { try $0.optionalInstant(0) }.flatMap(\.self)
      }
    }
  }
}
