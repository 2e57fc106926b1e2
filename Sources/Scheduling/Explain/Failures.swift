internal import Drills

/// What keeps a placement from being allowed, whatever else is in the plan.
struct Failures: Hashable, Sendable {
  private var bits: UInt16 = 0

  private static let fixed = Filter.allCases.count
  private static let makeUp = fixed + 1
  /// One more than the last bit.
  static let end = makeUp + 1

  init() {}

  init(_ filters: [Filter]) {
    for filter in filters { insert(filter.rawValue) }
  }

  mutating func insert(_ rule: HardRule) {
    insert(rule == .makeUp ? Failures.makeUp : Failures.fixed)
  }

  mutating func insert(_ bit: Int) { bits |= 1 << UInt16(bit) }

  var isEmpty: Bool { bits == 0 }
  var count: Int { bits.nonzeroBitCount }

  func contains(_ bit: Int) -> Bool { bits & 1 << UInt16(bit) != 0 }
  func isDisjoint(with other: Failures) -> Bool { bits & other.bits == 0 }

  var filters: [Filter] { Filter.allCases.filter { contains($0.rawValue) } }

  /// Of those that the model counts as rules of their own.
  var rules: [HardRule] {
    (contains(Failures.makeUp) ? [.makeUp] : []) + (contains(Failures.fixed) ? [.fixed] : [])
  }

  /// Each by itself.
  var single: [Int] { (0..<Failures.end).filter(contains) }
}
