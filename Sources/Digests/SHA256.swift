internal import CCrypto

/// The hash by which contents are known: of files in the record, of events in the feeds.
///
/// Source: FIPS 180-4.
package enum SHA256 {
  /// 64 lower-case hex digits.
  package static func hex(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let status = EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
    precondition(status == 1, "libcrypto hashes whatever it is given")
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  package static func hex(of text: String) -> String { hex(of: Array(text.utf8)) }
}
