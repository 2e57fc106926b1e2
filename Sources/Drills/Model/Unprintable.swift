extension Unicode.Scalar {
  /// Whether no text has any use for it and a reader or a program may be misled by it: control
  /// characters but tab and line feed, line and paragraph separators, bidi overrides and isolates,
  /// noncharacters.
  package var isUnprintable: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}

extension String {
  /// Whether every reader sees what is in it.
  package var isPrintable: Bool { !unicodeScalars.contains(where: \.isUnprintable) }

  /// Without what is unprintable, for documents that allow none of it.
  package var droppingUnprintable: String {
    if isPrintable { return self }
    var kept = UnicodeScalarView()
    kept.append(contentsOf: unicodeScalars.filter { !$0.isUnprintable })
    return String(kept)
  }

  /// With what is unprintable made visible, as JSON escapes it (`\u001B`), so that JSON stays JSON.
  ///
  /// The carriage return of a line end stays. So do `sequences`, which the writer itself put there.
  package func escapingUnprintable(keeping sequences: [String] = []) -> String {
    if isPrintable { return self }
    var result = UnicodeScalarView()
    let scalars = Array(unicodeScalars)
    let kept = sequences.map { Array($0.unicodeScalars) }
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if let sequence = kept.first(where: { scalars[index...].starts(with: $0) }) {
        result.append(contentsOf: sequence)
        index += sequence.count
        continue
      }
      let isLineEnd = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      if scalar.isUnprintable, !isLineEnd {
        for unit in String(scalar).utf16 {
          let hex = String(unit, radix: 16, uppercase: true)
          result.append(
            contentsOf: "\\u\(String(repeating: "0", count: 4 - hex.count))\(hex)".unicodeScalars)
        }
      } else {
        result.append(scalar)
      }
      index += 1
    }
    return String(result)
  }
}
