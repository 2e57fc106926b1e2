/// How good a schedule is: first what is unplaced of what a person decided, then what is unplaced,
/// then the cost; the lower, the better.
struct Worth: Hashable, Comparable, Sendable {
  var pinnedUnplaced: Int
  var unplaced: Int
  var cost: Int

  static func < (lhs: Worth, rhs: Worth) -> Bool {
    (lhs.pinnedUnplaced, lhs.unplaced, lhs.cost) < (rhs.pinnedUnplaced, rhs.unplaced, rhs.cost)
  }
}
