/// A row of communities.csv.
struct Community: TableRow {
  enum Kind: String {
    case urban, rural
  }

  let id: String
  let name: String
  let kind: Kind
  let area: String
  let population: Int
  let hazards: [String]
  let position: Position

  static let columns = ["id", "name", "kind", "area", "population", "hazards", "lat", "lon"]

  var cells: [String] {
    [
      id, name, kind.rawValue, area, String(population), hazards.joined(separator: ";"),
      position.latitudeText, position.longitudeText,
    ]
  }
}
