/// What people's keyboards, Excel and WPS write, as plain ASCII where it means the same.
///
/// Compared by meaning, NFC and NFD are alike already: `String` compares by canonical equivalence.
extension String {
  /// Without blanks at its ends: white space of all kinds, and what has no width at all.
  package var trimmed: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      first.isBlank || last.isBlank
    else { return self }
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isBlank }),
      let end = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(scalars[start...end])
  }

  /// Full-width letters, digits and marks, dashes and blanks of all kinds as ASCII, and nothing of
  /// no width.
  package var halfWidth: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x2010...0x2015, 0x2212, 0x2500, 0xFE58, 0xFE63: result.append("-")
      case 0x223C, 0x301C, 0x3030: result.append("~")
      case 0x2236, 0xFE30, 0xFE55: result.append(":")
      case 0x3001: result.append("、")
      case _ where scalar.isWidthless: break
      case _ where scalar.properties.isWhitespace: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// `halfWidth` without blanks and in small letters: how values are compared with what they may be.
  package var tight: String {
    if utf8.allSatisfy({ (48...57).contains($0) }) { return self }
    return String(halfWidth.lowercased().filter { !$0.isWhitespace })
  }

  /// The items of a list, separated by `;`, `；` or `、`; empty ones are dropped.
  package var listItems: [String] { items { $0 == ";" || $0 == "；" || $0 == "、" } }

  /// As `listItems`, for values that hold neither commas nor line ends.
  package var looseListItems: [String] {
    items { ";；、,，\n".unicodeScalars.contains($0) }
  }

  private func items(separatedBy isSeparator: (Unicode.Scalar) -> Bool) -> [String] {
    unicodeScalars.split(whereSeparator: isSeparator).map { String($0).trimmed }
      .filter { !$0.isEmpty }
  }

  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }

  /// Cuts the longest of these ends off, if there is one and something is left.
  mutating func cut(suffix ends: [String]) -> Bool {
    let longest = ends.filter { hasSuffix($0) && count > $0.count }.max { $0.count < $1.count }
    guard let longest else { return false }
    removeLast(longest.count)
    return true
  }
}

extension Unicode.Scalar {
  /// Zero-width spaces and joiners, the byte order mark and the soft hyphen.
  fileprivate var isWidthless: Bool {
    switch value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }

  fileprivate var isBlank: Bool { isWidthless || properties.isWhitespace }
}
