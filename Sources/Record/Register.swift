package import Drills
internal import GRDB

/// A plan as a report of something done is judged by it: row by row, each looked up when it is asked for.
package struct Register: Sendable {
  package let record: Record
  /// The number of the plan's revision.
  package let revision: Int
  package let zone: Zone
  /// Days in which a completion is in time.
  package let grace: Int
  /// The office's own, beside the official ones.
  package let lines: [Line]
  private let roll: Int

  init(_ record: Record, revision: Int, _ row: RollRow) {
    self.record = record
    self.revision = revision
    zone = row.zone
    grace = row.grace
    lines = row.lines
    roll = row.id
  }

  package func duty(_ id: DutyID) throws(RecordFailure) -> Duty? {
    try duties("roll = ? AND id = ?", [roll, id]).first
  }

  /// The activity that lists show under a number.
  package func activity(number: Int) throws(RecordFailure) -> Duty? {
    try duties("roll = ? AND number = ? AND kind = 'activity'", [roll, number]).first
  }

  /// How many activities there are.
  package func activityCount() throws(RecordFailure) -> Int {
    try read { database in
      try Int.fetchOne(
        database,
        sql: "SELECT COUNT(*) FROM duty WHERE roll = ? AND kind = 'activity'", arguments: [roll])
    } ?? 0
  }

  /// Those that have `part` in their ids, by number.
  package func duties(containing part: String) throws(RecordFailure) -> [Duty] {
    try duties("roll = ? AND instr(id, ?) > 0 ORDER BY number", [roll, part])
  }

  /// Those whose own name, or whose owner's, has `part` in it, by number.
  package func duties(named part: String) throws(RecordFailure) -> [Duty] {
    try duties(
      """
      roll = ?1 AND (instr(name, ?2) > 0
        OR owner IN (SELECT id FROM party WHERE roll = ?1 AND instr(name, ?2) > 0))
      ORDER BY number
      """, [roll, part])
  }

  /// Those of an owner that have `part` in their names or ids, by number; `owner` is an id or a part of a
  /// name.
  package func duties(named part: String, of owner: String) throws(RecordFailure) -> [Duty] {
    try duties(
      """
      roll = ?1 AND (instr(name, ?2) > 0 OR instr(id, ?2) > 0)
        AND owner IN (SELECT id FROM party WHERE roll = ?1 AND (id = ?3 OR instr(name, ?3) > 0))
      ORDER BY number
      """, [roll, part, owner])
  }

  /// The duty of that id in the newest plan that asked for it.
  package func dutyEver(_ id: DutyID) throws(RecordFailure) -> Duty? {
    if let duty = try duty(id) { return duty }
    return try duties("id = ? ORDER BY roll DESC LIMIT 1", [id]).first
  }

  /// What the plan does not ask for and was done all the same, as the newest plan that asked for it has it.
  package func dutyLeft(_ id: DutyID) throws(RecordFailure) -> Duty? {
    let stands = try read { try CompletionRow.newestStanding(of: id, in: $0) } != nil
    return stands ? try dutyEver(id) : nil
  }

  /// Those whose ids have `part` in them and that no duty of this plan has, which were done all the same;
  /// as the newest plan that asked for them has them.
  package func dutiesLeft(containing part: String) throws(RecordFailure) -> [Duty] {
    let found = try duties(
      """
      instr(id, ?) > 0 AND id NOT IN (SELECT id FROM duty WHERE roll = ?)
      AND id IN (SELECT activity FROM completion
        WHERE id NOT IN (SELECT completion FROM withdrawal))
      ORDER BY roll DESC, number
      """, [part, roll])
    var seen: Set<DutyID> = []
    return found.filter { seen.insert($0.id).inserted }
  }

  /// The activities that a joint drill of `series` does for one of its partners, by number.
  package func activities(of series: DutyID.Series, owner: OwnerID) throws(RecordFailure) -> [Duty]
  {
    try duties(
      "roll = ? AND series = ? AND owner = ? AND kind = 'activity' ORDER BY number",
      [roll, series, owner])
  }

  /// Every id, by number.
  package func ids() throws(RecordFailure) -> [DutyID] {
    try read { database in
      try Cells.all(
        .duty, "SELECT id FROM duty WHERE roll = ? ORDER BY number", [roll], in: database
      ) { try $0.id(0) }
    }
  }

  /// A community, a department or the organizer.
  package func party(_ id: OwnerID) throws(RecordFailure) -> DutyRoll.Party? {
    try read { database in
      try Cells.first(
        .party, "SELECT id, name, population, is_community FROM party WHERE roll = ? AND id = ?",
        [roll, id], in: database, RollRow.party)
    }
  }

  /// The same in the newest plan that had it.
  package func partyEver(_ id: OwnerID) throws(RecordFailure) -> DutyRoll.Party? {
    if let party = try party(id) { return party }
    return try read { database in
      try Cells.first(
        .party,
        """
        SELECT id, name, population, is_community FROM party WHERE id = ?
        ORDER BY roll DESC LIMIT 1
        """, [id], in: database, RollRow.party)
    }
  }

  /// With what people call them, in file order.
  package func communities() throws(RecordFailure) -> [(id: String, name: String)] {
    try read { database in
      try Cells.all(
        .party, "SELECT id, name FROM party WHERE roll = ? AND is_community = 1 ORDER BY number",
        [roll], in: database
      ) { (try $0.text(0), try $0.text(1)) }
    }
  }

  package func seats(_ venue: String) throws(RecordFailure) -> DutyRoll.Seats? {
    try read { database in
      try Cells.first(
        .seats, "SELECT id, name, capacity FROM seats WHERE roll = ? AND id = ?", [roll, venue],
        in: database
      ) { row in
        DutyRoll.Seats(
          id: try row.text(0), name: try row.text(1), capacity: try row.optionalAmount(2))
      }
    }
  }

  /// When and where an activity is planned; its teams are left out.
  package func placement(of activity: DutyID) throws(RecordFailure) -> Placement? {
    try read { database in
      try Cells.first(
        .placement,
        "SELECT activity, day, start, venue FROM placement WHERE revision = ? AND activity = ?",
        [revision, activity], in: database, Record.placement)
    }
  }

  package func isCancelled(_ activity: DutyID) throws(RecordFailure) -> Bool {
    try read { database in
      try Bool.fetchOne(
        database,
        sql: "SELECT EXISTS (SELECT 1 FROM cancelled WHERE revision = ? AND activity = ?)",
        arguments: [revision, activity])
    } ?? false
  }

  /// The completion of an activity or a task that holds: its own, else its share of a joint drill.
  ///
  /// Its partners are told as they were recorded, whatever they recorded of their own since.
  package func completion(of id: DutyID) throws(RecordFailure) -> Completion? {
    try read { database in
      var accounts = Accounts()
      accounts.completions = try CompletionRow.standing(about: id, in: database)
      return accounts.completionLists[id]?.last
    }
  }

  private func duties(
    _ condition: String, _ arguments: StatementArguments
  ) throws(RecordFailure) -> [Duty] {
    try read { database in try RollRow.duties(condition, arguments, in: database) }
  }

  private func read<Value>(
    _ body: (Database) throws -> Value
  ) throws(RecordFailure) -> Value {
    try RecordFailure.wrapping(record.path) { try record.database.read(body) }
  }
}

