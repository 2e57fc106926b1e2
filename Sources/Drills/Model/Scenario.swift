/// What a drill prepares for, and what a community is exposed to.
package enum Scenario: String, CaseIterable, Sendable {
  case highRise = "high-rise"
  case complex
  case scenic
  case meteorological
  case geological
  case flood
  case forestFire = "forest-fire"
  case earthquake
  case fire
  case other

  package var chinese: String {
    switch self {
    case .highRise: "高层建筑"
    case .complex: "大型综合体"
    case .scenic: "旅游景区"
    case .meteorological: "气象灾害"
    case .geological: "地质灾害"
    case .flood: "洪涝灾害"
    case .forestFire: "森林火灾"
    case .earthquake: "地震"
    case .fire: "火灾"
    case .other: "其他"
    }
  }
}
