internal import Glibc

/// The bytes of a calendar as UTF-8 without a byte order mark.
///
/// Returns nil for bytes that are neither UTF-8 nor, as a whole, GB18030.
func utf8Text(of bytes: [UInt8]) -> [UInt8]? {
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  let isMarked = bytes.starts(with: mark)
  let text = isMarked ? Array(bytes.dropFirst(mark.count)) : bytes
  if isUTF8(text) { return text }
  // Simple writers fold in the middle of a character: RFC 5545 §3.1 asks to unfold first.
  if isUTF8(unfolded(text[...])) { return text }
  return isMarked ? nil : utf8(fromGB18030: text)
}

private func isUTF8(_ bytes: [UInt8]) -> Bool {
  (try? UTF8Span(validating: bytes.span)) != nil
}

/// The bytes without line ends that a space or tab follows, and without that space or tab.
func unfolded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let next = bytes.indexAfterLineEnd(at: index)
    if let next, next < bytes.endIndex, bytes[next].isBlank {
      index = next + 1
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return result
}

extension ArraySlice<UInt8> {
  /// The index after a CRLF, LF or CR that starts at `index`, nil if none does.
  func indexAfterLineEnd(at index: Int) -> Int? {
    switch self[index] {
    case UInt8(ascii: "\n"): index + 1
    case UInt8(ascii: "\r"):
      index + 1 < endIndex && self[index + 1] == UInt8(ascii: "\n") ? index + 2 : index + 1
    default: nil
    }
  }
}

extension UInt8 {
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

private func utf8(fromGB18030 bytes: [UInt8]) -> [UInt8]? {
  guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1)
  else { return nil }
  defer { iconv_close(converter) }

  var input = bytes
  // No character grows more than twofold: two bytes of GB18030 become three, four become four.
  var output = [UInt8](repeating: 0, count: 2 * bytes.count + 4)
  var inputLeft = input.count
  var outputLeft = output.count
  let unconverted = input.withUnsafeMutableBytes { source in
    output.withUnsafeMutableBytes { target in
      var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      return iconv(converter, &from, &inputLeft, &to, &outputLeft)
    }
  }
  guard unconverted == 0, inputLeft == 0 else { return nil }
  return Array(output.dropLast(outputLeft))
}
