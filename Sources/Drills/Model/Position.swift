internal import Foundation

/// A place on the earth, in degrees.
package struct Position: Hashable, Sendable {
  package var latitude: Double
  package var longitude: Double

  package init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Great-circle distance by the haversine formula, R = 6371.0088 km.
  package func kilometres(to other: Position) -> Double {
    let radians = Double.pi / 180
    let north = (other.latitude - latitude) * radians
    let east = (other.longitude - longitude) * radians
    let haversine =
      sin(north / 2) * sin(north / 2)
      + cos(latitude * radians) * cos(other.latitude * radians) * sin(east / 2) * sin(east / 2)
    return 2 * 6371.0088 * asin(haversine.squareRoot())
  }
}
