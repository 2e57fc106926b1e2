/// One content line taken apart: `NAME;PARAMETER=value:value`.
///
/// Source: RFC 5545 §3.1.
struct ContentLine {
  /// The physical line it starts on, counted from 1.
  let number: Int
  let name: ArraySlice<UInt8>
  /// Names in upper case, values without quotes, in the order of the line.
  let parameters: [Parameter]
  let value: ArraySlice<UInt8>

  struct Parameter {
    let name: String
    let value: String
    /// The index of its first byte, as in `value` of the line.
    let start: Int
  }

  /// Nil if the bytes are not of this form or hold a NUL.
  init?(_ bytes: ArraySlice<UInt8>, number: Int) {
    guard !bytes.contains(0) else { return nil }
    let nameEnd = bytes.firstIndex { !$0.isNameByte } ?? bytes.endIndex
    guard nameEnd > bytes.startIndex, nameEnd < bytes.endIndex else { return nil }
    var parameters: [Parameter] = []
    var position = nameEnd
    while bytes[position] == UInt8(ascii: ";") {
      let equals = bytes[(position + 1)...].firstIndex { !$0.isNameByte }
      guard let equals, bytes[equals] == UInt8(ascii: "="),
        let end = Self.endOfParameter(bytes[(equals + 1)...])
      else { return nil }
      let name = bytes[(position + 1)..<equals].map(\.uppercased)
      let value = bytes[(equals + 1)..<end].filter { $0 != UInt8(ascii: "\"") }
      parameters.append(
        Parameter(
          name: String(decoding: name, as: UTF8.self),
          value: String(decoding: value, as: UTF8.self), start: equals + 1))
      position = end
    }
    guard bytes[position] == UInt8(ascii: ":") else { return nil }
    self.number = number
    self.name = bytes[..<nameEnd]
    self.parameters = parameters
    value = bytes[(position + 1)...]
  }

  /// The `;` or `:` after a parameter's value, which may hold either within quotes.
  ///
  /// A display name of a zone, `(UTC+08:00) 北京`, is often written without them: what stands in the
  /// round brackets that it begins with belongs to it.
  private static func endOfParameter(_ bytes: ArraySlice<UInt8>) -> Int? {
    var isQuoted = false
    var start = bytes.startIndex
    if bytes.first == UInt8(ascii: "("),
      let close = bytes.prefix(24).firstIndex(of: UInt8(ascii: ")"))
    {
      start = close
    }
    for index in start..<bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ";"), UInt8(ascii: ":"):
        if !isQuoted { return index }
      default: break
      }
    }
    return nil
  }

  func parameter(_ name: String) -> String? {
    parameters.first { $0.name == name }?.value
  }

  /// The value as it stands in the file, blanks around it removed.
  var text: String { String(decoding: value.trimmed, as: UTF8.self) }

  /// Whether the value is said to be a day, whatever it looks like.
  var isDate: Bool { parameter("VALUE")?.uppercased() == "DATE" }

  /// The value or property for a message: at most 60 characters of it.
  static func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    // Control characters would garble the terminal the message ends up on.
    let start = String(decoding: bytes.prefix(240), as: UTF8.self)
    let shown = String(
      start.unicodeScalars.prefix(60).map {
        $0.properties.generalCategory == .control ? "␣" : Character($0)
      })
    return shown.utf8.count < bytes.count && start.unicodeScalars.count > 60 ? shown + "…" : shown
  }
}

extension ArraySlice<UInt8> {
  /// Without the blanks around it.
  var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let last = slice.last, last.isBlank { slice.removeLast() }
    while let first = slice.first, first.isBlank { slice.removeFirst() }
    return slice
  }

  /// The texts of a list, at commas without a backslash before them.
  func splitList() -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = startIndex
    var isEscaped = false
    for index in indices {
      if !isEscaped, self[index] == UInt8(ascii: ",") {
        parts.append(self[start..<index])
        start = index + 1
      }
      isEscaped = !isEscaped && self[index] == UInt8(ascii: "\\")
    }
    parts.append(self[start...])
    return parts
  }
}
