extension QRCode {
  /// For a terminal: two modules a character, one above the other, quiet zone included.
  ///
  /// Light modules are drawn and dark ones left out, as a dark terminal shows them right.
  ///
  /// - Parameter setsColours: Whether the lines say white on black themselves, so that a light
  ///   terminal shows them right too.
  /// - Returns: The lines from above.
  package func lines(setsColours: Bool) -> [String] {
    let span = -QRCode.quietZone..<side + QRCode.quietZone
    return stride(from: span.lowerBound, to: span.upperBound, by: 2).map { row in
      let line = span.map { column in
        let isLowerDrawn = row + 1 < span.upperBound && !isDark(row: row + 1, column: column)
        return half(upper: !isDark(row: row, column: column), lower: isLowerDrawn)
      }.joined()
      return setsColours ? QRCode.sequences[0] + line + QRCode.sequences[1] : line
    }
  }

  private func half(upper: Bool, lower: Bool) -> String {
    switch (upper, lower) {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }
}

extension QRCode {
  /// What sets the colours of a line, and what ends them.
  package static let sequences = ["\u{1B}[97;40m", "\u{1B}[0m"]
}
