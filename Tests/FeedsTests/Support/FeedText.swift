import Foundation

/// A feed taken apart as simply as can be: it shares no code with what wrote it.
struct FeedText {
  struct Item: Equatable {
    /// `VEVENT` or `VTODO`.
    var kind: String
    /// Unfolded content lines, alarms left out.
    var lines: [String]
    var alarms = 0
    var alarmLines: [String] = []

    /// The first value of a property, with whatever parameters.
    subscript(name: String) -> String? {
      lines.first { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") }
        .map { line in String(line.drop { $0 != ":" }.dropFirst()) }
    }

    func line(_ name: String) -> String? {
      lines.first { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") }
    }

    /// All that a subscriber sees but for the numbers that tell that it changed.
    var visible: [String] {
      let numbers = ["SEQUENCE:", "LAST-MODIFIED:", "DTSTAMP:", "CREATED:"]
      return lines.filter { line in !numbers.contains { line.hasPrefix($0) } }
    }
  }

  var head: [String] = []
  var items: [Item] = []

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let unfolded = text.replacingOccurrences(of: "\r\n ", with: "")
    var item: Item?
    var depth: [String] = []
    for line in unfolded.components(separatedBy: "\r\n") where !line.isEmpty {
      if line.hasPrefix("BEGIN:") { depth.append(String(line.dropFirst(6))) }
      if line == "BEGIN:VEVENT" || line == "BEGIN:VTODO" {
        item = Item(kind: String(line.dropFirst(6)), lines: [])
      } else if line == "BEGIN:VALARM" {
        item?.alarms += 1
      } else if depth.last == "VALARM", !line.hasPrefix("END:") {
        item?.alarmLines.append(line)
      } else if depth.count == 2, item != nil, !line.hasPrefix("END:") {
        item?.lines.append(line)
      } else if depth.count == 1, !line.hasPrefix("END:"), !line.hasPrefix("BEGIN:") {
        head.append(line)
      }
      if line.hasPrefix("END:") {
        depth.removeLast()
        if let found = item, depth.count == 1 {
          items.append(found)
          item = nil
        }
      }
    }
  }

  subscript(uid: String) -> Item? { items.first { $0["UID"] == uid } }
}
