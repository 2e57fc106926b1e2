internal import CZlib

/// Bytes as ZIP archives keep them: deflated without a head, and with a checksum beside them.
///
/// Source: RFC 1951.
enum Inflation {
  /// Nothing if these are not `size` bytes deflated; never makes room for more.
  static func inflated(_ bytes: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    var stream = z_stream()
    let begun = inflateInit2_(
      &stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard begun == Z_OK else { return nil }
    defer { inflateEnd(&stream) }

    var status = Z_OK
    // One byte more shows whether the stream goes on after `size`.
    let result = [UInt8](unsafeUninitializedCapacity: size + 1) { output, count in
      bytes.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(size + 1)
        status = inflate(&stream, Z_FINISH)
      }
      count = size + 1 - Int(stream.avail_out)
    }
    return status == Z_STREAM_END && result.count == size ? result : nil
  }

  static func checksum(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, UInt32($0.count))) }
  }
}
