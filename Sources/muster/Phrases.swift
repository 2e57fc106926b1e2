import Drills
import Office
import Reports
import Scheduling

/// Every word that the program itself says, in both languages.
enum Phrases {
  /// The language of what the program says while it answers; `Muster.main` alone chooses it.
  ///
  /// ArgumentParser makes help in static properties and default values, where nothing can be passed.
  @TaskLocal static var language = Language.english

  static func say(_ chinese: String, _ english: String) -> String {
    language(chinese, english)
  }

  static var help: HelpPhrases { HelpPhrases() }

  // MARK: Kinds of message

  static var error: String { say("错误", "Error") }
  /// Before what went wrong.
  static var errorMark: String { say("错误：", "Error: ") }
  static var warning: String { say("警告", "Warning") }

  // MARK: Usage

  static func unknownLanguage(_ name: String) -> String {
    say("不认识的语言“\(name)”；可用 zh-Hans 或 en", "no such language: '\(name)'; use zh-Hans or en")
  }

  static func twoWorkspaces(_ first: String, _ second: String) -> String {
    say(
      "同时给了两个工作区：\(first) 和 \(second)", "two workspaces are given: \(first) and \(second)")
  }

  static var badGap: String {
    say("--gap 是不小于 0 的百分数", "--gap is a percentage of at least 0")
  }
  static var badThreads: String { say("--threads 至少为 1", "--threads is at least 1") }

  // MARK: Workspaces

  static func mistakes(_ count: Int) -> String {
    say(
      "工作区有 \(count) 处错误，未做任何改动",
      count == 1
        ? "the workspace has 1 mistake; nothing was planned or written"
        : "the workspace has \(count) mistakes; nothing was planned or written")
  }

  static func checked(
    _ folder: String, activities: Int, communities: Int, findings: Int, warnings: Int
  ) -> String {
    let fits =
      findings == 0
      ? say("未发现排不下的活动", "nothing was found that cannot fit")
      : say("\(findings) 处排不下", "\(findings) findings of what cannot fit")
    let warned =
      warnings == 0 ? "" : say("，\(warnings) 条警告", ", \(warnings) warnings")
    return say(
      "\(folder)：没有错误\(warned)；\(communities) 个社区（村），\(activities) 项活动；\(fits)",
      "\(folder): no mistakes\(warned); \(communities) communities, \(activities) activities; \(fits)"
    )
  }

  static func outputFailed(_ cause: WriteCause) -> String {
    say(
      "标准输出写不进去：\(cause.text(in: .chinese))",
      "the output cannot be written: \(cause.text(in: .english))")
  }

  // MARK: Planning

  static func progress(_ progress: SearchProgress) -> String {
    let seconds = Int(progress.seconds.rounded())
    let gap = (progress.gap * 1000).rounded() / 10
    return say(
      "\(seconds) 秒  未排上 \(progress.unplaced)（至少 \(progress.unplacedBound)）  "
        + "代价 \(progress.cost)（至少 \(progress.bound)，差 \(gap)%）",
      "\(seconds) s  unplaced \(progress.unplaced) (bound \(progress.unplacedBound))  "
        + "cost \(progress.cost) (bound \(progress.bound), gap \(gap)%)")
  }

  static func replanning(_ news: [News]) -> String {
    ([say("期间记录有变化，重新排期", "the record changed meanwhile; planning again on top of it")]
      + news.map { "  \($0.text(in: Phrases.language))" }).joined(separator: "\n")
  }

  static var nothingWritten: String { say("试算：什么都没有写入", "dry run: nothing was written") }

  static func saved(_ revision: Int, feeds: String, written: Int) -> String {
    say(
      "已存为第 \(revision) 版；日历在 \(feeds)（更新 \(written) 个文件）",
      "saved as revision \(revision); the feeds are in \(feeds) (\(written) files changed)")
  }

  // MARK: Identifiers

  /// Where people know a thing by its name, which may be what was given.
  static func unknown(_ id: String, among things: [(id: String, name: String)]) -> String {
    if let named = things.first(where: { !id.isEmpty && $0.name.contains(id) }) {
      return say(
        "没有“\(id)”这个编号\n  也许是 \(named.id)（\(named.name)）",
        "there is no '\(id)'\n  Maybe \(named.id) (\(named.name)).")
    }
    return unknown(id, among: things.map { say("\($0.id) \($0.name)", $0.id) })
  }

  static func unknown(_ id: String, among ids: [String]) -> String {
    let some = ids.prefix(8).joined(separator: say("、", ", ")) + (ids.count > 8 ? " …" : "")
    return say("没有“\(id)”；有：\(some)", "there is no '\(id)'; there are: \(some)")
  }

  // MARK: Completions

  static func questioned(_ questions: [String]) -> String {
    let list = questions.map { "\n  \($0)" }.joined()
    return say(
      "请核对：\(list)\n  无误则加 --confirm 再记一次",
      "please check:\(list)\n  If it is so, say it again with --confirm.")
  }

  static func alreadyRecorded(_ id: DutyID, _ standing: Completion) -> String {
    say(
      "\(id) 已经这样记过（\(summary(standing))），没有变化",
      "\(id) is recorded so already (\(summary(standing))); nothing changed")
  }

  static func recorded(
    _ id: DutyID, _ name: String, _ completion: Completion, replacing old: Completion?
  ) -> String {
    let late = completion.isLate ? say("；属于补报", "; recorded late") : ""
    let instead =
      old.map {
        say(
          "；代替原来的记录（\(summary($0))），可用 undo 撤回",
          "; it replaces the record of \(summary($0)), which `undo` brings back")
      } ?? ""
    return say(
      "已记录 \(id) \(name)：\(summary(completion))\(late)\(instead)",
      "recorded \(id) \(name): \(summary(completion))\(late)\(instead)")
  }

  static func undone(_ id: DutyID, _ taken: Completion, standing: Completion?) -> String {
    let now =
      standing.map {
        say("；现为之前的记录（\(summary($0))）", "; the one before it stands again (\(summary($0)))")
      } ?? say("；现为未完成", "; it is not done now")
    return say(
      "已撤回 \(id) 的记录（\(summary(taken))）\(now)",
      "took back the record of \(id) (\(summary(taken)))\(now)")
  }

  /// The days, and the people where anybody is told of: a task has none.
  private static func summary(_ completion: Completion) -> String {
    let days =
      completion.lastDay.map { say("\(completion.day) 至 \($0)", "\(completion.day) to \($0)") }
      ?? completion.day.description
    guard completion.people > 0 || completion.isConfirmed else { return days }
    return say("\(days)，\(completion.people) 人", "\(days), \(completion.people) people")
  }

  // MARK: New workspaces

  static func alreadyThere(_ path: String) -> String {
    say("\(path) 已经存在，未做改动", "\(path) exists already; nothing was changed")
  }

  static func initialised(_ folder: String) -> String {
    say(
      "已在 \(folder) 建好工作区。改好 plan.yaml 和各表后：\n  muster check \(folder)\n  muster plan \(folder)",
      "\(folder) is a workspace now. Edit plan.yaml and the tables, then:\n"
        + "  muster check \(folder)\n  muster plan \(folder)")
  }
}
