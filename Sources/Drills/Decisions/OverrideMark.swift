/// How every view, feed and report says that a person overrode hard rules for an activity.
package enum OverrideMark {
  /// Where there is room for no more, as in a month grid; the rules stand in a legend beside it.
  package static let short = "!"

  /// `[overrides: team]`; empty for no rules.
  package static func text(_ rules: Set<HardRule>, in language: Language) -> String {
    guard !rules.isEmpty else { return "" }
    let names = HardRule.allCases.filter(rules.contains).map { $0.word(in: language) }
      .joined(separator: language("、", ", "))
    return language("【越过规则：\(names)】", "[overrides: \(names)]")
  }
}

extension HardRule {
  /// What people call it.
  package func word(in language: Language) -> String {
    switch self {
    case .placement: language("时段与地点", "placement")
    case .venue: language("场地占用", "venue")
    case .team: language("队伍班组", "team")
    case .community: language("社区同时与每日场次", "community")
    case .order: language("先后顺序", "order")
    case .apart: language("两次间隔", "apart")
    case .makeUp: language("补办期限", "make-up")
    case .fixed: language("固定不动", "fixed")
    }
  }
}
