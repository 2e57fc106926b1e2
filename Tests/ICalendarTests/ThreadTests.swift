import Clocks
import Foundation
import Synchronization
import Testing

@testable import ICalendar

@Suite struct `Calendars on many threads` {
  /// In a process of its own, so that these threads are the first to use libical.
  @Test func `are written and read as on one`() async {
    await #expect(processExitsWith: .success) {
      let found = Mutex<[[String]]>([])
      let start = NSCondition()
      let isOpen = Mutex(false)
      let group = DispatchGroup()
      for _ in 0..<16 {
        group.enter()
        Thread.detachNewThread {
          start.withLock { while !isOpen.withLock(\.self) { start.wait() } }
          let texts = (0..<40).map { (try? roundTrip(of: $0)) ?? "failed" }
          found.withLock { $0.append(texts) }
          group.leave()
        }
      }
      isOpen.withLock { $0 = true }
      start.withLock { start.broadcast() }
      group.wait()

      let alone = try (0..<40).map(roundTrip)

      #expect(Set(alone).count == 40)
      #expect(found.withLock(\.self) == Array(repeating: alone, count: 16))
    }
  }
}

/// Writes a calendar that uses every kind of value, and tells its bytes and what is read from them.
private func roundTrip(of number: Int) throws -> String {
  let start = CalendarTime(
    date: try CalendarDate("20240601").adding(days: number % 30), secondOfDay: number * 60)
  let event = Component(
    "VEVENT",
    [
      Property("UID", .text("\(number)@test")), Property("DTSTAMP", .utc(start)),
      Property("DTSTART", .dateTime(start), [.init("TZID", "America/New_York")]),
      Property("DURATION", .duration(seconds: 60 * (number + 1))),
      Property("RRULE", .rule("FREQ=DAILY;COUNT=\(number + 1)")),
      Property("SUMMARY", .text("演练 \(number), \\ ; \n")), Property("STATUS", .token("TENTATIVE")),
      Property("CATEGORIES", .textList(["a,\(number)", "b;"])),
      Property("GEO", .geo(latitude: Double(number), longitude: 0)),
      Property("ORGANIZER", .calAddress("invalid:nomail"), [.init("CN", "办公室\(number)")]),
    ])
  let zone = try VTimeZone.component(for: "America/New_York", years: 2024...2024)
  let bytes = Component("VCALENDAR", [Property("VERSION", .text("2.0"))], [zone, event])
    .serialized()
  let reading = try CalendarReader.forPlan().read(bytes)
  return "\(String(decoding: bytes, as: UTF8.self))\(reading)"
}
