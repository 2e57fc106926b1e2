import SourceText

/// The text of a file: UTF-8 without a byte order mark.
struct DecodedText {
  /// What a file may be written in beside UTF-8.
  struct Encodings: OptionSet {
    let rawValue: Int

    /// What Excel and WPS save in China.
    static let gb18030 = Encodings(rawValue: 1)
    /// With a byte order mark, as Excel's “Unicode text”.
    static let utf16 = Encodings(rawValue: 2)

    static let ofTables: Encodings = [.gb18030, .utf16]
    static let ofPlans: Encodings = []
  }

  let utf8: [UInt8]

  init(_ bytes: [UInt8], of file: String, encodings: Encodings) throws(WorkspaceError) {
    if bytes.isEmpty { throw WorkspaceError(.empty, at: SourcePosition(file: file)) }
    if encodings.contains(.utf16), let text = bytes.fromUTF16 {
      utf8 = text
      return
    }
    if let reason = bytes.otherFormat {
      throw WorkspaceError(reason, at: SourcePosition(file: file))
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let isMarked = bytes.starts(with: mark)
    let text = isMarked ? Array(bytes.dropFirst(mark.count)) : bytes
    guard let bad = text.firstIndexThatIsNoUTF8 else {
      utf8 = text
      return
    }
    let asUTF8 = Array(text[..<bad.index])
    guard encodings.contains(.gb18030) else {
      throw WorkspaceError(.notUTF8(byte: text[bad.index]), at: asUTF8.end(in: file))
    }
    // GB18030 does not pass as UTF-8 by chance for that long.
    if isMarked || bad.longCharacters >= 8 {
      throw WorkspaceError(.notText(byte: text[bad.index]), at: asUTF8.end(in: file))
    }
    guard let converted = GB18030(text) else {
      throw WorkspaceError(.notText(byte: text[bad.index]), at: asUTF8.end(in: file))
    }
    guard converted.read == text.count else {
      let position =
        converted.read > bad.index ? converted.utf8.end(in: file) : asUTF8.end(in: file)
      throw WorkspaceError(.notText(byte: text[max(converted.read, bad.index)]), at: position)
    }
    utf8 = converted.utf8
  }

  private init(utf8: [UInt8]) { self.utf8 = utf8 }

  /// Its first 64 KiB: enough to find out how it is written.
  var head: DecodedText { DecodedText(utf8: Array(utf8.prefix(64 << 10))) }

  var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The first character that no text of a plan needs, if there is one.
  func forbiddenCharacter(in file: String) -> WorkspaceError? {
    guard let (index, scalar) = utf8.firstForbidden else { return nil }
    return WorkspaceError(
      .forbiddenCharacter(scalar), at: Array(utf8[..<index]).end(in: file))
  }
}

extension Unicode.Scalar {
  /// Whether it hides, reorders or forges what stands around it, or is no character at all: C0 but
  /// for line ends and tabs, C1, bidirectional embeddings, overrides and isolates, noncharacters.
  package var isForbidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}

extension [UInt8] {
  /// Of valid UTF-8, where the first forbidden character stands, and which it is.
  ///
  /// Only bytes that may begin one are looked at twice: a file may have 64 MiB.
  fileprivate var firstForbidden: (index: Int, scalar: UInt32)? {
    for index in indices {
      let byte = self[index]
      switch byte {
      case 0x20...0x7E, 0x09, 0x0A, 0x0D, 0x80...0xC1, 0xC3...0xE1, 0xE3...0xEE: continue
      default:
        let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let text = String(decoding: self[index..<Swift.min(index + length, count)], as: UTF8.self)
        if let scalar = text.unicodeScalars.first, scalar.isForbidden {
          return (index, scalar.value)
        }
      }
    }
    return nil
  }

  /// Nothing without a mark, and for halves of characters.
  fileprivate var fromUTF16: [UInt8]? {
    let isLittle = starts(with: [0xFF, 0xFE])
    guard isLittle || starts(with: [0xFE, 0xFF]), !starts(with: [0xFF, 0xFE, 0, 0]),
      count.isMultiple(of: 2)
    else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(count / 2)
    for index in stride(from: 2, to: count, by: 2) {
      let (first, second) = (UInt16(self[index]), UInt16(self[index + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }

  /// Where the next character after this UTF-8 text would stand.
  fileprivate func end(in file: String) -> SourcePosition {
    var line = 1
    var column = 1
    for (index, byte) in enumerated() {
      switch byte {
      case UInt8(ascii: "\n") where index > 0 && self[index - 1] == UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): (line, column) = (line + 1, 1)
      case 0x80...0xBF: break
      default: column += 1
      }
    }
    return SourcePosition(file: file, line: line, column: column)
  }

  /// What Excel saves under other names than CSV.
  fileprivate var otherFormat: WorkspaceError.Reason? {
    if starts(with: [0xFF, 0xFE, 0, 0]) || starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32 }
    if starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF]) { return .utf16 }
    if starts(with: [0x50, 0x4B, 0x03, 0x04]) || starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return .notPlainText
    }
    let start = prefix(400)
    return start.count > 3 && start.count(where: { $0 == 0 }) * 3 >= start.count ? .utf16 : nil
  }

  /// Where the text stops being UTF-8, and how many characters beyond ASCII come before.
  fileprivate var firstIndexThatIsNoUTF8: (index: Int, longCharacters: Int)? {
    if (try? UTF8Span(validating: span)) != nil { return nil }
    var index = 0
    var longCharacters = 0
    while index < count {
      let first = self[index]
      if first < 0x80 {
        index += 1
        continue
      }
      let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      let end = index + length
      guard end <= count, (try? UTF8Span(validating: self[index..<end].span)) != nil else {
        return (index, longCharacters)
      }
      longCharacters += 1
      index = end
    }
    return nil
  }
}
