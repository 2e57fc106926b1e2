/// Moves a row of prices along what was used too much or too little, each by steps of its own.
///
/// The step of each price is scaled by how much its own use has swung, since teams, days and
/// unplaced priority differ by orders of magnitude and one step for all would stall.
///
/// Source: Kingma and Ba, "Adam: a method for stochastic optimization", 2015, as a subgradient
/// method that stays at or above 0.
struct PriceSteps: Sendable {
  private(set) var prices: [Double]
  private var direction: [Double]
  private var swing: [Double]

  private static let inertia = 0.9
  private static let memory = 0.99
  private static let leastSwing = 0.1

  init(count: Int) {
    prices = Array(repeating: 0, count: count)
    direction = prices
    swing = prices
  }

  /// Goes on from other prices.
  mutating func restart(from prices: [Double]) {
    self.prices = prices
    for index in direction.indices { direction[index] = 0 }
  }

  /// Goes on from other prices in some places, counted from the first of them.
  mutating func restart(_ range: Range<Int>, at price: (Int) -> Double) {
    for index in range {
      prices[index] = price(index - range.lowerBound)
      direction[index] = 0
    }
  }

  /// Moves one price by its `excess`, the use beyond what there is; less than 0: what is left over.
  mutating func move(_ index: Int, excess: Double, step: Double) {
    let slope = excess < 0 && prices[index] <= 0 ? 0 : excess
    direction[index] = PriceSteps.inertia * direction[index] + (1 - PriceSteps.inertia) * slope
    swing[index] = PriceSteps.memory * swing[index] + (1 - PriceSteps.memory) * slope * slope
    guard direction[index] != 0 else { return }
    let scale = swing[index].squareRoot() + PriceSteps.leastSwing
    prices[index] = max(0, prices[index] + step * direction[index] / scale)
  }
}
