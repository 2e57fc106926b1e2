import SourceText

/// The text of a file: UTF-8 without a byte order mark.
struct DecodedText {
  let utf8: [UInt8]

  /// Takes GB18030 too, what Excel and WPS save in China, if `acceptsGB18030`.
  init(
    _ bytes: [UInt8], of file: String, acceptsGB18030: Bool
  ) throws(WorkspaceError) {
    if bytes.isEmpty { throw WorkspaceError(.empty, at: SourcePosition(file: file)) }
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
    guard acceptsGB18030 else {
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

  var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The first byte that no text holds, if there is one.
  func controlCharacter(in file: String) -> WorkspaceError? {
    guard
      let index = utf8.firstIndex(where: {
        $0 < 32 && $0 != 9 && $0 != 10 && $0 != 13 || $0 == 127
      })
    else { return nil }
    return WorkspaceError(
      .controlCharacter(utf8[index]), at: Array(utf8[..<index]).end(in: file))
  }
}

extension [UInt8] {
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
    if starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF]) { return .utf16 }
    if starts(with: [0x50, 0x4B, 0x03, 0x04]) || starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return .workbook
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
