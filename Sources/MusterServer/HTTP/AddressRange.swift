internal import Glibc

/// An IP address as 16 bytes; those of version 4 as IPv6 maps them.
struct IPAddress: Hashable, Sendable {
  let bytes: [UInt8]

  /// Nothing for what is no address; a zone after `%` is left away.
  init?(_ text: some StringProtocol) {
    let name = String(text.prefix { $0 != "%" })
    var four = in_addr()
    if inet_pton(AF_INET, name, &four) == 1 {
      bytes =
        [UInt8](repeating: 0, count: 10) + [255, 255] + withUnsafeBytes(of: &four) { Array($0) }
      return
    }
    var six = in6_addr()
    guard inet_pton(AF_INET6, name, &six) == 1 else { return nil }
    bytes = withUnsafeBytes(of: &six) { Array($0) }
  }

  var isVersion4: Bool { bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255]) }

  var isLoopback: Bool {
    isVersion4 ? bytes[12] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
  }
}

/// Addresses that begin alike, as `10.0.0.0/8` or a single one.
package struct AddressRange: Hashable, Sendable {
  private let first: IPAddress
  /// How many bits of the 128 they share.
  private let bits: Int

  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let address = IPAddress(parts[0]) else { return nil }
    let most = address.isVersion4 ? 32 : 128
    guard let length = parts.count == 2 ? Int(parts[1]) : most, (0...most).contains(length) else {
      return nil
    }
    first = address
    bits = length + 128 - most
  }

  func contains(_ address: IPAddress) -> Bool {
    let whole = bits / 8
    guard address.bytes.prefix(whole) == first.bytes.prefix(whole) else { return false }
    guard bits % 8 > 0 else { return true }
    let mask = UInt8(truncatingIfNeeded: 0xFF00 >> (bits % 8))
    return address.bytes[whole] & mask == first.bytes[whole] & mask
  }
}

/// Who asks: the machine at the other end, or whom a proxy of ours speaks for.
struct Client: Hashable, Sendable {
  /// As text, for counting; never logged.
  let address: String
  /// Whether it is this machine itself, and nobody whom a proxy speaks for.
  let isHere: Bool
  /// Whether it is a proxy of ours that speaks for itself.
  let isProxy: Bool

  /// Nothing for the peer where there is no connection, as in a test; `forwarded` is of all
  /// X-Forwarded-For, in their order.
  init(peer: String?, forwarded: [String], proxies: [AddressRange]) {
    guard let peer, let address = IPAddress(peer) else {
      self.address = peer ?? ""
      isHere = true
      isProxy = false
      return
    }
    func isOurs(_ address: IPAddress) -> Bool { proxies.contains { $0.contains(address) } }
    guard isOurs(address) else {
      self.address = peer
      // Without a proxy of ours a header says nothing, but whoever sends one speaks for another.
      isHere = address.isLoopback && forwarded.isEmpty
      isProxy = false
      return
    }
    let told = forwarded.flatMap { $0.split(separator: ",") }
      .map { String($0.drop { $0 == " " }.prefix { $0 != " " }) }
    // The rightmost that is none of ours; what stands left of it anybody could have written.
    let client = told.last { IPAddress($0).map { !isOurs($0) } ?? true }
    self.address = client ?? peer
    isHere = client == nil && address.isLoopback
    isProxy = client == nil
  }
}
