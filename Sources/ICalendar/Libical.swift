internal import CLibical

/// Unwraps what libical returns as null only when memory runs out.
func allocated<Pointee>(_ pointer: Pointee?) -> Pointee {
  guard let pointer else { fatalError("libical could not allocate memory") }
  return pointer
}

enum Libical {
  /// Undoes the escapes of one TEXT value without a NUL; nil if libical cannot.
  static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.contains(UInt8(ascii: "\\")) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return withCString(bytes) { string in
      guard let value = icalvalue_new_from_string(ICAL_TEXT_VALUE, string) else { return nil }
      defer { icalvalue_free(value) }
      return icalvalue_get_text(value).map { String(cString: $0) }
    }
  }

  /// Lends the bytes as C wants them, with a NUL at the end.
  static func withCString<Result>(
    _ bytes: ArraySlice<UInt8>, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    var terminated = Array(bytes)
    terminated.append(0)
    return terminated.withUnsafeBytes { buffer in
      // Not empty, so there is a base address.
      body(allocated(buffer.baseAddress).assumingMemoryBound(to: CChar.self))
    }
  }
}
