extension String {
  /// Columns on a terminal: Han, kana, Hangul, full-width forms and emoji take two.
  ///
  /// Source: Unicode Standard Annex #11, East Asian Width, classes W and F, by block.
  package var displayWidth: Int {
    var width = 0
    for character in self {
      width += character.unicodeScalars.reduce(0) { max($0, $1.displayWidth) }
    }
    return width
  }

  /// With spaces after it up to `width` columns.
  package func padded(toWidth width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }

  /// With spaces before it up to `width` columns.
  package func aligned(rightTo width: Int) -> String {
    String(repeating: " ", count: max(0, width - displayWidth)) + self
  }

  /// Cut in its middle to at most `width` columns: what tells names apart stands at either end.
  package func shortened(toWidth width: Int) -> String {
    guard displayWidth > width else { return self }
    let head = max(1, (width - 1) / 2)
    var kept = truncated(toWidth: head + 1)
    if kept.last == "…" { kept.removeLast() }
    var tail: [Character] = []
    var used = 0
    for character in reversed() {
      let columns = String(character).displayWidth
      guard kept.displayWidth + 1 + used + columns <= width else { break }
      tail.append(character)
      used += columns
    }
    return kept + "…" + String(tail.reversed())
  }

  /// Cut to at most `width` columns, with an ellipsis where something was cut.
  package func truncated(toWidth width: Int) -> String {
    guard displayWidth > width else { return self }
    var kept = ""
    var used = 0
    for character in self {
      let columns = String(character).displayWidth
      guard used + columns < width else { break }
      kept.append(character)
      used += columns
    }
    return kept + "…"
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      2
    default: properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }
}
