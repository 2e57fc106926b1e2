internal import Drills

/// What it costs that a published activity is elsewhere; compiled into the cost of its slots.
enum MovedCost {
  static func of(_ placement: Placement, published: Placement?, _ weights: Weights) -> Int {
    guard let published else { return 0 }
    if placement.day != published.day { return weights.movedDay }
    return placement.start != published.start || placement.venue != published.venue
      ? weights.movedTime : 0
  }
}
