/// How often a community of one kind has a hazard.
struct HazardLikelihood {
  let hazard: String
  let percent: Int

  /// The first is what a community gets that drew none.
  static func all(of kind: Community.Kind) -> [HazardLikelihood] {
    switch kind {
    case .urban:
      [
        HazardLikelihood(hazard: "high-rise", percent: 90),
        HazardLikelihood(hazard: "complex", percent: 50),
        HazardLikelihood(hazard: "scenic", percent: 20),
      ]
    case .rural:
      [
        HazardLikelihood(hazard: "flood", percent: 80),
        HazardLikelihood(hazard: "forest-fire", percent: 50),
        HazardLikelihood(hazard: "geological", percent: 30),
        HazardLikelihood(hazard: "meteorological", percent: 60),
      ]
    }
  }
}
