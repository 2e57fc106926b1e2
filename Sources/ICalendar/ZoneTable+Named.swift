import Clocks
import SourceText

extension ZoneTable {
  /// Reads the zone from the system.
  ///
  /// - Parameters:
  ///   - id: an IANA name.
  ///   - directory: where the system keeps its zones.
  /// - Returns: the zone as the system has it now.
  /// - Throws: `noTimeZoneData` if it keeps none, `noSuchZone` if not this one.
  static func named(
    _ id: String, in directory: String = directory
  ) throws(ICalendarError) -> ZoneTable {
    if let zone = ZoneTable(id: id, directory: directory) { return zone }
    let hasData = ZoneTable(id: "UTC", directory: directory) != nil
    throw ICalendarError(
      reason: hasData ? .noSuchZone(id) : .noTimeZoneData(directory: directory),
      position: SourcePosition(file: id))
  }
}
