/// How good a plan is: first `pinnedUnplaced`, then `unplaced`, then `cost`; the lower, the better.
package struct Score: Hashable, Sendable {
  /// Sum of the priorities of what is unplaced although a person pinned or moved it.
  package var pinnedUnplaced = 0
  /// Sum of the priorities of what is unplaced.
  package var unplaced = 0
  package var placement = 0
  package var crowding = 0
  package var quietWeek = 0
  package var closeness = 0
  package var moved = 0
  package var dropped = 0
  package var unevenness = 0

  package init() {}

  package var cost: Int {
    placement + crowding + quietWeek + closeness + moved + dropped + unevenness
  }

  /// What the cost is made of, by the names that plans give them, in their order.
  package enum Part: String, CaseIterable, Sendable {
    case placement, crowding
    case quietWeek = "quiet week"
    case closeness, moved, dropped, unevenness
  }

  package subscript(part: Part) -> Int {
    switch part {
    case .placement: placement
    case .crowding: crowding
    case .quietWeek: quietWeek
    case .closeness: closeness
    case .moved: moved
    case .dropped: dropped
    case .unevenness: unevenness
    }
  }

  package var parts: [(part: Part, cost: Int)] { Part.allCases.map { ($0, self[$0]) } }
}

extension Score: Comparable {
  package static func < (lhs: Score, rhs: Score) -> Bool {
    (lhs.pinnedUnplaced, lhs.unplaced, lhs.cost) < (rhs.pinnedUnplaced, rhs.unplaced, rhs.cost)
  }
}

/// What no plan can beat, proven.
package struct Bound: Hashable, Sendable {
  package var pinnedUnplaced: Int
  /// The least of any plan whose pinned unplaced is as that of the plan beside it.
  package var unplaced: Int
  /// The least cost of any plan whose unplaced, and pinned unplaced, is as that of the plan beside it.
  package var cost: Int

  package init(pinnedUnplaced: Int = 0, unplaced: Int, cost: Int) {
    self.pinnedUnplaced = pinnedUnplaced
    self.unplaced = unplaced
    self.cost = cost
  }

  /// Whether all levels of a score meet it.
  package func isMet(by score: Score) -> Bool {
    score.pinnedUnplaced == pinnedUnplaced && score.unplaced == unplaced && score.cost == cost
  }
}
