/// What the office would do about crowding if drills came at a price: as many as are worth it.
struct CrowdingTerms {
  /// Drills of each area on each day, as many as use them if that is among the cheapest numbers.
  private(set) var planned: Grid<AreaID, Int32>
  /// The crowding of these, less what they would pay.
  private(set) var value: Int64 = 0

  init(
    _ prices: Prices, _ usage: Usage, _ scope: Scope, isOfCost: Bool, in problem: Problem
  ) {
    planned = usage.drills
    guard isOfCost else { return }
    let comfortable = problem.comfortableDrills
    let weight = Int64(problem.weights.crowding) * Prices.unit
    // Without a limit, or for nothing, drills pay nothing and are as many as they are.
    guard comfortable != .max, weight > 0 else { return }
    for area in scope.areas {
      for day in 0..<problem.dayCount {
        let price = prices.crowding[area, day]
        // The e-th drill too many costs e times the weight.
        let excess = price / weight
        value += weight * excess * (excess + 1) / 2 - price * (Int64(comfortable) + excess)
        let fewest = price > 0 ? Int64(comfortable) + (price - 1) / weight : 0
        let most = Int64(comfortable) + excess
        planned[area, day] = Int32(min(max(Int64(usage.drills[area, day]), fewest), most))
      }
    }
  }
}
