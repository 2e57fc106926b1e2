internal import Drills
internal import GRDB

/// A row of `earlier_place`: what a revision could have gone back to.
struct EarlierPlaceRow: Encodable, PersistableRecord {
  static let databaseTableName = "earlier_place"

  enum Kind: String, Encodable {
    case leftOut = "left out"
    case nowhere
    case at
  }

  var revision: Int
  var activity: DutyID
  var kind: Kind
  var day: Int32?
  var start: Int?
  var venue: String?
  /// Team ids by role, as JSON.
  var teams: String?

  /// All rows of a revision, by activity.
  static func rows(of revision: Revision) -> [EarlierPlaceRow] {
    let leftOut = revision.leftOut.sorted().map {
      EarlierPlaceRow(revision: revision.number, activity: $0, kind: .leftOut)
    }
    let earlier = revision.earlier.sorted { $0.key < $1.key }.map { id, earlier in
      var row = EarlierPlaceRow(revision: revision.number, activity: id, kind: .nowhere)
      if let placement = earlier.placement {
        row.kind = .at
        row.day = placement.day.number
        row.start = placement.start
        row.venue = placement.venue
        row.teams = FixingRow.encode(placement.teams)
      }
      return row
    }
    return leftOut + earlier
  }

  /// Gives a revision what hangs on it.
  static func hang(on revision: inout Revision, in database: Database) throws {
    try Cells.each(
      .earlierPlace,
      "SELECT activity, kind, day, start, venue, teams FROM earlier_place WHERE revision = ?",
      [revision.number], in: database
    ) { row in
      let activity: DutyID = try row.id(0)
      switch try row.word(1, as: Kind.self) {
      case .leftOut: revision.leftOut.insert(activity)
      case .nowhere: revision.earlier[activity] = .unplaced
      case .at:
        revision.earlier[activity] = .at(
          Placement(
            day: try row.day(2), start: try row.number(3, in: Cells.minutesOfDay),
            venue: try row.optionalText(4), teams: try row.json(5)))
      }
    }
  }
}
