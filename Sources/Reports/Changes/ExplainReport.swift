package import Drills

/// Says why an activity is where it is, and what else was possible.
package struct ExplainReport: Sendable {
  private let explanation: Explanation
  private let agenda: Agenda
  /// Whether many lines of one kind are all shown.
  private let isOpen: Bool
  private var program: Program { agenda.program }

  package init(_ explanation: Explanation, in agenda: Agenda, isOpen: Bool = false) {
    self.explanation = explanation
    self.agenda = agenda
    self.isOpen = isOpen
  }

  package func lines(in language: Language, style: Style) -> [String] {
    let words = Words(language)
    guard let activity = agenda.activities[explanation.id] else { return [] }
    let requirement = agenda.requirement(of: activity)
    var lines = [
      style.heading("\(activity.id)  \(marked(requirement.name, activity.id, words))"), now(words),
    ]
    if let at = explanation.at {
      lines.append(text(of: at, words))
      if let repair = at.repaired { lines += self.lines(of: repair, words) }
    }
    if explanation.now == nil, explanation.at == nil {
      lines += blockingSet.lines(in: agenda, words, isOpen: isOpen)
    }
    if !explanation.relaxations.isEmpty {
      lines.append(language("放宽一条即可排上：", "one of these would place it:"))
      lines += explanation.relaxations.enumerated().map {
        "  \($0 + 1)  " + text(of: $1, words)
      }
    }
    if explanation.at == nil, !explanation.days.isEmpty {
      lines.append(language("其他日子：", "other days:"))
      lines += dayLines(words)
    }
    return lines
  }

  private var blockingSet: BlockingSet {
    BlockingSet(
      explanation.blockingSet, crowds: explanation.crowds, overrides: explanation.overrides)
  }

  private func now(_ words: Words) -> String {
    let language = words.language
    guard let placement = explanation.now else {
      return language("现在：", "now: ") + words.status(ActivityStatus.unplaced)
    }
    var text = language("现在：", "now: ") + place(placement, words)
    if let cost = explanation.cost {
      text += "  " + self.cost(cost, words, signed: false)
    }
    if let fixing = explanation.fixing { text += "  " + why(fixing.reason, words) }
    return text
  }

  private func why(_ reason: Fixing.Reason, _ words: Words) -> String {
    switch reason {
    case .done: words.language("已完成，不再改动", "done: stays")
    case .frozen where explanation.isPast: words.language("时间已过，不再改动", "in the past: stays")
    case .frozen: words.language("临近，已冻结", "frozen: too near to be moved")
    case .pinned: words.language("有人锁定", "pinned by a decision")
    }
  }

  /// A line a day; days in a row that the same filters bar share one, and unless all are to be shown
  /// those too that the same rules bar.
  private func dayLines(_ words: Words) -> [String] {
    var lines: [String] = []
    var row: [Explanation.Answer] = []
    func close() {
      lines += self.lines(ofRow: row, words)
      row = []
    }
    for answer in explanation.days {
      if let last = row.last,
        last.placement.day + 1 != answer.placement.day || !isAlike(last, answer)
      {
        close()
      }
      if answer.placement == explanation.now, answer.bars.isEmpty {
        close()
        continue
      }
      row.append(answer)
    }
    close()
    return lines
  }

  private func isAlike(_ one: Explanation.Answer, _ other: Explanation.Answer) -> Bool {
    guard one.repaired == nil, other.repaired == nil, !one.bars.isEmpty,
      one.bars.map(\.rule) == other.bars.map(\.rule),
      one.bars.map(\.filters) == other.bars.map(\.filters)
    else { return false }
    let isAlone = (one.bars + other.bars).allSatisfy(\.activities.isEmpty)
    let isCrowded = (one.bars + other.bars).allSatisfy {
      !$0.filters.isEmpty || !$0.activities.isEmpty
    }
    return isAlone || (isCrowded && !isOpen)
  }

  /// Days in a row that are alike; two that others bar are still told one by one.
  private func lines(ofRow row: [Explanation.Answer], _ words: Words) -> [String] {
    guard let first = row.first, let last = row.last else { return [] }
    let isAlone = !first.bars.isEmpty && first.bars.allSatisfy(\.activities.isEmpty)
    guard (isAlone && first.repaired == nil) || row.count > 2 else {
      return row.flatMap { answer in
        ["  " + text(of: answer, words)] + (answer.repaired.map { lines(of: $0, words) } ?? [])
      }
    }
    let days =
      row.count == 1
      ? words.day(first.placement.day)
      : "\(words.day(first.placement.day))–\(words.day(last.placement.day))"
    let counted = zip(first.bars, first.bars.indices).map { bar, index in
      Explanation.Bar(
        rule: bar.rule, filters: bar.filters,
        activities: Set(row.flatMap { $0.bars[index].activities }).sorted())
    }
    return ["  \(days)  \(isAlone ? bars(first.bars, words) : bars(counted, words, counts: true))"]
  }

  private func text(of answer: Explanation.Answer, _ words: Words) -> String {
    place(answer.placement, words) + "  "
      + (answer.bars.isEmpty ? cost(answer.change, words, signed: true) : bars(answer.bars, words))
  }

  private func lines(of repair: Explanation.Repair, _ words: Words) -> [String] {
    var text = words.language("挪动别人：", "if others move: ") + place(repair.placement, words)
    func most(_ isProven: Bool) -> String { isProven ? "" : words.language("最多 ", "at most ") }
    let isShort = repair.isShortageProven
    text += words.language("  整个计划", "  the whole plan's ")
    if repair.unplaced != 0 || !isShort {
      text += words.language("未排上 ", "unplaced ") + most(isShort) + signed(repair.unplaced)
      if repair.pinnedUnplaced != 0 {
        text +=
          words.language("（其中锁定的 ", " (pinned of that ") + signed(repair.pinnedUnplaced)
          + words.language("）", ")")
      }
      text += words.language("，", ", ") + (isShort ? "" : words.language("这样时", "and with that "))
    }
    text += words.language("代价 ", "cost ") + most(repair.isProven) + signed(repair.cost)
    return ["     " + text]
      + repair.moves.map { move in
        let to =
          move.to.map { placed($0, of: move.id, words) } ?? words.status(ActivityStatus.unplaced)
        return "       \(marked(move.id.text, move.id, words)) → \(to)"
      }
  }

  private func bars(
    _ bars: [Explanation.Bar], _ words: Words, counts: Bool = false
  ) -> String {
    words.language("不行：", "barred: ")
      + bars.map { bar in
        let what =
          bar.filters.isEmpty
          ? bar.rule.word(in: words.language)
          : bar.filters.map(words.barred(by:)).joined(separator: words.language("，", ", "))
        guard !bar.activities.isEmpty else { return what }
        if counts {
          let count = bar.activities.count
          return what + words.language("（\(count) 项活动）", " (\(count) activities)")
        }
        return what + words.language("（", " (")
          + bar.activities.prefix(4).map { marked($0.text, $0, words) }.joined(
            separator: words.language("、", ", "))
          + (bar.activities.count > 4 ? " …" : "") + words.language("）", ")")
      }.joined(separator: words.language("；", "; "))
  }

  private func cost(_ score: Score, _ words: Words, signed: Bool) -> String {
    func number(_ cost: Int) -> String { signed && cost > 0 ? "+\(cost)" : "\(cost)" }
    let parts = score.parts.filter { $0.cost != 0 }
      .map { "\(words.part($0.part)) \(number($0.cost))" }
    let total = words.language("代价 ", "cost ") + number(score.cost)
    guard !parts.isEmpty else { return total }
    return total + words.language("（", " (") + parts.joined(separator: words.language("、", ", "))
      + words.language("）", ")")
  }

  private func text(of relaxation: Explanation.Relaxation, _ words: Words) -> String {
    let language = words.language
    let what =
      switch relaxation.what {
      case .filter(let filter): language("允许：", "allow: ") + words.barred(by: filter)
      case .rule(let rule): language("放宽：", "relax: ") + rule.word(in: language)
      case .crew(let id):
        language("多一个班组：", "one more crew of ") + (program.teams[id]?.name ?? id)
      case .place(let id):
        language("场地多容一场：", "one more at once in ") + (program.venues[id]?.name ?? id)
      case .daily: language("当天多排一场", "one more of its own on that day")
      case .activity(let id): language("让路：", "makes way: ") + way(of: id, relaxation, words)
      }
    return "\(what)  \(place(relaxation.placement, words))  "
      + language("代价 ", "cost ") + signed(relaxation.added)
      + language("，未排上 ", ", unplaced ") + signed(relaxation.unplaced)
  }

  /// Who makes way, and where it goes or what is lost with it.
  private func way(
    of id: DutyID, _ relaxation: Explanation.Relaxation, _ words: Words
  ) -> String {
    let name = marked(id.text, id, words)
    if let place = relaxation.moves[id] ?? nil {
      return "\(name) → \(placed(place, of: id, words))" + words.language("；", ";")
    }
    let priority = agenda.activities[id].map { agenda.requirement(of: $0).priority } ?? 0
    return name
      + words.language("（因此排不上，优先级 \(priority)）", " (left out for it, priority \(priority))")
  }

  private func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }

  private func marked(_ text: String, _ id: DutyID, _ words: Words) -> String {
    words.marked(text, explanation.overrides[id] ?? [])
  }

  private func place(_ placement: Placement, _ words: Words) -> String {
    placed(placement, of: explanation.id, words)
  }

  private func placed(_ placement: Placement, of id: DutyID, _ words: Words) -> String {
    guard let activity = agenda.activities[id] else { return id.text }
    return words.placement(placement, of: activity, in: agenda)
  }
}
