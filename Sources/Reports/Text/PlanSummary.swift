package import Drills

/// How a plan ends on a terminal: what could not be placed, what changed, what is placed, and how good
/// it is; of a first plan also what it costs.
package struct PlanSummary {
  private let view: PlanView
  /// Against the published plan; nothing for a first one.
  private let changes: PlanDiff?
  private let words: Words
  private let style: Style
  private var language: Language { words.language }

  package init(
    _ view: PlanView, changes: PlanDiff?, language: Language, style: Style
  ) {
    self.view = view
    self.changes = changes
    words = Words(language)
    self.style = style
  }

  package func lines() -> [String] {
    unplaced() + changed() + [counts(), cost()]
  }

  private func counts() -> String {
    let placed = view.entries.count { $0.placement != nil && $0.status != .cancelled }
    let unplaced = view.entries.count { $0.status == .unplaced }
    let cancelled = view.entries.count { $0.status == .cancelled }
    var parts = [
      style.good(language("已排 \(placed) 项", "\(placed) placed")),
      unplaced == 0
        ? language("未排上 0 项", "0 unplaced")
        : style.bad(language("未排上 \(unplaced) 项", "\(unplaced) unplaced")),
    ]
    if cancelled > 0 { parts.append(language("取消 \(cancelled) 项", "\(cancelled) cancelled")) }
    return parts.joined(separator: language("，", ", "))
  }

  private func cost() -> String {
    let revision = view.revision
    let score = revision.score
    let state =
      revision.isOptimal
      ? language("已证明最优", "proven optimal")
      : language("差距 \(gap)", "gap \(gap)")
    let bound = language("下界 ", "bound ") + "\(revision.bound.cost)"
    // Of a replan the table of what it changes tells the cost, beside what it was.
    guard changes == nil else {
      return language("\(bound)（\(state)）", "\(bound) (\(state))")
        + (score.unplaced == 0
          ? ""
          : language(
            "；未排上的下界 \(revision.bound.unplaced)", "; unplaced bound \(revision.bound.unplaced)"))
    }
    let parts = score.parts.filter { $0.cost > 0 }
      .map { "\(words.part($0.part)) \($0.cost)" }.joined(separator: language("、", ", "))
    var text = language(
      "代价 \(score.cost)，\(bound)（\(state)）", "cost \(score.cost), \(bound) (\(state))")
    if !parts.isEmpty { text += language("：\(parts)", ": \(parts)") }
    if score.unplaced > 0 {
      text += language(
        "；未排上的代价 \(score.unplaced)，下界 \(revision.bound.unplaced)",
        "; unplaced \(score.unplaced), bound \(revision.bound.unplaced)")
    }
    return text
  }

  private var gap: String {
    let score = view.revision.score
    let permille =
      (score.cost - view.revision.bound.cost) * 1000 / max(score.cost, 1)
    return "\(permille / 10).\(permille % 10)%"
  }

  /// Those that the changes do not tell.
  private func unplaced() -> [String] {
    let told = Set((changes?.changes ?? []).map(\.id))
    return view.entries.filter { $0.status == .unplaced && !told.contains($0.activity.id) }.map {
      style.bad(
        "\(words.status(of: $0))  \($0.number)  \($0.activity.id)  \($0.requirement.name)")
    }
  }

  private func changed() -> [String] {
    guard let changes else { return [] }
    return changes.lines(in: view.agenda.program, language: language)
      + [
        language("与已发布的计划相比：", "against the published plan: ") + changes.summary(in: language)
      ]
  }
}
