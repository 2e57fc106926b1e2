/// What libical wrote, folded anew and with its marks resolved.
///
/// libical folds after the colon of every long line and by counts of its own, so its folds are
/// undone: lines have at most 75 octets and are broken between characters only.
/// Source: RFC 5545 §3.1.
func foldedLines(_ text: UnsafeBufferPointer<CChar>) -> [UInt8] {
  let limit = 75
  let marks = text.count { $0 == WrittenText.comma || $0 == WrittenText.semicolon }
  // A fold of three bytes comes after at least 71; a mark becomes two bytes.
  let capacity = text.count + text.count / 16 + marks * 2 + 16
  // Pointers: 4 times faster than appending, and this runs over every byte of every feed.
  return Array(unsafeUninitializedCapacity: capacity) { output, count in
    var written = 0
    var lineLength = 0
    func write(_ byte: UInt8) {
      output[written] = byte
      written += 1
    }

    var index = 0
    while index < text.count {
      let byte = UInt8(bitPattern: text[index])
      if byte == UInt8(ascii: "\r") {
        // Neither names nor values hold a CR, so an LF follows it.
        index += 2
        if index < text.count, text[index] == CChar(UInt8(ascii: " ")) {
          index += 1
        } else {
          write(UInt8(ascii: "\r"))
          write(UInt8(ascii: "\n"))
          lineLength = 0
        }
        continue
      }
      let isMark = byte == WrittenText.comma || byte == WrittenText.semicolon
      let length = isMark ? 2 : min(characterLength(byte), text.count - index)
      if lineLength + length > limit {
        write(UInt8(ascii: "\r"))
        write(UInt8(ascii: "\n"))
        write(UInt8(ascii: " "))
        lineLength = 1
      }
      lineLength += length
      if isMark {
        write(UInt8(ascii: "\\"))
        write(byte == WrittenText.comma ? UInt8(ascii: ",") : UInt8(ascii: ";"))
        index += 1
      } else {
        for offset in 0..<length { write(UInt8(bitPattern: text[index + offset])) }
        index += length
      }
    }
    count = written
  }
}

/// The bytes of a UTF-8 character that starts so.
private func characterLength(_ lead: UInt8) -> Int {
  switch lead {
  case 0xF0...: 4
  case 0xE0...: 3
  case 0xC0...: 2
  default: 1
  }
}
