package import Drills

/// How a plan ends on a terminal: what is placed, what it costs, what could not be placed, and what
/// changed.
package struct PlanSummary {
  private let view: PlanView
  private let changes: PlanChanges
  private let words: Words
  private let style: Style
  private var language: Language { words.language }

  package init(
    _ view: PlanView, base: [String: Placement], language: Language, style: Style
  ) {
    self.view = view
    changes = PlanChanges(from: base, to: view)
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
    let parts = score.parts.filter { $0.cost > 0 }
      .map { "\(words.part($0.name)) \($0.cost)" }.joined(separator: language("、", ", "))
    let state =
      revision.isOptimal
      ? language("已证明最优", "proven optimal")
      : language("差距 \(gap)", "gap \(gap)")
    var text = language(
      "代价 \(score.cost)，下界 \(revision.bound.cost)（\(state)）",
      "cost \(score.cost), bound \(revision.bound.cost) (\(state))")
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

  private func unplaced() -> [String] {
    let word = words.status(ActivityStatus.unplaced)
    return view.entries.filter { $0.status == .unplaced }.map {
      style.bad("\(word)  \($0.number)  \($0.activity.id)  \($0.requirement.name)")
    }
  }

  private func changed() -> [String] {
    guard !changes.isFirst else { return [] }
    var lines = changes.moved.map { move in
      "\(language("改期", "moved"))  \(move.entry.number)  \(move.entry.activity.id)  "
        + "\(time(move.from)) → \(time(move.to))"
    }
    lines.append(
      language(
        "与上一版相比：新增 \(changes.added)，改动 \(changes.moved.count)，撤下 \(changes.removed)",
        "against the published plan: \(changes.added) new, \(changes.moved.count) moved, "
          + "\(changes.removed) gone"))
    return lines
  }

  private func time(_ placement: Placement) -> String {
    [
      "\(words.day(placement.day)) \(clock(placement.start))",
      placement.venue.map { view.agenda.program.venues[$0]?.name ?? $0 },
    ].compactMap(\.self).joined(separator: " ")
  }
}

/// What differs between the published placements and a plan.
package struct PlanChanges: Sendable {
  package struct Move: Sendable {
    package let entry: PlanView.Entry
    package let from: Placement
    package let to: Placement
  }

  /// Nothing was published before.
  package let isFirst: Bool
  package let added: Int
  /// Published and placed otherwise now, teams included.
  package let moved: [Move]
  /// Published and not placed any more.
  package let removed: Int

  package init(from base: [String: Placement], to view: PlanView) {
    isFirst = base.isEmpty
    let placements = view.revision.plan.placements
    added = placements.keys.count { base[$0] == nil }
    removed = base.keys.count { placements[$0] == nil }
    moved = view.entries.compactMap { entry in
      guard let from = base[entry.activity.id], let to = entry.placement, from != to else {
        return nil
      }
      return Move(entry: entry, from: from, to: to)
    }
  }
}