extension Record {
  /// What a plan says of its duties.
  ///
  /// - Parameters:
  ///   - number: Of its revision; nothing: the published one.
  ///   - roll: Makes the roll of a revision that was saved before rolls were kept, from its workspace and
  ///     the ids of what it placed.
  /// - Returns: Nothing before the first revision.
  /// - Throws: `RecordFailure`, and what `roll` throws.
  package func register(
    of number: Int? = nil, orFrom roll: ([WorkspaceFile], _ placed: Set<DutyID>) throws -> DutyRoll
  ) throws -> Register? {
    func find() throws(RecordFailure) -> (revision: Int, row: RollRow?, placed: Set<DutyID>)? {
      try RecordFailure.wrapping(path) {
        try database.read { database in
          guard let revision = try number ?? Record.publishedRevision(in: database) else {
            return nil
          }
          let row = try RollRow(of: revision, in: database)
          let placed: [DutyID] =
            row == nil
            ? try Cells.all(
              .placement, "SELECT activity FROM placement WHERE revision = ?", [revision],
              in: database
            ) { try $0.id(0) } : []
          return (revision, row, Set(placed))
        }
      }
    }
    guard let found = try find() else { return nil }
    if let row = found.row { return Register(self, revision: found.revision, row) }
    let files = try files(of: found.revision)
    let made = try roll(files, found.placed)
    return try RecordFailure.wrapping(path) {
      try database.write { database in
        try RollRow.insert(
          { made }, of: found.revision, workspace: Record.hash(of: files), into: database)
        return try RollRow(of: found.revision, in: database).map {
          Register(self, revision: found.revision, $0)
        }
      }
    }
  }
}
