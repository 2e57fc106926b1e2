import Clocks
import Drills
import Foundation
import Testing

/// Every zone of the system, links included.
private let zones: [String] = {
  let found =
    FileManager.default.enumerator(atPath: ZoneTable.directory)?
    .compactMap { $0 as? String } ?? []
  return found.filter { !$0.hasPrefix("right/") && !$0.hasPrefix("posix/") }
    .filter { ZoneTable(id: $0) != nil }.sorted()
}()

@Suite struct `Time zones` {
  @Test func `are many`() { #expect(zones.count > 400) }

  /// `zdump` reads the same files by code of its own, the C library's.
  @Test func `change their clocks when the C library says, in the years 2000 to 2040`() throws {
    var tables: [String: ZoneTable] = [:]
    var compared = 0
    for sample in try CLibraryClock.samples(of: zones) {
      let table = try #require(tables[sample.zone] ?? ZoneTable(id: sample.zone))
      tables[sample.zone] = table
      #expect(table.offset(at: sample.instant) == sample.offset, "\(sample)")
      compared += 1
    }
    #expect(compared > 20_000)
  }

  /// The plan's zone and the zones of calendars are one table; this holds them together if they
  /// ever part again.
  @Test func `are the same to a plan as to a calendar, in the years 2000 to 2040`() throws {
    var compared = 0
    for id in zones where id.contains("/") {
      let table = try #require(ZoneTable(id: id))
      let zone = try #require(Zone(id))
      let instants =
        stride(from: 946_684_800, to: 2_240_524_800, by: 7 * 86_400)
        + table.changes(in: 2000...2040).flatMap { [$0.instant - 1, $0.instant] }
      for instant in instants {
        compared += 1
        let local = table.local(of: instant)
        guard zone.offsetSeconds(at: Instant(seconds: instant)) == table.offset(at: instant),
          zone.moment(at: Instant(seconds: instant)).minutes == -floorDivide(-local, by: 60)
        else {
          Issue.record("\(id) at \(instant)")
          continue
        }
      }
    }
    #expect(compared > 800_000)
  }
}

/// What `localtime_r` says of a zone.
private enum CLibraryClock {
  struct Sample {
    let zone: String
    let instant: Int
    let offset: Int
  }

  /// The offset on either side of each change that `zdump -v` lists.
  static func samples(of zones: [String]) throws -> [Sample] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/zdump")
    process.arguments = ["-v", "-c", "2000,2041"] + zones
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").compactMap(sample)
  }

  /// `Asia/X  Sun Mar 26 00:59:59 2000 UT = Sun Mar 26 00:59:59 2000 GMT isdst=0 gmtoff=0`.
  private static func sample(_ line: Substring) -> Sample? {
    let words = line.split(separator: " ")
    guard words.count == 16, let offset = Int(words[15].dropFirst("gmtoff=".count)),
      let year = Int(words[5]), let day = Int(words[3]),
      let month = months.firstIndex(of: String(words[2])),
      let date = CalendarDate(year: year, month: month + 1, day: day)
    else { return nil }
    let time = words[4].split(separator: ":").compactMap { Int($0) }
    let instant = date.dayNumber * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]
    return Sample(zone: String(words[0]), instant: instant, offset: offset)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
