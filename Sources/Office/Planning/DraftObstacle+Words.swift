package import Drills

extension DraftObstacle {
  /// What it is, then of what, a line each.
  package func lines(in language: Language) -> [String] {
    switch self {
    case .decided(let decisions):
      [language("草案之后又作了决定：", "decided since, and not in it:")]
        + decisions.map { "  \($0.text(in: language))" }
    case .breaks(let breaches):
      [language("有 \(breaches.count) 处不再成立：", "this no longer holds (\(breaches.count)):")]
        + breaches.prefix(10).map { "  \($0.text(in: language))" }
        + (breaches.count > 10 ? ["  …"] : [])
    case .lacks(let count):
      [language("新增的 \(count) 项活动草案中没有", "it lacks \(count) new activities")]
    case .isNoLongerAsked(let ids):
      [
        language("工作区已不再要求：", "no longer asked for: ")
          + ids.prefix(10).joined(separator: language("、", ", ")) + (ids.count > 10 ? " …" : "")
      ]
    }
  }
}
