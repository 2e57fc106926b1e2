/// Why a person changed the plan: the whole list, in one place.
///
/// Light rain is not on it. The words are fit for the public; what a person adds is not.
package enum ReasonCode: String, CaseIterable, Sendable {
  case storm, heat, wind
  case airQuality = "air-quality"
  case emergency
  case teamCalledAway = "team-called-away"
  case venueLost = "venue-lost"
  case exam, outage
  case orderedFromAbove = "ordered-from-above"
  case health
  /// Says nothing by itself: a person must add words.
  case other

  package var needsWords: Bool { self == .other }

  /// Of the code itself or of its word in either language.
  package init?(word: String) {
    let found = ReasonCode.allCases.first { code in
      code.rawValue == word || Language.allCases.contains { code.word(in: $0) == word }
    }
    guard let found else { return nil }
    self = found
  }

  package func word(in language: Language) -> String {
    switch self {
    case .storm: language("暴雨雷电", "storm")
    case .heat: language("高温", "heat")
    case .wind: language("大风", "wind")
    case .airQuality: language("空气污染", "bad air")
    case .emergency: language("突发事件", "emergency")
    case .teamCalledAway: language("队伍临时出动", "team called away")
    case .venueLost: language("场地不可用", "venue lost")
    case .exam: language("考试", "exam")
    case .outage: language("停水停电", "outage")
    case .orderedFromAbove: language("上级安排", "ordered from above")
    case .health: language("公共卫生", "health")
    case .other: language("其他", "other")
    }
  }
}
