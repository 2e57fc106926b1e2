/// The texts that cells refer to by number: runs of rich text joined, what is only spoken left out.
final class SharedStrings: XmlListener {
  var failure: WorkbookError.Reason?
  private(set) var texts: [String] = []
  private var text = RichText()

  func start(_ name: XmlName, _ attributes: XmlAttributes) { text.start(name) }

  func end(_ name: XmlName) {
    text.end(name)
    if case "si" = name { texts.append(text.take()) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.add(bytes) }
}

/// A text that may be in runs with fonts of their own, as it is put together.
struct RichText {
  private var bytes: [UInt8] = []
  private var isText = false
  private var spoken = 0

  mutating func start(_ name: XmlName) {
    switch name {
    case "t": isText = spoken == 0
    case "rPh": spoken += 1
    default: break
    }
  }

  mutating func end(_ name: XmlName) {
    switch name {
    case "t": isText = false
    case "rPh": spoken -= 1
    default: break
    }
  }

  mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
    if isText { bytes.append(contentsOf: piece) }
  }

  /// The text so far, after which the next begins.
  mutating func take() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return String(workbookText: bytes)
  }
}

extension String {
  /// Text as cells keep it.
  ///
  /// Characters that XML cannot hold are written `_x000D_`, and an underscore before such an escape
  /// `_x005F_`. Ends of lines become `\n`.
  ///
  /// Source: ECMA-376-1:2016 §22.9.2.19.
  init(workbookText bytes: [UInt8]) {
    guard bytes.contains(where: { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "\r") }) else {
      self.init(decoding: bytes, as: UTF8.self)
      return
    }
    var units: [UInt16] = []
    let written = Array(String(decoding: bytes, as: UTF8.self).utf16)
    var index = 0
    while index < written.count {
      if let unit = written[index...].escape {
        units.append(unit)
        index += 7
      } else {
        units.append(written[index])
        index += 1
      }
    }
    self = String(decoding: units, as: UTF16.self)
      .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}

extension ArraySlice<UInt16> {
  /// The character that an escape at the front stands for.
  fileprivate var escape: UInt16? {
    guard count >= 7, self[startIndex] == 0x5F, self[startIndex + 1] == 0x78,
      self[startIndex + 6] == 0x5F
    else { return nil }
    let digits = String(decoding: self[startIndex + 2..<startIndex + 6], as: UTF16.self)
    return digits.utf8.allSatisfy { $0 != UInt8(ascii: "+") } ? UInt16(digits, radix: 16) : nil
  }
}
