import SourceText

/// A piece of text as the planner wrote it, and where.
struct Written: Hashable {
  var text: String
  var position: SourcePosition

  /// The items of a list inside a cell, separated by `;`, `；` or `、`; empty ones are dropped.
  var items: [Written] {
    text.listItems.map { Written(text: $0, position: position) }
  }
}

extension String {
  /// Without white space at its ends, the ideographic and the no-break kind included.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[start...end])
  }

  var listItems: [String] {
    unicodeScalars.split { $0 == ";" || $0 == "；" || $0 == "、" }
      .map { String($0).trimmed }
      .filter { !$0.isEmpty }
  }

  /// With full-width letters, digits and marks, as a Chinese keyboard gives them, made ASCII.
  var halfWidth: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: result.append(" ")
      case 0x2013, 0x2014, 0x2212, 0x301C: result.append("-")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }
}
