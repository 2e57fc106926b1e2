/// How good a schedule is: first what is unplaced, then the cost; the lower, the better.
struct Worth: Hashable, Comparable, Sendable {
  var unplaced: Int
  var cost: Int

  static func < (lhs: Worth, rhs: Worth) -> Bool {
    (lhs.unplaced, lhs.cost) < (rhs.unplaced, rhs.cost)
  }
}
