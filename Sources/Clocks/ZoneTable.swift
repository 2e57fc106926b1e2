internal import Glibc

/// A time zone of this system: a table of changes and, for the years after it, a yearly rule.
///
/// A value, read whole from the system's file, so that threads may share it. The only source of time
/// zones: Foundation answers from tables of its own, which are those of the day it was built and
/// had fourteen zones wrong by the end of 2026.
/// Source: RFC 9636.
package struct ZoneTable: Sendable {
  /// One of the kinds of local time that a zone keeps.
  package struct LocalTime: Hashable, Sendable {
    /// Seconds to add to UTC.
    package var offset: Int
    package var isDaylight: Bool
    package var name: String
  }

  /// A moment at which the clocks are changed.
  package struct Change: Hashable, Sendable {
    /// Seconds since 1970-01-01 00:00 UTC.
    package let instant: Int
    package let before: LocalTime
    package let after: LocalTime
  }

  package let id: String
  /// Ascending, and parallel to `local`.
  let instants: [Int]
  /// The kind of time from each instant on, an index into `kinds`.
  let local: [UInt8]
  let kinds: [LocalTime]
  /// What holds after the last instant, if it changes every year.
  package let rule: DaylightRule?

  package static let utc = ZoneTable(
    id: "UTC", instants: [], local: [],
    kinds: [LocalTime(offset: 0, isDaylight: false, name: "UTC")], rule: nil)

  /// A zone that is always `offset` seconds ahead of UTC.
  package static func fixed(offset: Int) -> ZoneTable {
    ZoneTable(
      id: "UTC\(offset < 0 ? "" : "+")\(offset)", instants: [], local: [],
      kinds: [LocalTime(offset: offset, isDaylight: false, name: "")], rule: nil)
  }

  /// Where the system keeps its zones.
  package static let directory = "/usr/share/zoneinfo"

  /// Nil if the system has no such zone.
  package init?(id: String, directory: String = directory) {
    guard Self.isName(id), let bytes = Self.contents(of: "\(directory)/\(id)") else { return nil }
    self.init(id: id, file: bytes)
  }

  init(
    id: String, instants: [Int], local: [UInt8], kinds: [LocalTime], rule: DaylightRule?
  ) {
    self.id = id
    self.instants = instants
    self.local = local
    self.kinds = kinds
    self.rule = rule
  }

  /// Names come from strangers and become paths: no dot, no root, and not the leap-second set.
  private static func isName(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 64 && !id.hasPrefix("/") && !id.hasPrefix("right/")
      && id.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"):
          true
        default: "-/_+".utf8.contains($0)
        }
      }
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let stream = fopen(path, "rb") else { return nil }
    defer { fclose(stream) }
    // The largest zone has 4 KiB.
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, stream)
    return Array(bytes.prefix(count))
  }

  /// Seconds to add to UTC at a moment given in seconds since 1970-01-01 00:00 UTC.
  package func offset(at instant: Int) -> Int { localTime(at: instant).offset }

  package func localTime(at instant: Int) -> LocalTime {
    guard let last = instants.last, instant < last else {
      if let rule { return rule.localTime(at: instant) }
      return kinds[Int(local.last ?? 0)]
    }
    var low = 0
    var high = instants.count
    while low < high {
      let middle = (low + high) / 2
      if instants[middle] <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? kinds[0] : kinds[Int(local[low - 1])]
  }

  /// The moment at which local clocks show `localSeconds`, both since 1970-01-01 00:00.
  ///
  /// The first of two; an hour that is skipped counts from before the change.
  /// Source: RFC 5545 §3.3.5.
  package func instant(ofLocal localSeconds: Int) -> Int {
    let before = offset(at: localSeconds - 86_400)
    let after = offset(at: localSeconds + 86_400)
    let early = localSeconds - before
    if before == after || offset(at: early) == before { return early }
    let late = localSeconds - after
    return offset(at: late) == after ? late : early
  }

  package func local(of instant: Int) -> Int { instant + offset(at: instant) }

  /// Every change of clocks from the start of the first year to the end of the last.
  package func changes(in years: ClosedRange<Int>) -> [Change] {
    let first = CalendarDate.dayNumber(year: years.lowerBound, month: 1, day: 1) * 86_400
    let end = CalendarDate.dayNumber(year: years.upperBound + 1, month: 1, day: 1) * 86_400
    var found: [Int] = instants.filter { (first..<end).contains($0) }
    if let rule {
      let last = instants.last ?? .min
      found += years.flatMap(rule.instants).filter { $0 > last && (first..<end).contains($0) }
    }
    return found.sorted().compactMap { instant in
      let before = localTime(at: instant - 1)
      let after = localTime(at: instant)
      return before == after ? nil : Change(instant: instant, before: before, after: after)
    }
  }
}
