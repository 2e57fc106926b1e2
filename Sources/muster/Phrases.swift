import Drills
import Foundation
import Office
import Reports
import Scheduling
import Workspace

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

  static func unknownCommand(_ name: String, among commands: [String]) -> String {
    guard let near = nearest(to: name, among: commands) else {
      let list = commands.joined(separator: say("、", ", "))
      return say("没有命令“\(name)”；有：\(list)", "there is no command '\(name)'; there are: \(list)")
    }
    return say("没有命令“\(name)”\n  也许是 \(near)", "there is no command '\(name)'\n  Maybe \(near).")
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

  // MARK: Ids made of names

  /// A short list, and what becomes of them.
  static func rowIDs(_ rows: [RowID]) -> [String] {
    if rows.isEmpty { return [] }
    let most = 12
    let width = rows.prefix(most).map(\.given.id.count).max() ?? 0
    var lines = [
      say("\(rows.count) 个编号由名称得来：", "\(rows.count) ids are made of names:")
    ]
    lines += rows.prefix(most).map { row in
      let id = row.given.id.padding(toLength: width, withPad: " ", startingAt: 0)
      let owner =
        row.given.owner.isEmpty ? "" : say("（\(row.given.owner)）", " (\(row.given.owner))")
      return "  \(id)  \(row.given.name)\(owner)"
    }
    if rows.count > most { lines.append("  …") }
    lines.append(
      say(
        "  名称改了，就是新的一行、新的编号；要把编号写进 CSV 表：muster check --write-ids",
        "  A row with another name is a new one with a new id; muster check --write-ids writes them into "
          + "CSV tables."))
    return lines
  }

  static func wroteIDs(_ count: Int, in file: String) -> String {
    say("\(file)：写入 \(count) 个编号", "\(file): wrote \(count) ids")
  }

  static var allHaveIDs: String {
    say("各行都有编号，没有要写的", "every row has an id; there is nothing to write")
  }

  static func idsOfWorkbooks(_ files: [String]) -> String {
    say(
      "\(files.joined(separator: "、"))：不改动 Excel 表格；编号可以不写，要写就照 muster check 列出的填",
      "\(files.joined(separator: ", ")): workbooks are not edited; ids may be left out, or copied from "
        + "muster check")
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

  static func unknown(_ id: String, among ids: [String]) -> String {
    let some = ids.prefix(8).joined(separator: say("、", ", ")) + (ids.count > 8 ? " …" : "")
    return say("没有“\(id)”；有：\(some)", "there is no '\(id)'; there are: \(some)")
  }

  // MARK: New workspaces

  static func initialised(_ folder: String) -> String {
    say(
      "已在 \(folder) 建好工作区。改好 plan.yaml 和各表后：\n  muster check \(folder)\n  muster plan \(folder)",
      "\(folder) is a workspace now. Edit plan.yaml and the tables, then:\n"
        + "  muster check \(folder)\n  muster plan \(folder)")
  }
}
