import Drills
import Office
import Reports

/// What the program says of decisions, of what follows from them, and of who must be told.
extension Phrases {
  // MARK: Deciding

  static func noSuchReason(_ text: String) -> String {
    say(
      "没有“\(text)”这个原因；可写：\(ReasonCode.list(in: .chinese))",
      "there is no reason '\(text)'; there are: \(ReasonCode.list(in: .english))")
  }
  static var onlyOfDecisions: String {
    say(
      "--reason、--words、--dry-run、--format json 只能与 --decision 同用",
      "--reason, --words, --dry-run and --format json go with --decision alone")
  }

  static var planNext: String {
    say("运行 muster plan 后生效", "`muster plan` makes the plan that follows")
  }

  // MARK: Drafts

  static var discardIsAlone: String {
    say(
      "--discard 不能与 --dry-run、--format json 同用",
      "--discard does not go with --dry-run or --format json")
  }

  static var draftOrRevision: String {
    say("--draft 和 --revision 只能用一个", "--draft and --revision exclude each other")
  }

  static var draftIsNotTold: String {
    say("草案还没有发布，不能记录已通知", "nobody is told of a draft before it is published")
  }

  static func savedDraft(_ revision: Int, feeds: String, written: Int) -> String {
    say(
      "已存为草案（第 \(revision) 版），尚未发布；内部日历在 \(feeds)（更新 \(written) 个文件）。muster publish 发布",
      "saved as a draft, revision \(revision), not published; private feeds are in \(feeds) "
        + "(\(written) files changed). `muster publish` publishes it")
  }

  static func replacesDraft(_ revision: Int) -> String {
    say("原来的草案（第 \(revision) 版）不再有效", "it takes the place of the draft, revision \(revision)")
  }

  static func published(_ revision: Int, feeds: String, written: Int) -> String {
    say(
      "草案已发布，为第 \(revision) 版；日历在 \(feeds)（更新 \(written) 个文件）",
      "revision \(revision) is published; the feeds are in \(feeds) (\(written) files changed)")
  }

  static func discarded(_ revision: Int) -> String {
    say("草案（第 \(revision) 版）已作废", "the draft, revision \(revision), is discarded")
  }

  static func changedMeanwhile(_ news: [News]) -> String {
    ([say("期间记录有变化：", "the record changed meanwhile:")]
      + news.map { "  \($0.text(in: Phrases.language))" }).joined(separator: "\n")
  }

  static var scarcest: String {
    say("最紧张的时段（未排上的不变时）：", "the scarcest hours (as much staying unplaced):")
  }
  static var reliefs: String {
    say("在那半天多一个班组（场地），重新排的结果：", "with one more crew or place just then, by planning again:")
  }
  static var nothingScarce: String { say("没有紧张的队伍和场地", "no team or venue is scarce") }

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

  static var nobodyToTell: String { say("没有要通知的", "nobody must be told anything") }
}
