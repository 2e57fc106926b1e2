/// An identity that is text on disk, in JSON and in feeds.
///
/// Each knows its own text; nothing else writes or reads it.
package protocol WrittenID: Hashable, Comparable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral, Codable, CodingKeyRepresentable
{
  /// Of any text: what this program would not write stays as it is.
  init(_ text: String)

  var text: String { get }
}

extension WrittenID {
  /// By the text.
  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.text < rhs.text }

  package var description: String { text }

  package init(stringLiteral text: String) { self.init(text) }

  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  package var codingKey: any CodingKey { WrittenKey(stringValue: text) }

  package init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }
}

extension Sequence where Element: WrittenID {
  package func joined(separator: String) -> String {
    map(\.text).joined(separator: separator)
  }
}

private struct WrittenKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }

  init?(intValue: Int) { nil }
}
