internal import CQRencode

/// A text as a square of dark and light modules that a phone's camera reads.
package struct QRCode: Hashable, Sendable {
  /// Modules on a side, the quiet zone not counted.
  package let side: Int
  /// Row by row; true is dark.
  private let modules: [Bool]

  /// Light modules that must surround the symbol.
  ///
  /// Source: ISO/IEC 18004 §5.3.8.
  package static let quietZone = 4

  /// Level M: it can be read with 15 % of it gone.
  ///
  /// - Returns: Nothing if the text is empty, holds a NUL, or has more bytes than the largest symbol
  ///   takes, 2,331.
  package init?(_ text: String) {
    guard !text.isEmpty, !text.utf8.contains(0),
      let symbol = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { QRcode_free(symbol) }
    let width = Int(symbol.pointee.width)
    side = width
    // The lowest bit is the colour; the others say what a module is for.
    modules = (0..<width * width).map { symbol.pointee.data[$0] & 1 == 1 }
  }

  /// Whether a module is dark; those around the symbol are light.
  package func isDark(row: Int, column: Int) -> Bool {
    (0..<side).contains(row) && (0..<side).contains(column) && modules[row * side + column]
  }
}
