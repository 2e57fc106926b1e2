import SourceText

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
  guard !isMarked, let converted = GB18030(text), converted.read == text.count else { return nil }
  return converted.utf8
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
