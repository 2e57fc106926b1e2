internal import CLibical

/// Unwraps what libical returns as null only when memory runs out.
func allocated<Pointee>(_ pointer: Pointee?) -> Pointee {
  guard let pointer else { fatalError("libical could not allocate memory") }
  return pointer
}

enum Libical {
  /// What libical keeps for the whole process, set once, before its first use by any thread.
  ///
  /// A mistake in a calendar must not end the process, whatever the library was built to do; and
  /// the list of zones that UTC belongs to is made by whoever first asks, without a lock.
  private static let isReady: Bool = {
    icalerror_set_errors_are_fatal(0)
    return icaltimezone_get_utc_timezone() != nil
  }()

  /// To be called before any function of libical that is not a mere lookup.
  static func prepare() {
    precondition(isReady, "libical knows UTC")
  }

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
    prepare()
    var terminated = Array(bytes)
    terminated.append(0)
    return terminated.withUnsafeBytes { buffer in
      // Not empty, so there is a base address.
      body(allocated(buffer.baseAddress).assumingMemoryBound(to: CChar.self))
    }
  }
}
