package import Drills
internal import ICalendar

/// The feeds of one audience from several years as one, so that who subscribed last year sees this year.
///
/// The files are our own, so their lines are taken as they stand: the head and the zone of the newest
/// plan, then its events, then those of the plans before it.
package enum YearsMerge {
  /// How long what is over stays.
  package static let months = 13

  /// The files, the newest plan's first, as one feed; events of earlier plans that ended 13 months before
  /// today are left out.
  package static func bytes(of files: [[UInt8]], on today: Day) -> [UInt8] {
    let feeds = files.map(WrittenFeed.init)
    guard let newest = feeds.first else { return [] }
    let oldest = earliest(before: today)
    var uids: Set<String> = []
    var events: [WrittenFeed.Block] = []
    for (index, feed) in feeds.enumerated() {
      for event in feed.events where index == 0 || event.lastDay >= oldest {
        if uids.insert(event.uid).inserted { events.append(event) }
      }
    }
    let modified = feeds.compactMap { $0.value(of: "LAST-MODIFIED:") }.max()
    let head = newest.head(modified: modified)
    let zones = zones(of: feeds, telling: events)
    return [head, zones].joined() + events.flatMap(\.bytes) + Array("END:VCALENDAR\r\n".utf8)
  }

  /// The day 13 months before; of a day that the month lacks its last.
  private static func earliest(before today: Day) -> String {
    let (year, month, day) = today.components
    let count = year * 12 + month - 1 - months
    let length = Day.length(ofMonth: count % 12 + 1, year: count / 12)
    return padded(count / 12, to: 4) + padded(count % 12 + 1, to: 2)
      + padded(min(day, length), to: 2)
  }

  /// Each zone once; one that changes its clocks is written for all the years.
  private static func zones(
    of feeds: [WrittenFeed], telling events: [WrittenFeed.Block]
  ) -> [UInt8] {
    var written: [(id: String, bytes: [UInt8])] = []
    for block in feeds.flatMap(\.zones) {
      guard let index = written.firstIndex(where: { $0.id == block.zoneID }) else {
        written.append((block.zoneID, block.bytes))
        continue
      }
      guard written[index].bytes != block.bytes else { continue }
      let years = events.flatMap { [$0.firstDay, $0.lastDay] }.compactMap { Int($0.prefix(4)) }
      guard let first = years.min(), let last = years.max(),
        let zone = try? VTimeZone.component(for: block.zoneID, years: first...last)
      else { continue }
      written[index].bytes = zone.serialized()
    }
    return written.flatMap(\.bytes)
  }
}

/// A feed as it lies on disk, cut at its components.
private struct WrittenFeed {
  struct Block {
    var name: String
    var bytes: [UInt8] = []
    var uid = ""
    var zoneID = ""
    /// As `20240612`; empty where none is told.
    var firstDay = ""
    var lastDay = ""
  }

  private(set) var headLines: [ArraySlice<UInt8>] = []
  private(set) var zones: [Block] = []
  private(set) var events: [Block] = []

  init(_ bytes: [UInt8]) {
    var block: Block?
    var depth = 0
    var lines = WrittenFeed.lines(bytes)[...]
    while let line = lines.popFirst() {
      let text = String(decoding: line.prefix(400), as: UTF8.self).trimmed
      if text.hasPrefix("BEGIN:"), text != "BEGIN:VCALENDAR" {
        if block == nil { block = Block(name: String(text.dropFirst(6))) }
        depth += 1
      }
      guard block != nil else {
        if text != "END:VCALENDAR" { headLines.append(line) }
        continue
      }
      block?.bytes += line
      if depth == 1 { block?.note(text, folded: lines.prefix { $0.first == 32 }) }
      guard text.hasPrefix("END:") else { continue }
      depth -= 1
      if depth == 0, let whole = block {
        if whole.name == "VTIMEZONE" { zones.append(whole) } else { events.append(whole) }
        block = nil
      }
    }
  }

  func value(of name: String) -> String? {
    headLines.lazy.map { String(decoding: $0, as: UTF8.self).trimmed }
      .first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
  }

  func head(modified: String?) -> [UInt8] {
    headLines.flatMap { line -> [UInt8] in
      guard let modified, line.starts(with: "LAST-MODIFIED:".utf8) else { return Array(line) }
      return Array("LAST-MODIFIED:\(modified)\r\n".utf8)
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.endIndex
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }
}

extension WrittenFeed.Block {
  /// Takes what order and age follow from.
  fileprivate mutating func note(_ line: String, folded rest: ArraySlice<ArraySlice<UInt8>>) {
    func value(_ text: String) -> String {
      text.firstIndex(of: ":").map { String(text[text.index(after: $0)...]) } ?? ""
    }
    if line.hasPrefix("UID") {
      uid = value(line) + rest.map { String(decoding: $0, as: UTF8.self).trimmed }.joined()
    } else if line.hasPrefix("TZID:") {
      zoneID = value(line)
    } else if line.hasPrefix("DTSTART") {
      firstDay = String(value(line).prefix(8))
      if lastDay.isEmpty { lastDay = firstDay }
    } else if line.hasPrefix("DTEND") || line.hasPrefix("DUE") {
      lastDay = String(value(line).prefix(8))
    }
  }
}

extension String {
  /// Without the end of the line and the blank of a folded one.
  fileprivate var trimmed: String {
    String(self.drop { $0 == " " }.reversed().drop { $0.isNewline || $0 == "\0" }.reversed())
  }
}
