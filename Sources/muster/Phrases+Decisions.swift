import Drills
import Reports

/// What the program says of decisions, of what follows from them, and of who must be told.
extension Phrases {
  private static var words: Words { Words(Terminal.language) }
  private static var comma: String { say("、", ", ") }

  // MARK: Deciding

  static var whichReason: String {
    let codes = ReasonCode.allCases.map { code in
      Terminal.language == .chinese
        ? "\(code.rawValue)（\(code.word(in: .chinese))）" : code.rawValue
    }.joined(separator: comma)
    return say("请用 --reason 写明原因：\(codes)", "say why with --reason: \(codes)")
  }

  static var otherNeedsWords: String {
    say("原因为 other 时，请用 --words 说明", "the reason 'other' needs --words that say why")
  }

  static func decided(_ decision: Decision) -> String {
    let reason = decision.reason.map { $0.word(in: Terminal.language) } ?? ""
    let why = [reason, decision.words].filter { !$0.isEmpty }.joined(separator: say("：", ": "))
    let text = say(
      "第 \(decision.number) 号决定（\(decision.decidedBy)）：\(what(decision))",
      "decision \(decision.number) by \(decision.decidedBy): \(what(decision))")
    return why.isEmpty ? text : text + say("（\(why)）", " (\(why))")
  }

  private static func what(_ decision: Decision) -> String {
    switch decision.what {
    case .move(let id, let placement, let fields, let overrides):
      let to = "\(id) → \(place(placement, fields))"
      let mark = OverrideMark.text(overrides, in: Terminal.language)
      return say("改期 ", "move ") + (mark.isEmpty ? to : "\(to) \(mark)")
    case .pin(let id, let placement, let fields):
      return say("锁定 ", "pin ") + "\(id): \(place(placement, fields))"
    case .unpin(let id): return say("解锁 \(id)", "unpin \(id)")
    case .cancel(let id): return say("取消 \(id)", "cancel \(id)")
    case .restore(let id): return say("恢复 \(id)", "restore \(id)")
    case .block(let closure, _): return say("停用 ", "block ") + scope(closure)
    case .undo(let number): return say("撤销第 \(number) 号决定", "undo decision \(number)")
    }
  }

  private static func place(_ placement: Placement, _ fields: Set<Fixing.Field>) -> String {
    var parts: [String] = []
    if fields.contains(.day) { parts.append(words.day(placement.day)) }
    if fields.contains(.start) { parts.append(clock(placement.start)) }
    if fields.contains(.venue) { parts.append(placement.venue ?? say("无场地", "no venue")) }
    if fields.contains(.teams) {
      parts += placement.teams.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }
    return parts.joined(separator: " ")
  }

