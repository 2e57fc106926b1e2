import Clocks

/// The zones that a calendar's names stand for, each loaded once.
///
/// What a file's own VTIMEZONE says of offsets is never believed: a hostile one of 700 bytes keeps
/// libical busy for a minute, and honest ones are out of date. Only its name is mapped.
struct ZoneCatalog {
  private var zones: [String: ZoneTable?] = [:]
  /// The X-LIC-LOCATION of the file's zones, by TZID.
  private let locations: [String: String]

  init(locations: [String: String] = [:]) {
    self.locations = locations
  }

  /// The zone of this system that a TZID means, nil if none does.
  mutating func zone(named name: String) -> ZoneTable? {
    if let known = zones[name] { return known }
    let zone = find(name) ?? locations[name].flatMap(find)
    zones[name] = .some(zone)
    return zone
  }

  private func find(_ name: String) -> ZoneTable? {
    if let windows = windowsZones[name] { return ZoneTable(id: windows) }
    if name.uppercased() == "Z" { return .utc }
    guard name.hasPrefix("/") else { return ZoneTable(id: name) }
    // A prefix names who made the zone: /mozilla.org/20050126_1/Asia/Shanghai.
    var rest = name.dropFirst()
    for _ in 0..<8 {
      if let zone = ZoneTable(id: String(rest)) { return zone }
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      rest = rest[rest.index(after: slash)...]
    }
    return nil
  }
}
