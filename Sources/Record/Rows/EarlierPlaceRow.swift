internal import Drills
internal import GRDB

/// A row of `earlier_place`: what a revision could have gone back to.
struct EarlierPlaceRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "earlier_place"

  enum Kind: String, Codable {
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

  /// Nothing for what was left out.
  var earlier: Earlier? {
    switch kind {
    case .leftOut: nil
    case .nowhere: .unplaced
    case .at:
      .at(
        Placement(
          day: Day(number: day ?? 0), start: start ?? 0, venue: venue,
          teams: FixingRow.decode(teams ?? "{}")))
    }
  }
}
