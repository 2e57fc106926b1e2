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
  var activity: String
  var kind: Kind
  var day: Int32?
  var start: Int?
  var venue: String?
  /// Team ids by role, as JSON.
  var teams: String?

  /// All rows of a revision, by activity.
  static func rows(of revision: Revision) -> [EarlierPlaceRow] {
    revision.leftOut.sorted().map {
      EarlierPlaceRow(revision: revision.number, activity: $0, kind: .leftOut)
    }
      + revision.earlier.sorted { $0.key < $1.key }.map { id, earlier in
        guard let placement = earlier.placement else {
          return EarlierPlaceRow(revision: revision.number, activity: id, kind: .nowhere)
        }
        return EarlierPlaceRow(
          revision: revision.number, activity: id, kind: .at, day: placement.day.number,
          start: placement.start, venue: placement.venue,
          teams: FixingRow.encode(placement.teams))
      }
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
