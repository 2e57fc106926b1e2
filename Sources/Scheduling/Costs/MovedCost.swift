internal import Drills

/// What it costs that a published activity is elsewhere; compiled into the cost of its slots.
///
/// Of where it is published and where it was before a decision that was taken back, the nearer counts.
enum MovedCost {
  static func of(
    _ placement: Placement, _ id: DutyID, _ circumstances: Circumstances, _ weights: Weights
  )
    -> Int
  {
    // What has no place now comes from nowhere, at no price.
    guard let published = circumstances.base[id] else { return 0 }
    let cost = of(placement, from: published, weights)
    return switch circumstances.earlier[id] {
    case nil: cost
    case .unplaced: 0
    case .at(let earlier): min(cost, of(placement, from: earlier, weights))
    }
  }

  private static func of(_ placement: Placement, from origin: Placement, _ weights: Weights) -> Int
  {
    if placement.day != origin.day { return weights.movedDay }
    return placement.start != origin.start || placement.venue != origin.venue
      ? weights.movedTime : 0
  }
}
