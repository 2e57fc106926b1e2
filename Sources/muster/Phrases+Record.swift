import SourceText
import Drills
import Record
import Workspace

/// What is said of completions and the evidence for them.
extension Phrases {
  static var oneOfDone: String {
    say(
      "请写一个编号，或 --form，或 --from 表格",
      "say what was done by its id, or give --form, or --from a sheet")
  }

  static var noMinutes: String { say("--minutes 至少为 1", "--minutes is at least 1") }

  static var rangeOfActivity: String {
    say("只有持续活动可以记一段日期", "only a campaign's record can be for several days")
  }

  static func misplacedOptions(_ options: [String], _ id: String) -> String {
    let list = options.joined(separator: say("、", ", "))
    return say("\(id) 不能用 \(list)", "\(id) takes no \(list)")
  }

  static var menderWithoutProblem: String {
    say(
      "--owner 和 --mend-by 要和 --problem 一起用", "--owner and --mend-by belong to a --problem")
  }

  static func futureStart(_ start: Moment, now: Moment) -> String {
    say("\(start) 还没有到（现在是 \(now)）", "\(start) is still to come (it is \(now))")
  }

  static func partExceedsWhole(_ option: String, _ part: Int, _ whole: Int) -> String {
    say(
      "\(option) 是 \(part)，而总共只有 \(whole) 人",
      "\(option) is \(part), but \(whole) people came in all")
  }

  static func longerThanDrill(_ option: String, _ seconds: Int, minutes: Int) -> String {
    say(
      "\(option) 是 \(duration(seconds))，比整场 \(minutes) 分钟还长",
      "\(option) is \(duration(seconds)), longer than the whole drill of \(minutes) minutes")
  }

  static func longEvacuation(_ seconds: Int, minutes: Int) -> String {
    say(
      "疏散用了 \(duration(seconds))，而计划全场只有 \(minutes) 分钟",
      "the evacuation took \(duration(seconds)), but the drill was planned for \(minutes) minutes")
  }

  static func earlyHeadcount(_ headcount: Int, evacuation: Int) -> String {
    say(
      "清点（\(duration(headcount))）早于疏散完毕（\(duration(evacuation))）",
      "the headcount (\(duration(headcount))) was over before the evacuation (\(duration(evacuation)))"
    )
  }

  static func doneJointly(_ host: String, _ completion: Completion) -> String {
    say(
      "已在联合演练 \(host) 中完成（\(completion.people) 人）；再记就是另办了一场",
      "it is done by the joint drill \(host) (\(completion.people) people); this would be another one"
    )
  }

  static func partnerTwice(_ community: String) -> String {
    say(
      "--with 里的 \(community) 是主办方或写了两次",
      "--with names \(community), which is the host or named twice")
  }

  static func nobodyCame(from community: String) -> String {
    say("\(community)参加人数为 0", "nobody came from \(community)")
  }

  static func unknownCounter(_ name: String, _ counters: CounterTable, _ lines: [String]) -> String
  {
    let own = lines.compactMap { counters.line($0) }
      .flatMap { line in line.units.map { Counter(line: line.id, unit: $0.name) } }
    let candidates = own.isEmpty ? counters.like(name) : own
    let list = candidates.prefix(12).map { counter in
      let what = counters.line(counter.line)?.name ?? ""
      let measure = counters.unit(of: counter)?.measure ?? ""
      return say(
        "\n  也许是 \(counter)（\(what)，\(measure)）", "\n  Maybe \(counter) (\(what), \(measure)).")
    }.joined()
    return say(
      "没有计数项“\(name)”\(list)\n  统计表的全部计数项见 muster count --form 表名",
      "there is no counter '\(name)'\(list)\n  `muster count --form NAME` has all of a form.")
  }

  static func twiceCounted(_ counter: Counter) -> String {
    say("\(counter) 写了两次", "\(counter) is given twice")
  }

  static func noSuchFile(_ path: String) -> String {
    say("读不到文件 \(path)，没有记录任何内容", "\(path): no such file; nothing was recorded")
  }

  static func missingWants(_ wants: [String]) -> [String] {
    guard !wants.isEmpty else { return [] }
    let list = wants.map(Wants.word).joined(separator: say("、", ", "))
    return [say("还缺：\(list)", "still missing: \(list)")]
  }

  static func handedInLate(_ due: Day) -> String {
    say("迟报：应在 \(due) 以前", "handed in late: it was due on \(due)")
  }

