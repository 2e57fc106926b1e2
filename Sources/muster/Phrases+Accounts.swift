import Drills
import Reports

/// What is said of counts, problems, works and reports.
extension Phrases {
  /// Every counter with what it counts.
  static func counters(_ table: CounterTable) -> [String] {
    table.lines.flatMap { line in
      ["\(line.id)  \(line.name)"]
        + line.units.map { unit in
          let measure = unit.measure.isEmpty ? "" : say("（\(unit.measure)）", " (\(unit.measure))")
          return "  \(line.id).\(unit.name)\(measure)"
        }
    }
  }

  // MARK: Counts

  static var oneOfCount: String {
    say(
      "请写计数项=数量，或 --form 表名，或 --from 表格",
      "give counters as line.unit=n, or --form with a form's name, or --from a sheet")
  }
  static var countNeedsOwner: String {
    say("请用 --community 写明是谁的数", "say whose numbers these are with --community")
  }
  static var ownerIsInSheet: String {
    say("表格里每一列就是一个单位，不用 --community", "a sheet has a column for each one; leave --community out")
  }
  static var totalsNeedSheet: String { say("--totals 要和 --from 一起用", "--totals belongs to --from") }
  static var countedTwice: String { say("同一个计数项写了两次", "a counter is given twice") }

  // MARK: Problems and works

  static func problemRecorded(_ number: Int) -> String {
    say(
      "已登记第 \(number) 号问题；整改后：muster mend \(number)",
      "problem \(number) is recorded; once it is mended: muster mend \(number)")
  }

  static var stageNeedsOutcome: String {
    say(
      "评审结果：muster entry 号码 --stage 阶段 --passed 或 --failed",
      "a decision is: muster entry NUMBER --stage STAGE --passed or --failed")
  }
  static var entryNeeds: String {
    say(
      "登记作品要写 --community、--title、--medium、--published",
      "a new entry needs --community, --title, --medium and --published")
  }

  // MARK: Reports

  static var formNeedsName: String {
    say(
      "请写 report form 表名，或 report weekly，或 report summary",
      "say report form NAME, report weekly or report summary")
  }
  static var eachOrOne: String {
    say("--each 和 --community 只能用一个", "--each and --community exclude each other")
  }
  static func onlyOfForms(_ option: String) -> String {
    say("\(option) 只用于 report form", "\(option) is for report form alone")
  }
  static func onlyOfWeekly(_ option: String) -> String {
    say("\(option) 只用于 report weekly", "\(option) is for report weekly alone")
  }
  static func notOfWeekly(_ option: String) -> String {
    say("report weekly 不用 \(option)", "report weekly takes no \(option)")
  }
  static func needsOut(_ format: String) -> String {
    say("\(format) 要用 --out 写明文件", "\(format) needs a file: give --out")
  }
  static var pairsNeedFile: String {
    say("--pairs、--confirm 要和 --docx 一起用", "--pairs and --confirm go with --docx")
  }
  static func mistakenForms(_ count: Int) -> String {
    say("表样有 \(count) 处错误", count == 1 ? "1 mistake in forms/" : "\(count) mistakes in forms/")
  }
  static var lookAtPairs: String {
    say(
      "用 --pairs 逐处核对；确实是同一处的，加 --confirm 记住",
      "--pairs shows which blank is which; where they are the same, --confirm keeps that")
  }
  static func pairs(_ pairing: FormPairing) -> [String] {
    pairing.pairs.enumerated().flatMap { index, pair in
      [
        "\(index + 1)  \(pair.blank.name)", "   " + say("表样  ", "form  ") + pair.form.words,
        "   " + say("文件  ", "file  ") + pair.document.words,
      ]
    } + [say("共 \(pairing.pairs.count) 处", "\(pairing.pairs.count) blanks")]
  }
  static func formBegun(_ path: String, guessed: Int, unknown: Int) -> String {
    say(
      "已写入 \(path)：认出 \(guessed) 处空"
        + (unknown == 0 ? "" : "，\(unknown) 处写作 {{?}}，请补上（muster check 会逐处列出）"),
      "wrote \(path): \(guessed) blanks are known"
        + (unknown == 0 ? "" : ", \(unknown) are {{?}}: fill them in (`muster check` lists them)"))
  }
  static var eachNeedsOut: String {
    say("--each 要用 --out 写明文件夹", "--each needs a folder: give --out")
  }
  static func onlyOfPaper(_ option: String) -> String {
    say(
      "\(option) 只用于打印的安排表：加 --format html、xlsx、docx、csv、svg 或 png",
      "\(option) is for schedules alone: give --format html, xlsx, docx, csv, svg or png")
  }
  static var posterFormats: String {
    say("--poster 可用 html、svg、png", "--poster is html, svg or png")
  }
  static var paperOfPoster: String {
    say("--paper 和 --poster 一起用", "--paper goes with --poster")
  }
  static var notOfPaper: String {
    say("--list 只用于在终端查看", "--list is for the terminal alone")
  }
  static var eachOfAll: String {
    say("--each 和 --community、--team 不能一起用", "--each excludes --community and --team")
  }
  static func withheld(_ count: Int) -> String {
    say(
      "有 \(count) 项不对外公布，未列入；--private 会列出",
      "\(count) not for the public are left out; --private lists them")
  }
  static func written(_ count: Int, to folder: String) -> String {
    say("已写入 \(count) 个文件到 \(folder)", "wrote \(count) files to \(folder)")
  }
  static func written(_ path: String) -> String { say("已写入 \(path)", "wrote \(path)") }
  static func copied(_ count: Int, to folder: String) -> String {
    say("已复制 \(count) 个文件到 \(folder)", "copied \(count) files to \(folder)")
  }
}

/// What is said of the status.
extension Phrases {
  static var rankingOrRemind: String {
    say("--ranking 和 --remind 只能用一个", "--ranking and --remind exclude each other")
  }
  static var remindIsText: String {
    say("--remind 是可以直接粘贴的文字，不用 --format", "--remind is text to paste; leave --format out")
  }
}
