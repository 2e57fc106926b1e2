/// Tags and texts of an XML file with the bytes that they are written in.
///
/// Nothing is expanded and nothing external is followed; a DOCTYPE is refused.
struct XMLScanner {
  enum Token {
    /// With the name's bytes as text, the whole tag's range and whether it closes itself.
    case open(name: String, range: Range<Int>, isEmpty: Bool)
    case close(name: String, range: Range<Int>)
    case text(range: Range<Int>)
  }

  /// What the file says is not XML as we read it, with where.
  struct Fault: Error {
    let offset: Int
  }

  let bytes: [UInt8]

  func forEach(_ body: (Token) throws -> Void) throws {
    var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
        try body(.text(range: start..<place))
        continue
      }
      if has("<!--", at: place) {
        place = try after("-->", from: place + 4)
      } else if has("<![CDATA[", at: place) || has("<!", at: place) {
        throw Fault(offset: place)
      } else if has("<?", at: place) {
        place = try after("?>", from: place + 2)
      } else {
        let start = place
        place = try endOfTag(from: place)
        let isClosing = bytes[start + 1] == UInt8(ascii: "/")
        let nameStart = start + (isClosing ? 2 : 1)
        var nameEnd = nameStart
        while nameEnd < place, !XMLScanner.endsName(bytes[nameEnd]) { nameEnd += 1 }
        let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self)
        if isClosing {
          try body(.close(name: name, range: start..<place))
        } else {
          try body(
            .open(
              name: name, range: start..<place,
              isEmpty: bytes[place - 2] == UInt8(ascii: "/")))
        }
      }
    }
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private func endOfTag(from start: Int) throws -> Int {
    var place = start + 1
    var quote: UInt8?
    while place < bytes.count {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place + 1
      }
      place += 1
    }
    throw Fault(offset: start)
  }

  private func has(_ text: String, at place: Int) -> Bool {
    bytes[place...].starts(with: text.utf8)
  }

  private func after(_ text: String, from start: Int) throws -> Int {
    var place = start
    while place < bytes.count {
      if has(text, at: place) { return place + text.utf8.count }
      place += 1
    }
    throw Fault(offset: start)
  }

  /// An attribute of a tag, as it is written; nothing if it has none of that name.
  func attribute(_ name: String, of tag: Range<Int>) -> String? {
    let text = String(decoding: bytes[tag], as: UTF8.self)
    for quote in ["\"", "'"] {
      for blank in [" ", "\n", "\t", "\r"] {
        guard let start = text.firstRange(of: "\(blank)\(name)=\(quote)") else { continue }
        let rest = text[start.upperBound...]
        return rest.firstIndex(of: Character(quote)).map { String(rest[..<$0]) }
      }
    }
    return nil
  }

  /// Characters of a text, each with its bytes; references are one character.
  func characters(in range: Range<Int>) -> [(Unicode.Scalar, Range<Int>)] {
    var result: [(Unicode.Scalar, Range<Int>)] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      if byte == UInt8(ascii: "&"),
        let end = bytes[place..<range.upperBound].firstIndex(of: UInt8(ascii: ";")),
        let scalar = XMLScanner.reference(
          String(decoding: bytes[(place + 1)..<end], as: UTF8.self))
      {
        result.append((scalar, place..<(end + 1)))
        place = end + 1
        continue
      }
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(place + length, range.upperBound)
      let scalar =
        String(decoding: bytes[place..<end], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
      result.append((scalar, place..<end))
      place = end
    }
    return result
  }

  private static func reference(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    default:
      if name.hasPrefix("#x") {
        UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
      } else {
        nil
      }
    }
  }
}
