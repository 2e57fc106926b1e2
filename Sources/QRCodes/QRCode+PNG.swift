internal import CZlib

extension QRCode {
  /// A picture of the symbol with its quiet zone, one bit a pixel, black on white.
  ///
  /// Source: PNG (Third Edition) §5, §11.
  ///
  /// - Parameter scale: Pixels on a side of a module, at least 1.
  /// - Returns: The bytes of the file.
  package func png(scale: Int = 8) -> [UInt8] {
    precondition(scale >= 1, "a module has at least one pixel")
    let pixels = (side + 2 * QRCode.quietZone) * scale
    // Bit depth 1, greyscale, deflate, the one filter method, not interlaced.
    let header = bigEndian(pixels) + bigEndian(pixels) + [1, 0, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", header) + chunk("IDAT", deflated(scanlines(pixels: pixels, scale: scale)))
      + chunk("IEND", [])
  }

  /// Each line after a byte that names its filter, none; a set bit is white.
  private func scanlines(pixels: Int, scale: Int) -> [UInt8] {
    (-QRCode.quietZone..<side + QRCode.quietZone).flatMap { row in
      var line = [UInt8](repeating: 0, count: 1 + (pixels + 7) / 8)
      for pixel in 0..<pixels
      where !isDark(row: row, column: pixel / scale - QRCode.quietZone) {
        line[1 + pixel / 8] |= 0x80 >> (pixel % 8)
      }
      return repeatElement(line, count: scale).joined()
    }
  }

  private func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let checked = Array(type.utf8) + content
    return bigEndian(content.count) + checked
      + bigEndian(Int(crc32(0, checked, UInt32(checked.count))))
  }

  private func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    var result = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&result, &length, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
    precondition(status == Z_OK, "a buffer of compressBound holds whatever compress2 writes")
    return Array(result.prefix(Int(length)))
  }
}
