import Drills
import Reports

extension DecidingReason {
  func text(in language: Language, for front: any Front) -> String {
    switch self {
    case .noReason: return whichReason(language, front)
    case .reasonNeedsWords:
      let words = front.name(of: .words, in: language)
      return language(
        "原因为 other 时，请用 \(words) 说明", "the reason 'other' needs \(words) that say why")
    case .noLongerAsked(let id):
      let plan = front.name(of: .plan(), in: language)
      return language(
        "工作区里已没有 \(id)\n  也许运行 \(plan) 重新排期",
        "the workspace asks for no \(id) any more\n  Maybe run \(plan).")
    case .notAnActivity(let id):
      return language("\(id) 不是排期的活动", "\(id) is no scheduled activity")
    case .isDone(let id):
      let undo = front.name(of: .undo(id), in: language)
      return language(
        "\(id) 已记录完成，不能再改\n  记错了就先 \(undo)",
        "\(id) is recorded as done and stays\n  If it was not, \(undo) first.")
    case .isCancelled(let id):
      let restore = front.name(of: .restore(id), in: language)
      return language(
        "\(id) 已取消\n  先 \(restore)", "\(id) is cancelled\n  Maybe \(restore) first.")
    case .isCancelledAlready(let id):
      return language("\(id) 已经取消过", "\(id) is cancelled already")
    case .isNotCancelled(let id):
      return language("\(id) 没有取消过", "\(id) was not cancelled by a decision")
    case .isNotPlaced(let id):
      let move = front.name(of: .move(id), in: language)
      return language(
        "\(id) 没有排上，无从锁定\n  可用 \(move) 指定时间",
        "\(id) is not placed, so there is nothing to pin\n  Maybe \(move) it.")
    case .isNotPinned(let id):
      return language("\(id) 没有锁定或改期", "\(id) is neither pinned nor moved")
    case .breaks(let id, let moment, let breaches):
      return refusedMove(id, moment, breaches, language, front)
    case .blockIsOver(let last, let today):
      return language(
        "停用日期到 \(last) 为止，已经过去（今天是 \(today)）",
        "the block ends on \(last), which is over (today is \(today))")
    case .noSuchDecision(let number):
      let history = front.name(of: .history, in: language)
      return language(
        "没有第 \(number) 号决定；号码见 \(history)",
        "there is no decision \(number); \(history) tells them")
    case .isUndoneAlready(let number):
      return language("第 \(number) 号决定已经撤销", "decision \(number) is undone already")
    case .wishIsOver(let moment, let now):
      return language("\(moment) 已经过去（现在是 \(now)）", "\(moment) is over (it is \(now))")
    case .noSuchWish(let number):
      return language("没有第 \(number) 号请求", "there is no wish \(number)")
    case .wishIsAnswered(let number, let author):
      return language(
        "\(author) 已经答复第 \(number) 号请求", "\(author) answered wish \(number) already")
    }
  }

  private func whichReason(_ language: Language, _ front: any Front) -> String {
    let codes = ReasonCode.allCases.map { code in
      language("\(code.rawValue)（\(code.word(in: .chinese))）", code.rawValue)
    }.joined(separator: language("、", ", "))
    let reason = front.name(of: .reason, in: language)
    return language("请用 \(reason) 写明原因：\(codes)", "say why with \(reason): \(codes)")
  }

  private func refusedMove(
    _ id: DutyID, _ moment: Moment, _ breaches: [Breach], _ language: Language,
    _ front: any Front
  ) -> String {
    let list = breaches.map { "\n  \($0.text(of: id, in: language))" }.joined()
    let rules = HardRule.allCases.filter { rule in breaches.contains { $0.violation.rule == rule } }
    let overrides = rules.map { front.setting(.override, to: $0.rawValue, in: language) }
      .joined(separator: " ")
    let options = front.name(of: .options(id), in: language)
    return language(
      "\(id) 不能改到 \(moment)，会违反：\(list)\n  看别的时间：\(options)；一定要改则加 \(overrides)",
      "\(id) cannot go to \(moment); it would break:\(list)\n"
        + "  Maybe another time: \(options). To insist, add \(overrides).")
  }
}

extension Breach {
  init(_ violation: Violation, in program: Program) {
    self.init(violation, name: Words.name(of: violation, in: program))
  }

  func text(of id: DutyID? = nil, in language: Language) -> String {
    Words(language).violation(violation, named: name, of: id)
  }
}
