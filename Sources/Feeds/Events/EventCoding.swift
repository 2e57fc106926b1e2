import Drills
internal import Foundation

extension Event {
  /// Canonical: one event has one text.
  var content: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("an event has nothing that JSON lacks")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// Nothing if the text is no event of a Muster that this one knows.
  init?(content: String) {
    guard let event = try? JSONDecoder().decode(Event.self, from: Data(content.utf8)) else {
      return nil
    }
    self = event
  }
}

extension When: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    let ends = text.split(separator: "/").map(String.init)
    if ends.count == 2, let first = Day(ends[0]), let last = Day(ends[1]), first <= last {
      self = .days(first...last)
    } else if ends.count == 2, let start = Moment(ends[0]), let end = Moment(ends[1]) {
      self = .hours(start: start, end: end)
    } else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: text)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .days(let days): try container.encode("\(days.lowerBound)/\(days.upperBound)")
    case .hours(let start, let end): try container.encode("\(start)/\(end)")
    }
  }
}

/// A day as the record keeps it, `2024-06-12`.
struct WrittenDay: Codable, Hashable, Sendable {
  let day: Day

  init(_ day: Day) { self.day = day }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: text)
    }
    self.day = day
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(day.description)
  }
}

extension Moment {
  /// Reads `2024-06-12T09:00` and nothing else.
  fileprivate init?(_ text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Day(String(parts[0])) else { return nil }
    let digits = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard digits.count == 2, let hour = Int(digits[0]), let minute = Int(digits[1]),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    self.init(day: day, minute: hour * 60 + minute)
  }
}
