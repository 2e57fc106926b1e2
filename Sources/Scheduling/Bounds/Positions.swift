/// A set of positions in a month; the last of many share one element.
struct Positions: Sendable {
  private var bits: UInt64 = 0

  /// Every position.
  static let all = Positions(bits: .max)

  init() {}

  private init(bits: UInt64) { self.bits = bits }

  private static let shared = 63

  private static func bit(_ position: Int) -> UInt64 { 1 << UInt64(min(position, shared)) }

  func contains(_ position: Int) -> Bool { bits & Positions.bit(position) != 0 }

  mutating func insert(_ position: Int) { bits |= Positions.bit(position) }

  /// Takes a position out, unless others share its element.
  mutating func remove(_ position: Int) {
    if position < Positions.shared { bits &= ~Positions.bit(position) }
  }

  mutating func formUnion(_ other: Positions) { bits |= other.bits }
}
