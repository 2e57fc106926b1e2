package import Drills

/// Says why an activity is where it is, and what else was possible.
package struct ExplainReport: Sendable {
  private let explanation: Explanation
  private let agenda: Agenda
  private var program: Program { agenda.program }

  package init(_ explanation: Explanation, in agenda: Agenda) {
    self.explanation = explanation
    self.agenda = agenda
  }

  package func lines(in language: Language, style: Style) -> [String] {
    let words = Words(language)
    guard let activity = agenda.activities[explanation.id] else { return [] }
    let requirement = agenda.requirement(of: activity)
    var lines = [
      style.heading("\(activity.id)  \(marked(requirement.name, activity.id, words))"), now(words),
    ]
    if let at = explanation.at { lines.append(text(of: at, words)) }
    if explanation.now == nil, explanation.at == nil {
      lines += blockingSet.lines(in: agenda, words)
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
    BlockingSet(explanation.blockingSet, overrides: explanation.overrides)
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
    case .frozen: words.language("临近，已冻结", "frozen: too near to be moved")
    case .pinned: words.language("有人锁定", "pinned by a decision")
    }
  }

  /// A line a day; days in a row that the same filters bar share one.
  private func dayLines(_ words: Words) -> [String] {
    var lines: [String] = []
    var row: (first: Day, last: Day, text: String)?
    func close() {
      guard let open = row else { return }
      let days =
        open.first == open.last
        ? words.day(open.first) : "\(words.day(open.first))–\(words.day(open.last))"
      lines.append("  \(days)  \(open.text)")
      row = nil
    }
    for answer in explanation.days {
      let day = answer.placement.day
      let isBarredAlone = !answer.bars.isEmpty && answer.bars.allSatisfy(\.activities.isEmpty)
      guard isBarredAlone, answer.repaired == nil else {
        close()
        if day == explanation.now?.day, answer.placement == explanation.now { continue }
        lines.append("  " + text(of: answer, words))
        if let repair = answer.repaired { lines += self.lines(of: repair, words) }
        continue
      }
      let text = bars(answer.bars, words)
      if let open = row, open.text == text, open.last + 1 == day {
        row = (open.first, day, text)
      } else {
        close()
        row = (day, day, text)
      }
    }
    close()
    return lines
  }

  private func text(of answer: Explanation.Answer, _ words: Words) -> String {
    place(answer.placement, words) + "  "
      + (answer.bars.isEmpty ? cost(answer.change, words, signed: true) : bars(answer.bars, words))
  }

  private func lines(of repair: Explanation.Repair, _ words: Words) -> [String] {
    let sign = repair.cost > 0 ? "+" : ""
    var text = words.language("挪动别人：", "if others move: ") + place(repair.placement, words)
    text += words.language("  整个计划代价 ", "  the whole plan's cost ") + "\(sign)\(repair.cost)"
    if repair.unplaced != 0 {
      let more = repair.unplaced > 0 ? "+" : ""
      text += words.language("，未排上 ", ", unplaced ") + "\(more)\(repair.unplaced)"
    }
    return ["     " + text]
      + repair.moves.map { move in
        let to =
          move.to.map { placed($0, of: move.id, words) } ?? words.status(ActivityStatus.unplaced)
        return "       \(marked(move.id.text, move.id, words)) → \(to)"
      }
  }

  private func bars(_ bars: [Explanation.Bar], _ words: Words) -> String {
    words.language("不行：", "barred: ")
      + bars.map { bar in
        let what =
          bar.filters.isEmpty
          ? bar.rule.word(in: words.language)
          : bar.filters.map(words.barred(by:)).joined(separator: words.language("，", ", "))
        guard !bar.activities.isEmpty else { return what }
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
      case .activity(let id, _): language("让路：", "makes way: ") + marked(id.text, id, words)
      }
    let sign = relaxation.added > 0 ? "+" : ""
    return "\(what)  \(place(relaxation.placement, words))  "
      + language("代价 ", "cost ") + "\(sign)\(relaxation.added)"
  }

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
