internal import Drills
internal import GRDB

/// A row of `revision`, without what hangs on it.
struct RevisionRow: Encodable, PersistableRecord {
  static let databaseTableName = "revision"
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  var number: Int
  var base: Int?
  var savedAt: Instant
  var savedBy: String
  /// The seed's bits; SQLite's integers have a sign.
  var seed: Int64
  var now: Instant
  var unplaced: Int
  var placementCost: Int
  var crowding: Int
  var quietWeek: Int
  var closeness: Int
  var moved: Int
  var unplacedBound: Int
  var costBound: Int
  var decisions: Int
  var pinnedUnplaced: Int
  var pinnedUnplacedBound: Int
  var dropped: Int
  var unevenness: Int
  var isDraft: Bool

  /// By number.
  static func all(
    _ condition: String = "TRUE", _ arguments: StatementArguments = [], in database: Database
  ) throws -> [RevisionRow] {
    try Cells.all(
      .revision,
      """
      SELECT number, base, saved_at, saved_by, seed, now, unplaced, placement_cost, crowding,
        quiet_week, closeness, moved, unplaced_bound, cost_bound, decisions, pinned_unplaced,
        pinned_unplaced_bound, dropped, unevenness, is_draft
      FROM revision WHERE \(condition) ORDER BY number
      """, arguments, in: database, RevisionRow.init)
  }

  private init(_ row: Cells) throws {
    number = try row.number(0)
    base = try row.optionalNumber(1)
    savedAt = try row.instant(2)
    savedBy = try row.text(3)
    seed = Int64(try row.number(4, in: .min ... .max))
    now = try row.instant(5)
    unplaced = try row.number(6, in: 0...Cells.costs.upperBound)
    placementCost = try row.number(7, in: Cells.costs)
    crowding = try row.number(8, in: Cells.costs)
    quietWeek = try row.number(9, in: Cells.costs)
    closeness = try row.number(10, in: Cells.costs)
    moved = try row.number(11, in: Cells.costs)
    unplacedBound = try row.number(12, in: Cells.costs)
    costBound = try row.number(13, in: Cells.costs)
    decisions = try row.number(14)
    pinnedUnplaced = try row.number(15, in: Cells.costs)
    pinnedUnplacedBound = try row.number(16, in: Cells.costs)
    dropped = try row.number(17, in: Cells.costs)
    unevenness = try row.number(18, in: Cells.costs)
    isDraft = try row.flag(19)
  }

  init(_ revision: Revision, number: Int) {
    self.number = number
    base = revision.base
    savedAt = revision.savedAt
    savedBy = revision.savedBy
    seed = Int64(bitPattern: revision.seed)
    now = revision.now
    unplaced = revision.score.unplaced
    placementCost = revision.score.placement
    crowding = revision.score.crowding
    quietWeek = revision.score.quietWeek
    closeness = revision.score.closeness
    moved = revision.score.moved
    unplacedBound = revision.bound.unplaced
    costBound = revision.bound.cost
    decisions = revision.decisions
    pinnedUnplaced = revision.score.pinnedUnplaced
    pinnedUnplacedBound = revision.bound.pinnedUnplaced
    dropped = revision.score.dropped
    unevenness = revision.score.unevenness
    isDraft = revision.draft != nil
  }

  func revision(
    _ plan: Plan, cancelled: Set<DutyID>, fixed: [DutyID: Fixing]
  ) -> Revision {
    var score = Score()
    score.pinnedUnplaced = pinnedUnplaced
    score.dropped = dropped
    score.unevenness = unevenness
    score.unplaced = unplaced
    score.placement = placementCost
    score.crowding = crowding
    score.quietWeek = quietWeek
    score.closeness = closeness
    score.moved = moved
    var revision = Revision(
      number: number, base: base, savedAt: savedAt, savedBy: savedBy,
      seed: UInt64(bitPattern: seed), now: now, score: score,
      bound: Bound(
        pinnedUnplaced: pinnedUnplacedBound, unplaced: unplacedBound, cost: costBound),
      plan: plan, cancelled: cancelled, fixed: fixed, decisions: decisions)
    if isDraft { revision.draft = .waiting }
    return revision
  }
}
