package import Drills

/// What subscribers have already seen of an event; its next revision must be above both.
package struct Floor: Hashable, Sendable {
  /// -1: nothing yet.
  package var sequence: Int
  package var lastModified: Instant

  package init(sequence: Int, lastModified: Instant) {
    self.sequence = sequence
    self.lastModified = lastModified
  }

  init(_ row: Publication?) {
    self.init(sequence: row?.sequence ?? -1, lastModified: row?.lastModified ?? 0)
  }

  func raised(to other: Floor?) -> Floor {
    guard let other else { return self }
    return Floor(
      sequence: max(sequence, other.sequence), lastModified: max(lastModified, other.lastModified))
  }
}

extension Floor {
  /// What the feeds on disk told of each event of plan `plan`, by its id.
  ///
  /// A plain scan for three properties, since the files are our own; the caller reads public and
  /// private feeds apart. After a backup of the record was restored it knows less than they.
  package static func floors(in feeds: some Sequence<[UInt8]>, of plan: String) -> [EventID: Floor]
  {
    var floors: [EventID: Floor] = [:]
    for feed in feeds {
      var event: EventID?
      var floor = Floor(nil)
      for line in unfolded(feed) {
        if line == "BEGIN:VEVENT" || line == "BEGIN:VTODO" {
          event = nil
          floor = Floor(nil)
        } else if line == "END:VEVENT" || line == "END:VTODO" {
          if let event { floors[event] = floor.raised(to: floors[event]) }
        } else if let value = line.value(of: "UID:") {
          event = EventID(uid: value, of: plan) ?? event
        } else if let value = line.value(of: "SEQUENCE:") {
          floor.sequence = Int(value) ?? -1
        } else if let value = line.value(of: "LAST-MODIFIED:") {
          floor.lastModified = Instant(basic: value) ?? 0
        }
      }
    }
    return floors
  }

  /// When a feed of ours last changed, by its first bytes.
  package static func lastModified(ofHead head: [UInt8]) -> Instant? {
    for line in unfolded(head) {
      if line.hasPrefix("BEGIN:V"), line != "BEGIN:VCALENDAR" { return nil }
      if let value = line.value(of: "LAST-MODIFIED:") { return Instant(basic: value) }
    }
    return nil
  }

  private static func unfolded(_ feed: [UInt8]) -> [String] {
    var lines: [[UInt8]] = []
    for line in feed.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      if line.first == UInt8(ascii: " "), !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(Array(line))
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension String {
  fileprivate func value(of name: String) -> String? {
    hasPrefix(name) ? String(dropFirst(name.count)) : nil
  }
}
