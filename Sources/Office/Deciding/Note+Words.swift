package import Drills

extension Note {
  /// A line each.
  package func lines(in language: Language) -> [String] {
    let comma = language("、", ", ")
    func names(_ rules: Set<HardRule>) -> String {
      HardRule.allCases.filter(rules.contains).map { $0.word(in: language) }
        .joined(separator: comma)
    }
    switch self {
    case .alsoPending(let decisions):
      return [language("此前还有决定尚未排入计划：", "also decided, and not planned yet:")]
        + decisions.map { "  \($0.text(in: language))" }
    case .overrides(let rules):
      return [language("不再要求：", "not asked of it any more: ") + names(rules)]
    case .overridesNothing(let rules):
      return [language("并不违反，未作越过：", "not broken, so not overridden: ") + names(rules)]
    case .displaces(let ids, let workdays):
      guard !ids.isEmpty else {
        return [language("已发布的活动都不受影响", "nothing that is published is in it")]
      }
      let some = ids.prefix(10).joined(separator: comma) + (ids.count > 10 ? " …" : "")
      return [
        language(
          "\(ids.count) 项要挪开，\(workdays) 个工作日内补办：\(some)",
          "\(ids.count) must move, to be held within \(workdays) working days: \(some)")
      ]
    case .unpins(let ids):
      return [
        language("锁定随之失效：", "no longer pinned, since it leaves them no placement: ")
          + ids.joined(separator: comma)
      ]
    case .stays(let ids, let revision):
      let some = ids.prefix(10).joined(separator: comma) + (ids.count > 10 ? " …" : "")
      return [
        language(
          "\(ids.count) 项已经通知过，挪回去与别的改期一样计价：\(some)",
          "\(ids.count) were told already, and moving them back is priced like any move: \(some)"),
        language(
          "以第 \(revision) 版为准重排（plan --base \(revision)），可全部恢复",
          "plan --base \(revision) brings all back to revision \(revision)"),
      ]
    case .takesBack(let decision):
      let text = decision.text(in: language)
      return [language("撤销的是：\(text)", "takes back \(text)")]
    }
  }
}

extension News {
  package func text(in language: Language) -> String {
    switch self {
    case .decided(let decision): decision.text(in: language)
    case .planned(let revision, let author):
      language("\(author) 排出了第 \(revision) 版", "\(author) planned revision \(revision)")
    case .drafted(let revision, let author):
      language(
        "\(author) 排出了草案（第 \(revision) 版）", "\(author) made a draft, revision \(revision)")
    case .done(let id, let author):
      language("\(author) 记录 \(id) 已完成", "\(author) recorded that \(id) was done")
    }
  }
}
