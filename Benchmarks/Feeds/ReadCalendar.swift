// Times Muster's reading of calendars of 25,000, 50,000 and 100,000 events.

import Foundation
import ICalendar

@main enum ReadCalendar {
  static func main() throws {
    guard let first = CalendarDate(year: 2024, month: 6, day: 1),
      let last = CalendarDate(year: 2024, month: 6, day: 30)
    else { return }
    let reader = try CalendarReader(
      file: "input.ics", zone: "Asia/Shanghai", window: first...last)
    for path in CommandLine.arguments.dropFirst() {
      let bytes = Array(try Data(contentsOf: URL(filePath: path)))
      var best = Double.infinity
      var found = 0
      for _ in 0..<3 {
        let begin = processorSeconds()
        let reading = try reader.read(bytes)
        best = min(best, processorSeconds() - begin)
        precondition(reading.warnings.isEmpty, "\(reading.warnings[0])")
        found = reading.events.count
      }
      print("muster: read \(found) events\t\(best)")
    }
  }
}

private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
