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

  static func noPlanYet(_ folder: String) -> String {
    say(
      "\(folder) 还没有计划\n  也许先运行 muster plan \(folder)",
      "\(folder) has no plan yet\n  Maybe run `muster plan \(folder)` first.")
  }

  static func noSuchRevision(_ number: Int) -> String {
    say("没有第 \(number) 版", "there is no revision \(number)")
  }

  static var unreadableSnapshot: String {
    say(
      "记录中保存的工作区无法读取；请重新运行 muster plan",
      "the workspace kept in the record cannot be read; run `muster plan` again")
  }

  static func cannotWrite(_ path: String) -> String {
    say("无法写入 \(path)", "\(path): cannot be written")
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

  static func ambiguousID(_ text: String, _ matches: [String], _ count: Int) -> String {
    let list = matches.map { "\n  \($0)" }.joined()
    let rest = count > matches.count ? "\n  …" : ""
    return say(
      "“\(text)”与 \(count) 项相符，请写得更完整：\(list)\(rest)",
      "'\(text)' fits \(count) of them; say which one:\(list)\(rest)")
  }

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

  static func negativePeople(_ people: Int) -> String {
    say("人数不能是 \(people)", "\(people) people cannot have come")
  }

  static func futureDay(_ day: Day, today: Day) -> String {
    say(
      "\(day) 还没有到（今天是 \(today)），不能记为已完成",
      "\(day) is still to come (today is \(today)), so nothing can have been done then")
  }

  static func stillToCome(_ id: String, _ day: Day) -> String {
    say(
      "\(id) 计划在 \(day)，还没有到\n  也许提前办了：用 --on 写明日期",
      "\(id) is planned for \(day), which is still to come\n  Maybe it was held earlier: say when with --on."
    )
  }

  static func howManyPeople(_ id: String) -> String {
    say("\(id)：请用 --people 写明参加人数", "\(id): say how many came with --people")
  }

  static func questioned(_ questions: [String]) -> String {
    let list = questions.map { "\n  \($0)" }.joined()
    return say(
      "请核对：\(list)\n  无误则加 --confirm 再记一次",
      "please check:\(list)\n  If it is so, say it again with --confirm.")
  }

  static var nobodyCame: String { say("参加人数为 0", "nobody came") }

  static func moreThanSeats(_ people: Int, _ venue: String, _ capacity: Int) -> String {
    say("\(people) 人，而\(venue)只容 \(capacity) 人", "\(people) people, but \(venue) seats \(capacity)")
  }

  static func moreThanResidents(_ people: Int, _ community: String, _ residents: Int) -> String {
    say(
      "\(people) 人，而\(community)只有 \(residents) 人",
      "\(people) people, but \(community) has \(residents)")
  }

  static var wasCancelled: String { say("该活动已取消", "it was cancelled") }
  static var wasUnplaced: String { say("该活动没有排上日期", "it was not placed in the plan") }

  static func alreadyRecorded(_ id: String, _ standing: Completion) -> String {
    say(
      "\(id) 已经这样记过（\(summary(standing))），没有变化",
      "\(id) is recorded so already (\(summary(standing))); nothing changed")
  }

  static func recorded(
    _ id: String, _ name: String, _ completion: Completion, replacing old: Completion?
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

  static func nothingToUndo(_ id: String) -> String {
    say("\(id) 没有可以撤回的记录", "\(id) has no record to take back")
  }

  static func undone(_ id: String, _ taken: Completion, standing: Completion?) -> String {
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
