internal import Drills

/// A page before it is bytes: elements, and text that is text whatever is in it.
///
/// Nothing else makes HTML here, so no value can become a tag or end an attribute.
indirect enum Markup: Sendable {
  case text(String)
  case element(String, [Attribute], [Markup])
  case group([Markup])

  struct Attribute: Sendable {
    let name: String
    /// Nothing: the name alone, as `open`.
    let value: String?
  }

  /// The whole page.
  var page: [UInt8] {
    var bytes = Array("<!DOCTYPE html>\n".utf8)
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): Markup.write(text, to: &bytes)
    case .group(let parts): for part in parts { part.write(to: &bytes) }
    case .element(let name, let attributes, let content):
      bytes += "<\(name)".utf8
      for attribute in attributes {
        bytes += " \(attribute.name)".utf8
        guard let value = attribute.value else { continue }
        bytes += "=\"".utf8
        Markup.write(value, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(UInt8(ascii: ">"))
      if Markup.empty.contains(name) { return }
      for part in content { part.write(to: &bytes) }
      bytes += "</\(name)>".utf8
    }
  }

  /// Elements that have no content and no end.
  private static let empty: Set = ["meta", "link", "br", "img", "input", "hr"]

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.droppingUnprintable.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
  }
}

/// Lets content be written as a list of texts, elements, conditions and loops.
@resultBuilder
enum MarkupBuilder {
  static func buildExpression(_ text: String) -> [Markup] { [.text(text)] }
  static func buildExpression(_ markup: Markup) -> [Markup] { [markup] }
  static func buildExpression(_ markup: Markup?) -> [Markup] { markup.map { [$0] } ?? [] }
  static func buildExpression(_ markup: [Markup]) -> [Markup] { markup }
  static func buildBlock(_ parts: [Markup]...) -> [Markup] { parts.flatMap(\.self) }
  static func buildOptional(_ part: [Markup]?) -> [Markup] { part ?? [] }
  static func buildEither(first part: [Markup]) -> [Markup] { part }
  static func buildEither(second part: [Markup]) -> [Markup] { part }
  static func buildArray(_ parts: [[Markup]]) -> [Markup] { parts.flatMap(\.self) }
}

extension Markup.Attribute {
  static func set(_ name: String, _ value: String) -> Self { Self(name: name, value: value) }
  static func flag(_ name: String) -> Self { Self(name: name, value: nil) }
  static func style(_ names: String...) -> Self {
    Self(name: "class", value: names.filter { !$0.isEmpty }.joined(separator: " "))
  }
  static func id(_ value: String) -> Self { set("id", value) }
  static func href(_ value: String) -> Self { set("href", value) }
}

func tag(
  _ name: String, _ attributes: Markup.Attribute?...,
  @MarkupBuilder content: () -> [Markup] = { [] }
) -> Markup {
  .element(name, attributes.compactMap(\.self), content())
}

func link(
  _ address: String, _ attributes: Markup.Attribute?..., @MarkupBuilder content: () -> [Markup]
) -> Markup {
  .element("a", [.href(address)] + attributes.compactMap(\.self), content())
}
