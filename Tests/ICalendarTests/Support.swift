import Clocks
import Foundation
import Testing

@testable import ICalendar

/// Compares `actual` with a file under `Golden/`; `UPDATE_GOLDEN=1 swift test` rewrites the file.
func expectGolden(
  _ actual: String, _ name: String, file: String = #filePath,
  at location: SourceLocation = #_sourceLocation
) throws {
  let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try Data(actual.utf8).write(to: url)
  }
  let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
  #expect(actual == expected, "differs from \(url.path)", sourceLocation: location)
}

func fixture(_ name: String, file: String = #filePath) throws -> [UInt8] {
  let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
  return Array(try Data(contentsOf: url))
}

extension CalendarReader {
  /// A reader for the plan of June 2024 in Shanghai, unless told otherwise.
  static func forPlan(
    zone: String = "Asia/Shanghai", _ first: String = "20240601", _ last: String = "20240630",
    limits: CalendarLimits = CalendarLimits()
  ) throws -> CalendarReader {
    try CalendarReader(
      file: "hall.ics", zone: zone, window: CalendarDate(first)...CalendarDate(last),
      limits: limits)
  }

  func read(_ text: String) throws(ICalendarError) -> CalendarReading { try read(Array(text.utf8)) }
}

extension CalendarDate {
  /// A date as a calendar writes it, `20240616`.
  init(_ text: String) throws {
    let parts = (Int(text.prefix(4)), Int(text.dropFirst(4).prefix(2)), Int(text.suffix(2)))
    self = try #require(
      CalendarDate(year: parts.0 ?? 0, month: parts.1 ?? 0, day: parts.2 ?? 0), "\(text)")
  }

  var text: String { "\(year)" + [month, day].map { ($0 < 10 ? "0" : "") + "\($0)" }.joined() }
}

extension CalendarTime {
  var text: String {
    let parts = [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60]
    return date.text + "T" + parts.map { ($0 < 10 ? "0" : "") + "\($0)" }.joined()
  }
}

extension Occurrence {
  /// `20240616` or `20240616-20240618` or `20240616T090000-20240616T103000`.
  var text: String {
    switch self {
    case .allDay(let first, let last): first == last ? first.text : "\(first.text)-\(last.text)"
    case .timed(let start, let end): "\(start.text)-\(end.text)"
    }
  }

  var startText: String { String(text.prefix { $0 != "-" }) }
}

extension CalendarReading {
  /// The occurrences of all events, as texts.
  var texts: [String] { events.flatMap { $0.occurrences.map(\.text) } }
}

/// A calendar with one event of these lines.
func calendar(event lines: String...) -> String {
  calendar(lines: ["BEGIN:VEVENT"] + lines + ["END:VEVENT"])
}

/// A calendar with these lines in it.
func calendar(lines: [String]) -> String {
  (["BEGIN:VCALENDAR", "VERSION:2.0"] + lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
}
