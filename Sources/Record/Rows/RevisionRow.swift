internal import Drills
internal import GRDB

/// A row of `revision`, without what hangs on it.
struct RevisionRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "revision"
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  var number: Int
  var base: Int?
  var savedAt: Int
  var savedBy: String
  /// The seed's bits; SQLite's integers have a sign.
  var seed: Int64
  var now: Int
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
    _ plan: Plan, cancelled: Set<String>, fixed: [String: Fixing]
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
