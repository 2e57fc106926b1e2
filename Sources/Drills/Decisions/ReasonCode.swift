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
        || code.otherWords.contains(word.lowercased())
    }
    guard let found else { return nil }
    self = found
  }

  /// What people write for it besides; each means one code only.
  package var otherWords: [String] {
    switch self {
    case .storm: ["台风", "暴雨", "雷电", "雷暴", "强对流", "typhoon", "thunderstorm"]
    case .heat: ["炎热"]
    case .wind: ["强风", "沙尘"]
    case .airQuality: ["雾霾", "重污染", "重污染天气", "smog"]
    case .emergency: ["突发", "应急"]
    case .teamCalledAway: ["出警", "队伍出动"]
    case .venueLost: ["场地", "场地占用"]
    case .exam: ["中考", "高考"]
    case .outage: ["停电", "停水"]
    case .orderedFromAbove: ["上级要求", "上级通知"]
    case .health: ["疫情", "传染病"]
    case .other: ["其它"]
    }
  }

  /// All codes with their words: `storm 暴雨雷电（台风）`.
  package static func list(in language: Language) -> String {
    allCases.map { code in
      let also = code == .storm ? language("（含台风）", " (typhoons too)") : ""
      return language(
        "\(code.rawValue) \(code.word(in: .chinese))\(also)", "\(code.rawValue)\(also)")
    }.joined(separator: language("、", ", "))
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
