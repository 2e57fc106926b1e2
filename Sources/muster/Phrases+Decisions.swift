import Drills
import Office
import Reports

/// What the program says of decisions, of what follows from them, and of who must be told.
extension Phrases {
  private static var words: Words { Words(Terminal.language) }
  private static var comma: String { say("、", ", ") }

  // MARK: Deciding

  static func decided(_ decision: Decision) -> String {
    decision.text(in: Terminal.language)
  }

  static var onlyOfDecisions: String {
    say(
      "--reason、--words、--dry-run、--format json 只能与 --decision 同用",
      "--reason, --words, --dry-run and --format json go with --decision alone")
  }

  static var planNext: String {
    say("运行 muster plan 后生效", "`muster plan` makes the plan that follows")
  }

  static func changedMeanwhile(_ news: [News]) -> String {
    ([say("期间记录有变化：", "the record changed meanwhile:")]
      + news.map { "  \($0.text(in: Terminal.language))" }).joined(separator: "\n")
  }

  static func newRevision(_ revision: Revision) -> String {
    say(
      "\(revision.savedBy) 排出了第 \(revision.number) 版",
      "\(revision.savedBy) planned revision \(revision.number)")
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
