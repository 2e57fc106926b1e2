internal import CZlib

/// Bytes as zlib keeps them.
///
/// Source: RFC 1950.
enum Deflation {
  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    var result = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&result, &length, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
    precondition(status == Z_OK, "a buffer of compressBound holds whatever compress2 writes")
    return Array(result.prefix(Int(length)))
  }

  /// Nothing if these are not `size` bytes deflated.
  static func inflated(_ bytes: [UInt8], size: Int) -> [UInt8]? {
    var length = uLong(size)
    var result = [UInt8](repeating: 0, count: max(size, 1))
    let status = uncompress(&result, &length, bytes, uLong(bytes.count))
    return status == Z_OK && Int(length) == size ? Array(result.prefix(size)) : nil
  }
}
