// A stranger's .ics file, from bytes to occurrences, and to the days and hours that it closes.

import ICalendar

private let reader: CalendarReader? = {
  guard let first = CalendarDate(year: 2024, month: 6, day: 1),
    let last = CalendarDate(year: 2024, month: 6, day: 30)
  else { return nil }
  return try? CalendarReader(file: "input.ics", zone: "Asia/Shanghai", window: first...last)
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCalendar(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let reader else { fatalError("there is no reader to test") }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  watched {
    do throws(ICalendarError) {
      let reading = try reader.read(bytes)
      for warning in reading.warnings {
        precondition(warning.position.line >= 1, "a warning without a line")
        precondition(!"\(warning)".isEmpty, "a warning without words")
      }
      for event in reading.events {
        precondition(event.line >= 1, "an event without a line")
        precondition(event.occurrences == event.occurrences.sorted(), "occurrences out of order")
      }
    } catch {
      precondition(error.position.line >= 1, "an error without a line")
      precondition(!"\(error)".isEmpty, "an error without words")
    }
  }
  watched { read(bytes, as: "hall.ics") }
  return 0
}
