internal import Glibc

/// GB18030, what Excel and WPS save in China, as UTF-8.
package struct GB18030 {
  /// The text up to the first byte that is no GB18030.
  package let utf8: [UInt8]
  /// How many bytes that text took.
  package let read: Int

  /// Nothing if this system cannot convert it.
  package init?(_ bytes: [UInt8]) {
    guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }

    var input = bytes
    // No character grows more than twofold: two bytes become three, four become four.
    var output = [UInt8](repeating: 0, count: 2 * bytes.count + 4)
    var inputLeft = input.count
    var outputLeft = output.count
    _ = input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        return iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    utf8 = Array(output.dropLast(outputLeft))
    read = bytes.count - inputLeft
  }
}
