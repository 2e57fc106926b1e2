internal import Foundation

/// Whether a change is kept: what is worse now and then, the more rarely the lower the temperature.
///
/// Source: Kirkpatrick, Gelatt and Vecchi, "Optimization by simulated annealing", 1983.
struct Annealing: Sendable {
  /// In costs; at 0 nothing worse is kept.
  var temperature: Double
  /// Else all that is not worse for what is unplaced is kept.
  var mindsCost: Bool

  func accepts(_ after: Worth, after before: Worth, _ random: inout SplitMix64) -> Bool {
    if after <= before { return true }
    guard (after.pinnedUnplaced, after.unplaced) == (before.pinnedUnplaced, before.unplaced) else {
      return false
    }
    guard mindsCost else { return true }
    guard temperature > 0 else { return false }
    let chance = exp(-Double(after.cost - before.cost) / temperature)
    return Double(random.next() >> 11) * 0x1p-53 < chance
  }
}
