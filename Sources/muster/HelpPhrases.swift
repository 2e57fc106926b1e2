import Drills
import Foundation

/// What `--help` says, in both languages.
struct HelpPhrases {
  private func say(_ chinese: String, _ english: String) -> String {
    Phrases.say(chinese, english)
  }

  // MARK: Commands

  var abstract: String {
    say(
      "为街道的社区（村）排演练和宣传活动，并发布为日历。", "Plans drills for communities and publishes them as calendars.")
  }
  var discussion: String {
    say(
      "从 muster init 开始；改好表格后运行 muster check、muster plan，再用 muster show 查看。",
      "Start with `muster init`; edit the tables, then `muster check`, `muster plan` and `muster show`."
    )
  }
  var initialise: String { say("新建一个带注释的工作区。", "Write a commented workspace to start from.") }
  var check: String {
    say("检查工作区的每一处错误，以及排不下的活动。", "Report every mistake in the workspace, and what cannot fit.")
  }
  var writeIDs: String {
    say(
      "把由名称得来的编号写进 CSV 表，其余原样不动。",
      "Write ids made of names into CSV tables, leaving all else as it is.")
  }
  var plan: String {
    say("排期，存为新的一版，并写出日历。", "Schedule, save a new revision and write the feeds.")
  }
  var show: String {
    say(
      "以月历、清单或单个社区查看计划，或打印成安排表。",
      "Show the plan as a month, a list or one community's days, or on paper.")
  }
  var showExamples: String {
    say(
      """
      安排表：muster show --format docx --out 活动安排表.docx
      发给各村：muster show --format xlsx --each --out 安排表
      挂图、发群：muster show --poster --format png --out 挂图.png
      某支队伍，带联系电话：muster show --team 消防救援站 --format html --private --out 消防.html
      """,
      """
      A schedule: muster show --format docx --out schedule.docx
      One for each community: muster show --format xlsx --each --out schedules
      A poster for a wall or a chat: muster show --poster --format png --out month.png
      A team's, with phones: muster show --team fire-1 --format html --private --out fire.html
      """)
  }
  var status: String { say("对照计划看进展：已完成、今天、逾期。", "Plan against record: done, due and overdue.") }
  var done: String {
    say("记录一项活动、任务或持续活动已完成。", "Record that an activity, a task or a campaign was done.")
  }
  var undo: String { say("撤回最近一次完成记录。", "Take back the newest standing record of something.") }
  var export: String { say("把日历导出到文件夹。", "Copy the feeds to a folder.") }

  // MARK: Arguments

  var workspace: String { say("工作区文件夹（默认：当前文件夹）。", "The workspace (default: the current folder).") }
  var workspaceArgument: String { say("工作区文件夹。", "The workspace.") }
  var newWorkspace: String { say("新工作区的文件夹。", "The folder of the new workspace.") }
  var language: String {
    say("界面语言：zh-Hans 或 en（默认按系统）。", "zh-Hans or en (default: the locale's).")
  }
  var now: String {
    say(
      "当作现在的时刻，如 2024-05-20T08:00:00+08:00。",
      "The time to take for now, as 2024-05-20T08:00:00+08:00.")
  }
  var by: String {
    say(
      "记录人（默认：环境变量 MUSTER_USER，没有则为登录名）。",
      "Who does this (default: MUSTER_USER, else the login name).")
  }
  var format: String { say("输出格式。", "How to print it.") }
  var identifier: String {
    say(
      "完整编号、show --list 显示的序号，或只有一项具有的一段编号。",
      "An id, a number that `show` printed, or a part that one id has.")
  }

  // MARK: Planning

  var beginAnew: String {
    say(
      "记录丢失时，不管已发布过什么，从头开始；记录比日历旧时，接着这份记录做。",
      "Where the record is lost: begin anew, whatever was published; where it is older than the feeds: go on with it."
    )
  }
  var dryRun: String { say("只显示会有什么变化，不写入。", "Show what would change; write nothing.") }
  var fromScratch: String {
    say("不考虑已发布的安排（已完成和冻结的仍保留）。", "Forget what is published, but not what is done or frozen.")
  }
  var base: String { say("以该版为已发布的计划。", "Take this revision as the published plan.") }
  var seed: String { say("随机种子；相同种子得到相同计划。", "The same seed gives the same plan.") }
  var timeLimit: String {
    say("最长用时，如 20s、5min（默认 60s）。", "The longest to search, as 20s or 5min (default: 60s).")
  }
  var gap: String {
    say("与下界相差百分之几即可停止（默认 0）。", "Stop within this percentage of the bound (default: 0).")
  }
  var progress: String {
    say(
      "进度：terminal 只在终端显示；json 每行一条，写到标准错误。",
      "Progress: on a terminal only, or a line of JSON each to stderr.")
  }
  var threads: String { say("线程数；不影响结果。", "How many threads; the plan does not depend on it.") }

