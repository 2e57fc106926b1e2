/// How good a plan is: first `unplaced`, then `cost`; the lower, the better.
package struct Score: Hashable, Sendable {
  /// Sum of the priorities of what is unplaced.
  package var unplaced = 0
  package var placement = 0
  package var crowding = 0
  package var quietWeek = 0
  package var closeness = 0
  package var moved = 0

  package init() {}

  package var cost: Int { placement + crowding + quietWeek + closeness + moved }

  /// By the names that plans give them, in their order.
  package var parts: [(name: String, cost: Int)] {
    [
      ("placement", placement), ("crowding", crowding), ("quiet week", quietWeek),
      ("closeness", closeness), ("moved", moved),
    ]
  }
}

extension Score: Comparable {
  package static func < (lhs: Score, rhs: Score) -> Bool {
    (lhs.unplaced, lhs.cost) < (rhs.unplaced, rhs.cost)
  }
}

/// What no plan can beat, proven.
package struct Bound: Hashable, Sendable {
  package var unplaced: Int
  /// The least cost of any plan whose unplaced is as that of the plan beside it.
  package var cost: Int

  package init(unplaced: Int, cost: Int) {
    self.unplaced = unplaced
    self.cost = cost
  }
}
