/// A place on the map, in hundred-thousandths of a degree, which is how it is written.
struct Position: Equatable {
  var latitude: Int
  var longitude: Int

  /// The middle of an area; forty areas go north, then the next column starts further east.
  init(ofArea area: Int) {
    latitude = 4_165_000 + 6_000 * (area % 40)
    longitude = 12_330_000 + 8_000 * (area / 40)
  }

  /// A place at most `reach` away in latitude and in longitude.
  func near(reach: Int, using random: inout SplitMix64) -> Position {
    var place = self
    place.latitude += random.integer(in: -reach...reach)
    place.longitude += random.integer(in: -reach...reach)
    return place
  }

  var latitudeText: String { Self.degrees(latitude) }
  var longitudeText: String { Self.degrees(longitude) }

  private static func degrees(_ hundredThousandths: Int) -> String {
    let fraction = String(hundredThousandths % 100_000)
    return "\(hundredThousandths / 100_000)."
      + String(repeating: "0", count: 5 - fraction.count) + fraction
  }
}