  /// What was recorded beside the day and the people, a line each.
  static func particulars(
    of completion: Completion, _ hazards: [Hazard], named names: [String: String]
  ) -> [String] {
    var lines: [String] = []
    if !completion.partners.isEmpty {
      let list = completion.partners.map { partner in
        let name = names[partner.community] ?? partner.community
        let done = partner.activity.map { say("，完成 \($0)", ", which does \($0)") } ?? ""
        return say("\(name) \(partner.people) 人\(done)", "\(name) \(partner.people) people\(done)")
      }
      lines.append(
        say("联合：\(list.joined(separator: "；"))", "with \(list.joined(separator: "; "))"))
    }
    if !completion.counts.isEmpty {
      let list = completion.counts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      lines.append(say("计数：", "counts: ") + list.joined(separator: say("、", ", ")))
    }
    for hazard in hazards { lines.append(say("问题：", "problem: ") + hazard.text) }
    for file in completion.files {
      lines.append(
        say("文件：\(file.name)（\(file.size) 字节）", "file: \(file.name) (\(file.size) bytes)"))
    }
    return lines.map { "  " + $0 }
  }

  static func clockIsBehind(by seconds: Int) -> String {
    say(
      "警告：时钟比记录中最新的一条早 \(duration(seconds))，请检查系统时间",
      "Warning: the clock is \(duration(seconds)) behind the newest entry of the record; check it")
  }

  static func duration(_ seconds: Int) -> String {
    if seconds >= 86400 {
      return say("\(seconds / 86400) 天", "\(seconds / 86400) d")
    }
    if seconds >= 3600 {
      return say(
        "\(seconds / 3600) 小时 \(seconds / 60 % 60) 分",
        "\(seconds / 3600) h \(seconds / 60 % 60) min")
    }
    return say("\(seconds / 60) 分 \(seconds % 60) 秒", "\(seconds / 60) min \(seconds % 60) s")
  }

  // MARK: Sheets

  static func badRows(_ count: Int) -> String {
    say(
      "表格有 \(count) 处错误，没有记录任何内容",
      count == 1
        ? "the sheet has 1 mistake; nothing was recorded"
        : "the sheet has \(count) mistakes; nothing was recorded")
  }

  static func nothingFilledIn(_ path: String) -> String {
    say("\(path) 里没有填任何一行", "\(path): no row is filled in")
  }

  static func unknownColumn(
    _ cell: Sheet.Cell, among columns: [(english: String, chinese: String)]
  ) -> String {
    let list = columns.map { say($0.chinese, $0.english) }.joined(separator: say("、", ", "))
    return say(
      "\(cell.position): 没有“\(cell.text)”这一列；有：\(list)",
      "\(cell.position): there is no column '\(cell.text)'; there are \(list)")
  }

  static func noColumn(_ position: SourcePosition?, _ column: String) -> String {
    let place = position.map { "\($0): " } ?? ""
    return say("\(place)缺少列 \(column)", "\(place)there is no column \(column)")
  }

  static var rowWithoutID: String { say("这一行没有编号", "this row has no id") }

  static func unreadableCell(_ text: String, _ chinese: String, _ english: String) -> String {
    say("“\(text)”不能作为“\(chinese)”", "'\(text)' is no \(english)")
  }

  static func recordedRows(_ new: Int, of all: Int) -> String {
    let same =
      all == new
      ? "" : say("；\(all - new) 行与已有记录相同", "; \(all - new) rows say what stands already")
    return say("已记录 \(new) 行\(same)", "recorded \(new) rows\(same)")
  }

  // MARK: Taking back

  static var oneOfUndo: String {
    say(
      "请写一个编号，或 --count、--problem、--mend、--entry、--stage、--decision 之一",
      "give one id, or one of --count, --problem, --mend, --entry, --stage, --decision")
  }

  static func undoHostInstead(_ id: String, _ host: String) -> String {
    say(
      "\(id) 是联合演练 \(host) 完成的\n  也许该撤回 \(host)",
      "\(id) is done by the joint drill \(host)\n  Maybe undo \(host).")
  }

  static func nothingToRetract(_ kind: Retractable, _ number: Int) -> String {
    say(
      "没有可以撤回的第 \(number) 号\(name(of: kind))",
      "there is no \(name(of: kind)) \(number) to take back")
  }

  static func retracted(_ kind: Retractable, _ number: Int) -> String {
    say("已撤回第 \(number) 号\(name(of: kind))", "took back \(name(of: kind)) \(number)")
  }

  private static func name(of kind: Retractable) -> String {
    switch kind {
    case .count: say("报数", "count")
    case .problem: say("问题", "problem")
    case .mending: say("问题的整改", "mending of problem")
    case .work: say("作品", "entry")
    case .outcome: say("作品的评审结果", "outcome of entry")
    }
  }
}
