/// How good a schedule is: first what is unplaced of what a person decided, then what is unplaced,
/// then the cost, then what did not go back after a decision was taken back; the lower, the better.
struct Worth: Hashable, Comparable, Sendable {
  var pinnedUnplaced: Int
  var unplaced: Int
  var cost: Int
  var astray = 0

  static func < (lhs: Worth, rhs: Worth) -> Bool {
    (lhs.pinnedUnplaced, lhs.unplaced, lhs.cost, lhs.astray)
      < (rhs.pinnedUnplaced, rhs.unplaced, rhs.cost, rhs.astray)
  }
}
