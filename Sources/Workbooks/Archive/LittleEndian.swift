/// Numbers in bytes, the least significant byte first; nothing beyond the end.
struct LittleEndian {
  let bytes: [UInt8]

  func short(at index: Int) -> Int? { number(at: index, width: 2) }

  func word(at index: Int) -> Int? { number(at: index, width: 4) }

  /// Nothing also for what no file's size can be.
  func long(at index: Int) -> Int? {
    guard let low = word(at: index), let high = word(at: index + 4), high < 1 << 20 else {
      return nil
    }
    return high << 32 | low
  }

  private func number(at index: Int, width: Int) -> Int? {
    guard index >= 0, index <= bytes.count - width else { return nil }
    return (0..<width).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
  }
}