  // MARK: Showing

  var list: String { say("按天列出，带序号。", "List by day, with numbers.") }
  var community: String { say("只看这个社区（村）。", "Only this community.") }
  var team: String { say("只看这支队伍。", "Only this team.") }
  var showFormat: String {
    say(
      "终端上看 table；给程序 json；打印 html、xlsx、docx、csv；图片 svg、png。",
      "For the terminal, for programs, on paper, or as pictures.")
  }
  var groupBy: String {
    say("安排表按什么分：日期、社区、项目、队伍、阶段。", "What a schedule is divided by.")
  }
  var showEach: String {
    say(
      "每个社区一个文件（--by team：每支队伍），放进 --out 的文件夹。",
      "A file for each community (--by team: each team), in the folder --out.")
  }
  var poster: String {
    say("一个月印在一张纸上（html、svg、png）。", "The month on one sheet (html, svg, png).")
  }
  var posterPaper: String { say("挂图的纸：a3（默认）或 a4。", "The poster's paper (default: a3).") }
  var showPrivate: String {
    say("带联系人、电话和不公布的钟点；不要外传。", "With contacts, phones and hours that are not announced.")
  }
  var showOut: String { say("写入这个文件或文件夹。", "Write to this file or folder.") }
  var revision: String { say("第几版（默认最新）。", "Which revision (default: the newest).") }
  var strict: String { say("有逾期则以状态 1 退出。", "Exit 1 if anything is overdue.") }

  // MARK: Recording

  var people: String { say("参加人数。", "How many took part.") }
  var on: String {
    say(
      "哪一天，如 2024-06-12（默认：计划的那天）；持续活动可写一段，如 2024-06-07..2024-06-13。",
      "The day it was held, as 2024-06-12 (default: the planned one); a campaign's may be a range, as 2024-06-07..2024-06-13."
    )
  }
  var note: String { say("备注，不会公开。", "A note; never published.") }
  var confirm: String { say("数字被质疑时，确认无误。", "Insist on numbers that were questioned.") }

  // MARK: Exporting

  var exportOut: String { say("导出到的文件夹。", "The folder to copy to.") }

  // MARK: The argument parser's own words

  /// Its text in the language of the interface: it speaks English alone.
  func translated(_ text: String) -> String {
    guard Phrases.language == .chinese else { return text }
    // The parser may break the line anywhere in the parentheses.
    func broken(_ space: Substring) -> Substring { space == " " ? "" : space }
    let values = text.replacing(#/ ?\(values:(\s+)([^();]*);(\s+)default:\s+([^()]*)\)/#) {
      "\(broken($0.1))（可取：\($0.2)；\(broken($0.3))默认：\($0.4)）"
    }.replacing(#/ ?\(values:(\s+)([^();]*)\)/#) { "\(broken($0.1))（可取：\($0.2)）" }
      .replacing(#/ ?\(default:(\s+)([^()]*)\)/#) { "\(broken($0.1))（默认：\($0.2)）" }
    return HelpPhrases.parserWords.reduce(values) {
      $0.replacingOccurrences(of: $1.english, with: $1.chinese)
    }
  }

  /// Longer phrases before those that they hold.
  private static let parserWords: [(english: String, chinese: String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："),
    ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："), ("<subcommand>", "<命令>"),
    ("<options>", "<选项>"), ("Show the version.", "显示版本。"),
    ("Show help information.", "显示帮助。"), ("Error: Missing expected argument", "错误：缺少参数"),
    ("Error: Missing value for", "错误：缺少值："),
    ("Error: Unknown option", "错误：没有这个选项："),
    ("Error: Unexpected argument", "错误：多余的参数："), ("Error: The value", "错误：值"),
    ("is invalid for", "不能用于"), ("Error: ", "错误："), ("Help: ", "说明："),
    (" for more information.", " 查看详细说明。"),
    (" for detailed help.", " 查看详细说明。"), ("  See '", "  运行 '"),
    ("Did you mean", "是不是"), ("help <命令>", "help <命令>"),
  ]
}