  private static func scope(_ closure: Closure) -> String {
    let dates = closure.dates?.ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)"
    }.joined(separator: ",")
    let hours = closure.hours.map(\.description).joined(separator: ";")
    let ids = [
      closure.communities, closure.areas, Set(closure.kinds.map(\.rawValue)), closure.venues,
      closure.teams, closure.requirements,
    ].filter { !$0.isEmpty }.map { $0.sorted().joined(separator: "+") }
    return ([dates ?? "", hours] + (ids.isEmpty ? [say("全部", "everything")] : ids))
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  static var onlyOfDecisions: String {
    say(
      "--reason、--words、--dry-run、--format json 只能与 --decision 同用",
      "--reason, --words, --dry-run and --format json go with --decision alone")
  }

  static var planNext: String {
    say("运行 muster plan 后生效", "`muster plan` makes the plan that follows")
  }

  static func alsoPending(_ decisions: [Decision]) -> [String] {
    guard !decisions.isEmpty else { return [] }
    return [say("此前还有决定尚未排入计划：", "also decided, and not planned yet:")]
      + decisions.map { "  \(decided($0))" }
  }

  static func changedMeanwhile(_ news: [String]) -> String {
    ([say("期间记录有变化：", "the record changed meanwhile:")] + news.map { "  \($0)" })
      .joined(separator: "\n")
  }

  static func newRevision(_ revision: Revision) -> String {
    say(
      "\(revision.savedBy) 排出了第 \(revision.number) 版",
      "\(revision.savedBy) planned revision \(revision.number)")
  }

  static func doneMeanwhile(_ id: String, _ completion: Completion) -> String {
    say(
      "\(completion.recordedBy) 记录 \(id) 已完成",
      "\(completion.recordedBy) recorded that \(id) was done")
  }

  static func noLongerAsked(_ id: String) -> String {
    say(
      "工作区里已没有 \(id)\n  也许运行 muster plan 重新排期",
      "the workspace asks for no \(id) any more\n  Maybe run `muster plan`.")
  }

  static func notAnActivity(_ id: String) -> String {
    say("\(id) 不是排期的活动", "\(id) is no scheduled activity")
  }

  static func doneStays(_ id: String) -> String {
    say(
      "\(id) 已记录完成，不能再改\n  记错了就先 muster undo \(id)",
      "\(id) is recorded as done and stays\n  If it was not, `muster undo \(id)` first.")
  }

  static func noSuchStart(_ moment: Moment, grid: Int) -> String {
    say(
      "\(words.day(moment.day)) \(clock(moment.minute)) 不是可以开始的时间：开始时间取整到 \(grid) 分钟，日子在活动期内",
      "nothing starts at \(clock(moment.minute)) on \(words.day(moment.day)): starts are multiples of "
        + "\(grid) minutes on days of the period, early enough to end by midnight")
  }

  static var scarcest: String { say("最紧张的时段：", "the scarcest hours:") }
  static var nothingScarce: String { say("没有紧张的队伍和场地", "no team or venue is scarce") }

  static func restoreFirst(_ id: String) -> String {
    say(
      "\(id) 已取消\n  先 muster cancel \(id) --restore",
      "\(id) is cancelled\n  Maybe `muster cancel \(id) --restore` first.")
  }

  static func cancelledAlready(_ id: String) -> String {
    say("\(id) 已经取消过", "\(id) is cancelled already")
  }

  static func notCancelled(_ id: String) -> String {
    say("\(id) 没有取消过", "\(id) was not cancelled by a decision")
  }

  static func nothingToPin(_ id: String) -> String {
    say(
      "\(id) 没有排上，无从锁定\n  可用 muster move 指定时间",
      "\(id) is not placed, so there is nothing to pin\n  Maybe `muster move` it."
    )
  }

  static func notPinned(_ id: String) -> String {
    say("\(id) 没有锁定或改期", "\(id) is neither pinned nor moved")
  }

  static func noSuchDecision(_ number: Int) -> String {
    say(
      "没有第 \(number) 号决定；号码见 muster history",
      "there is no decision \(number); `muster history` tells them")
  }

  static func undoneAlready(_ number: Int) -> String {
    say("第 \(number) 号决定已经撤销", "decision \(number) is undone already")
  }

  static func takesBack(_ decision: Decision) -> String {
    say("撤销的是：\(decided(decision))", "takes back \(decided(decision))")
  }

  // MARK: Moving

  static func moveRefused(
    _ id: String, _ moment: Moment, _ trial: MoveTrial, _ left: [Violation], in program: Program
  ) -> String {
    let rules = HardRule.allCases.filter { rule in left.contains { $0.rule == rule } }
    let list = left.map { "\n  \(words.violation($0, of: id, in: program))" }.joined()
    let flags = rules.map { "--override \($0.rawValue)" }.joined(separator: " ")
    return say(
      "\(id) 不能改到 \(moment)，会违反：\(list)\n  看别的时间：muster options \(id)；一定要改则加 \(flags)",
      "\(id) cannot go to \(moment); it would break:\(list)\n"
        + "  Maybe another time: `muster options \(id)`. To insist, add \(flags).")
  }

  static func moveNotes(
    _ trial: MoveTrial, overriding rules: Set<HardRule>, unneeded: Set<HardRule>
  ) -> [String] {
    var notes: [String] = []
    if !rules.isEmpty {
      notes.append(
        say("不再要求：", "not asked of it any more: ")
          + HardRule.allCases.filter(rules.contains).map { $0.word(in: Terminal.language) }
          .joined(separator: comma))
    }
    if !unneeded.isEmpty {
      notes.append(
        say("并不违反，未作越过：", "not broken, so not overridden: ")
          + HardRule.allCases.filter(unneeded.contains).map { $0.word(in: Terminal.language) }
          .joined(separator: comma))
    }
    if !trial.givingWay.isEmpty {
      notes.append(
        say("要让路的活动：", "these must make way: ") + trial.givingWay.joined(separator: comma))
    }
    return notes
  }

  // MARK: Blocking

  static func blockIsOver(_ last: Day, today: Day) -> String {
    say(
      "停用日期到 \(last) 为止，已经过去（今天是 \(today)）",
      "the block ends on \(last), which is over (today is \(today))")
  }

  static func displaces(_ ids: [String], within workdays: Int) -> String {
    guard !ids.isEmpty else {
      return say("已发布的活动都不受影响", "nothing that is published is in it")
    }
    let some = ids.prefix(10).joined(separator: comma) + (ids.count > 10 ? " …" : "")
    return say(
      "\(ids.count) 项要挪开，\(workdays) 个工作日内补办：\(some)",
      "\(ids.count) must move, to be held within \(workdays) working days: \(some)")
  }

  // MARK: What no longer holds

  static func noLongerHolds(
    _ broken: [Violation], added: Int, in program: Program
  ) -> [String] {
    var lines: [String] = []
    if !broken.isEmpty {
      lines.append(
        say(
          "已发布的计划有 \(broken.count) 处不再成立：",
          "of the published plan this no longer holds (\(broken.count)):"))
      lines += broken.prefix(10).map { "  \(words.violation($0, in: program))" }
      if broken.count > 10 { lines.append("  …") }
    }
    if added > 0 {
      lines.append(
        say("新增的 \(added) 项活动还没有排期", "\(added) new activities are not planned yet"))
    }
    return lines
  }

  static func pinNotHeld(_ id: String) -> String {
    say(
      "注意：\(id) 没能按决定安排（已冻结，或没有可用的时段）",
      "note: \(id) is not where it was decided to be: it is frozen, or nothing allows that")
  }

  static func staysWhereItIs(_ id: String, _ reason: Fixing.Reason) -> String {
    reason == .done
      ? doneStays(id)
      : say(
        "\(id) 已冻结\n  一定要改：muster move \(id) --to … --override fixed",
        "\(id) is frozen\n  To insist: `muster move \(id) --to … --override fixed`.")
  }

  // MARK: Files, revisions, notices

  static func cannotRead(_ path: String) -> String {
    say("读不到 \(path)：没有这个文件，或不是 UTF-8 文本", "\(path): no such file, or not UTF-8 text")
  }

  static func badLines(_ count: Int) -> String {
    say(
      "文件有 \(count) 处错误，没有试算",
      count == 1
        ? "the file has 1 mistake; nothing was tried"
        : "the file has \(count) mistakes; nothing was tried")
  }

  static var openQuote: String { say("引号没有配对", "a quote is not closed") }

  static var twoRevisions: String {
    say("最多比较两版", "at most two revisions can be compared")
  }

  static func diffTitle(_ title: String) -> String {
    say("\(title)：变动", "\(title): changes")
  }

  static func diffPeriod(_ from: Revision?, _ to: Revision, in zone: Zone) -> String {
    func name(_ revision: Revision) -> String {
      let moment = zone.moment(at: revision.savedAt)
      return say(
        "第 \(revision.number) 版（\(moment.day) \(clock(moment.minute))，\(revision.savedBy)）",
        "revision \(revision.number) (\(moment.day) \(clock(moment.minute)), \(revision.savedBy))")
    }
    return (from.map(name) ?? say("无", "nothing")) + " → " + name(to)
  }

  static var nobodyToTell: String { say("没有要通知的", "nobody must be told anything") }

  static func noSuchNotice(_ id: String, among ids: [String]) -> String {
    ids.isEmpty
      ? say("没有待发的通知“\(id)”", "there is no open notice '\(id)'; none is open")
      : say("没有待发的通知“\(id)”；有：", "there is no open notice '\(id)'; there are: ")
        + ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? " …" : "")
  }

  static func told(_ name: String, _ id: String) -> String {
    say("已记录：通知了 \(name)（\(id)）", "recorded that \(name) was told (\(id))")
  }
}
