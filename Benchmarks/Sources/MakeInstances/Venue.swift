/// A row of venues.csv.
struct Venue: TableRow {
  let id: String
  let name: String
  let types: String
  /// The owner's id; empty if all share it.
  let community: String
  let capacity: Int
  let hours: String
  let days: String
  let position: Position

  static let columns = [
    "id", "name", "types", "community", "capacity", "concurrent", "hours", "days", "lat", "lon",
  ]

  var cells: [String] {
    [
      id, name, types, community, String(capacity), "1", hours, days,
      position.latitudeText, position.longitudeText,
    ]
  }
}
