import Clocks

/// The zones that a calendar's names stand for, each loaded once.
///
/// What a file's own VTIMEZONE says of offsets is never believed: a hostile one of 700 bytes keeps
/// libical busy for a minute, and honest ones are out of date. Only its name is mapped.
struct ZoneCatalog {
  private static let longestName = 200

  private var zones: [String: ZoneTable?] = [:]
  /// The X-LIC-LOCATION of the file's zones, by TZID.
  private let locations: [String: String]

  init(locations: [String: String] = [:]) {
    self.locations = locations
  }

  /// The zone of this system that a TZID means, nil if none does.
  mutating func zone(named name: String) -> ZoneTable? {
    if let known = zones[name] { return known }
    let zone =
      find(name) ?? unnumbered(name).flatMap(find) ?? locations[name].flatMap(find)
    zones[name] = .some(zone)
    return zone
  }

  private func find(_ name: String) -> ZoneTable? {
    if let windows = windowsZones[name] { return ZoneTable(id: windows) }
    if let zone = ZoneTable(id: name) ?? prefixed(name) { return zone }
    guard name.utf8.count <= Self.longestName else { return nil }
    if let id = ZoneNames.identifier(of: name) { return ZoneTable(id: id) }
    if let offset = ZoneNames.offset(of: name) { return .fixed(offset: offset) }
    return nil
  }

  /// Without the number that Office 365 gives a zone that it changed: `China Standard Time 1`.
  private func unnumbered(_ name: String) -> String? {
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last, last.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return words.dropLast().joined(separator: " ")
  }

  /// A prefix names who made the zone: `/mozilla.org/20050126_1/Asia/Shanghai`.
  private func prefixed(_ name: String) -> ZoneTable? {
    guard name.hasPrefix("/") else { return nil }
    var rest = name.dropFirst()
    for _ in 0..<8 {
      if let zone = ZoneTable(id: String(rest)) { return zone }
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      rest = rest[rest.index(after: slash)...]
    }
    return nil
  }
}
