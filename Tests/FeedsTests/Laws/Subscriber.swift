import Drills
import Foundation

/// Reads every feed at every poll, remembers what it was told, and complains of each broken law.
struct Subscriber {
  private(set) var complaints: [String] = []
  private var known: [String: [String: FeedText.Item]] = [:]
  private var lastFiles: [String: [UInt8]] = [:]
  /// The last that was told of each event in an edition, also if it is shown no more.
  private var last: [String: FeedText.Item] = [:]
  private var firstCancelled: [String: Day] = [:]

  mutating func read(_ files: [String: [UInt8]], on today: Day, _ secretClocks: Set<String>) {
    defer { lastFiles = files }
    for (path, bytes) in files where bytes != lastFiles[path] {
      let feed = FeedText(bytes)
      let uids = feed.items.compactMap { $0["UID"] }
      complain(uids.count != feed.items.count, path, "an event has no UID")
      complain(Set(uids).count != uids.count, path, "a UID stands twice")
      checkForm(feed, bytes, path)
      if isLawful(path) { checkVanished(path, Set(uids), today) }
      if !path.hasPrefix("private/") { checkSecrets(feed, bytes, path, secretClocks) }
      known[path] = Dictionary(
        zip(uids, feed.items), uniquingKeysWith: { first, _ in first })
    }
    for edition in ["", "private/", "private/tasks/"] {
      checkNumbers(files, edition, today)
    }
  }

  private mutating func complain(_ isBroken: Bool, _ place: String, _ complaint: String) {
    if isBroken { complaints.append("\(place): \(complaint)") }
  }

  private func isLawful(_ path: String) -> Bool {
    !path.contains("venues/") && !path.contains("teams/")
  }

  private mutating func checkForm(_ feed: FeedText, _ bytes: [UInt8], _ path: String) {
    let text = String(validating: bytes, as: UTF8.self)
    complain(text == nil, path, "a character is split")
    let lines = (text ?? "").components(separatedBy: "\r\n")
    let isShaped = lines.allSatisfy { $0.utf8.count <= 75 && !$0.utf8.contains(10) }
    complain(!isShaped, path, "a line is misshapen")
    let zones = feed.head.count { $0.hasPrefix("X-WR-TIMEZONE:") }
    complain(zones != 1, path, "no zone or several")
    for item in feed.items {
      complain(item["DTSTAMP"] != item["LAST-MODIFIED"], path, "DTSTAMP is not LAST-MODIFIED")
      complain(item["ORGANIZER"] == nil, path, "an event has no organizer")
      let isCancelled = item["STATUS"] == "CANCELLED"
      let isMarked = item["SUMMARY"]?.hasPrefix("【取消】") == true
      complain(isCancelled != isMarked, path, "STATUS and SUMMARY do not agree")
      let isOver = isCancelled || item["SUMMARY"]?.hasPrefix("【已完成】") == true
      complain(item.kind == "VEVENT" && item.alarms != (isOver ? 0 : 1), path, "alarms")
      complain(item.lines.contains { $0.hasSuffix(":") }, path, "a property is empty")
    }
  }

  /// What was there is there, or was told as cancelled for 30 days after date and cancellation.
  private mutating func checkVanished(_ path: String, _ uids: Set<String>, _ today: Day) {
    for (uid, item) in known[path] ?? [:] where !uids.contains(uid) {
      guard item["STATUS"] == "CANCELLED" else {
        complain(true, path, "\(uid) vanished")
        continue
      }
      let end = item["DTEND"] ?? item["DUE"] ?? ""
      let text = "\(end.prefix(4))-\(end.dropFirst(4).prefix(2))-\(end.dropFirst(6).prefix(2))"
      // DTEND of whole days is the day after; within a day of 30 is all that this can tell.
      let date = Day(text).map { $0 + -1 } ?? today
      let told = firstCancelled["\(path) \(uid)"] ?? today
      complain(today <= max(date, told) + 29, path, "\(uid) vanished too early")
    }
  }

  /// An event is the same in all feeds of an edition; its numbers rise when it changes, only then.
  private mutating func checkNumbers(
    _ files: [String: [UInt8]], _ edition: String, _ today: Day
  ) {
    for (uid, item) in known["\(edition)all.ics"] ?? [:] {
      let key = "\(edition) \(uid)"
      for (path, items) in known where files[path] != nil && belongs(path, to: edition) {
        guard let same = items[uid] else { continue }
        complain(same != item, path, "\(uid) differs from that of another feed")
        if same["STATUS"] == "CANCELLED" {
          firstCancelled["\(path) \(uid)"] = firstCancelled["\(path) \(uid)"] ?? today
        } else {
          firstCancelled["\(path) \(uid)"] = nil
        }
      }
      if let before = last[key] {
        let hasChanged = before.visible != item.visible
        let rise = number(item, "SEQUENCE") - number(before, "SEQUENCE")
        complain(hasChanged ? rise < 1 : rise != 0, edition, "\(uid) rises by \(rise)")
        let (now, then) = (item["LAST-MODIFIED"] ?? "", before["LAST-MODIFIED"] ?? "")
        complain(hasChanged ? now <= then : now != then, edition, "\(uid) changed at \(now)")
        complain(item["CREATED"] != before["CREATED"], edition, "\(uid) was made again")
      }
      last[key] = item
    }
  }

  private func number(_ item: FeedText.Item, _ name: String) -> Int {
    item[name].flatMap { Int($0) } ?? -1
  }

  private func belongs(_ path: String, to edition: String) -> Bool {
    switch edition {
    case "": !path.hasPrefix("private/")
    case "private/": path.hasPrefix("private/") && !path.hasPrefix("private/tasks/")
    default: path.hasPrefix(edition)
    }
  }

  private mutating func checkSecrets(
    _ feed: FeedText, _ bytes: [UInt8], _ path: String, _ secretClocks: Set<String>
  ) {
    for item in feed.items {
      // An internal drill that is done may be told by its name.
      let isHiddenDone =
        item["UID"]?.contains("/hidden") == true && item["STATUS"] == "CONFIRMED"
        && item["SUMMARY"]?.hasPrefix("【已完成】") == true
      for line in item.lines where line.contains("secret") && !isHiddenDone {
        complain(true, path, line)
      }
      for clock in secretClocks {
        let compact = "T" + clock.filter { $0 != ":" } + "00"
        for line in item.lines where line.contains(clock) || line.contains(compact) {
          complain(true, path, "hour: \(line)")
        }
      }
      complain(item["CONTACT"] != nil, path, "a contact")
    }
    complain(feed.head.contains { $0.contains("secret") }, path, "a secret head")
  }
}
