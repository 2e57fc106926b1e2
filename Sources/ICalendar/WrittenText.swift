/// Text on its way into a calendar, freed of what would end a line, hide a word or break a parser.
enum WrittenText {
  /// Stands for an escaped comma until the lines are folded.
  ///
  /// libical writes the commas and semicolons of CATEGORIES and of X- properties without the
  /// backslash that RFC 5545 §3.3.11 asks for. All control characters are taken out of the text,
  /// so two of them can stand for the escaped forms.
  static let comma: UInt8 = 1
  /// Stands for an escaped semicolon until the lines are folded.
  static let semicolon: UInt8 = 2

  /// A TEXT: line ends of all kinds become `\n`.
  ///
  /// - Parameters:
  ///   - string: any text.
  ///   - marksSeparators: whether libical would leave commas and semicolons bare.
  /// - Returns: the text for libical to escape.
  static func text(_ string: String, marksSeparators: Bool = false) -> String {
    clean(string, lineEnd: "\n", marksSeparators: marksSeparators)
  }

  /// A URI or an address: nothing that would end it.
  static func uri(_ string: String) -> String {
    clean(string, lineEnd: nil)
  }

  /// A parameter's value: on one line, and without the quotes that it cannot hold.
  static func parameter(_ string: String) -> String {
    let cleaned = clean(string, lineEnd: " ")
    guard cleaned.utf8.contains(UInt8(ascii: "\"")) else { return cleaned }
    // By scalars: a quote with an accent on it is another Character, but still a quote.
    return String(String.UnicodeScalarView(cleaned.unicodeScalars.map { $0 == "\"" ? "'" : $0 }))
  }

  private static func clean(
    _ string: String, lineEnd: Unicode.Scalar?, marksSeparators: Bool = false
  ) -> String {
    guard needsCleaning(string, keepsLineFeed: lineEnd == "\n", marksSeparators: marksSeparators)
    else { return string }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}": if let lineEnd { result.append(lineEnd) }
      case "\t": result.append(" ")
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}": break
      case "," where marksSeparators: result.append(Unicode.Scalar(comma))
      case ";" where marksSeparators: result.append(Unicode.Scalar(semicolon))
      default: result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  /// Whether some byte may belong to a control character, a line separator or a separator to mark.
  private static func needsCleaning(
    _ string: String, keepsLineFeed: Bool, marksSeparators: Bool
  ) -> Bool {
    var string = string
    return string.withUTF8 { bytes in
      var previous: UInt8 = 0
      for byte in bytes {
        if byte < 0x20, byte != UInt8(ascii: "\n") || !keepsLineFeed { return true }
        if byte >= 0x7F {
          // U+0080–U+009F are C2 80–C2 9F; U+2028 and U+2029 are E2 80 A8 and A9.
          if byte == 0x7F || previous == 0xC2 && byte < 0xA0 { return true }
          if previous == 0x80, byte == 0xA8 || byte == 0xA9 { return true }
        } else if marksSeparators, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
          return true
        }
        previous = byte
      }
      return false
    }
  }
}
