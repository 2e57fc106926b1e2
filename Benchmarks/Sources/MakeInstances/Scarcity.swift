/// How hard an instance is to plan: the crews, the limits and the windows.
struct Scarcity: Equatable {
  let supervisors: Int
  let medical: Int
  let fire: Int
  let rescue: Int
  let forest: Int
  let comfortableDrillsPerDay: Int
  let comfortableDaysBetweenDrills: Int
  /// The last day of June on which a drill may be.
  let lastDrillDay: Int
  /// Whether drills may be from 07:30 to 19:00, and teams are on duty as long.
  let hasWideHours: Bool
}

extension Scarcity {
  /// More crews, a longer window and longer hours: nearly every activity gets what it prefers.
  static let loose = Scarcity(
    supervisors: 4, medical: 2, fire: 4, rescue: 2, forest: 2,
    comfortableDrillsPerDay: 4, comfortableDaysBetweenDrills: 3, lastDrillDay: 29,
    hasWideHours: true)

  /// The family that spec 3 measures: plain at factor 1, tight above 1.1.
  static func scarce(factor: Double) -> Scarcity {
    let isTight = factor > 1.1
    return Scarcity(
      supervisors: max(1, Int((2 / factor).rounded(.toNearestOrEven))),
      medical: 1, fire: 2, rescue: 1, forest: 1,
      comfortableDrillsPerDay: isTight ? 2 : 3,
      comfortableDaysBetweenDrills: isTight ? 7 : 4,
      lastDrillDay: isTight ? 22 : 25,
      hasWideHours: false)
  }
}
