internal import Glibc

/// The name of an element, as long as it is told of.
///
/// One of a namespace that workbooks do not have is like no name at all.
struct XmlName {
  /// Between the namespace and the name; no address holds it.
  static let separator = UInt8(ascii: "\n")

  private static let spaces: [StaticString] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main\n",
    "http://purl.oclc.org/ooxml/spreadsheetml/main\n",
    "http://schemas.openxmlformats.org/package/2006/relationships\n",
  ]

  private let local: UnsafePointer<CChar>?

  init(_ text: UnsafePointer<CChar>) {
    for space in Self.spaces
    where strncmp(text, space.text, space.utf8CodeUnitCount) == 0 {
      local = text + space.utf8CodeUnitCount
      return
    }
    // What no namespace holds is taken as the workbook's own.
    local = strchr(text, Int32(Self.separator)) == nil ? text : nil
  }

  static func ~= (pattern: StaticString, name: XmlName) -> Bool {
    name.local.map { strcmp($0, pattern.text) == 0 } ?? false
  }
}

/// The attributes of an element, as long as it is told of.
struct XmlAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.pairs = pairs }

  /// The value of one that has no namespace.
  subscript(_ name: StaticString) -> String? {
    value { strcmp($0, name.text) == 0 }.map { String(cString: $0) }
  }

  /// The value of the one that names a relationship.
  var relationship: String? {
    value { text in
      guard let end = strchr(text, Int32(XmlName.separator)) else { return false }
      let space = String(
        decoding: UnsafeRawBufferPointer(start: text, count: UnsafePointer(end) - text),
        as: UTF8.self)
      return strcmp(end + 1, "id") == 0 && space.hasSuffix("/relationships")
    }
    .map { String(cString: $0) }
  }

  func isTrue(_ name: StaticString) -> Bool { ["1", "true", "on"].contains(self[name]) }

  /// Each with the first letter of its name, for what is met too often to ask by name.
  func forEach(_ body: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Void) {
    var index = 0
    while let name = pairs[index], let value = pairs[index + 1] {
      body(name, value)
      index += 2
    }
  }

  private func value(
    where isMeant: (UnsafePointer<CChar>) -> Bool
  ) -> UnsafePointer<CChar>? {
    var index = 0
    while let name = pairs[index] {
      if isMeant(name) { return pairs[index + 1] }
      index += 2
    }
    return nil
  }
}

extension StaticString {
  /// As C compares it.
  fileprivate var text: UnsafePointer<CChar> {
    UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
