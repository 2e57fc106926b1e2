import Drills
import Office
import Record

/// What is said of completions and the evidence for them.
extension Phrases {
  static var oneOfDone: String {
    say(
      "请写一个编号，或 --form，或 --from 表格",
      "say what was done by its id, or give --form, or --from a sheet")
  }

  static var keyOfReports: String {
    say("--key 和要记录的内容一起用", "--key belongs to what is recorded")
  }

  static func missingWants(_ wants: [String]) -> [String] {
    guard !wants.isEmpty else { return [] }
    let list = wants.map { Wants.word($0, in: Phrases.language) }.joined(separator: say("、", ", "))
    return [say("还缺：\(list)", "still missing: \(list)")]
  }

  static func handedInLate(_ due: Day) -> String {
    say("迟报：应在 \(due) 以前", "handed in late: it was due on \(due)")
  }

  /// What was recorded beside the day and the people, a line each.
  static func particulars(
    of completion: Completion, _ hazards: [Hazard], named names: [OwnerID: String]
  ) -> [String] {
    var lines: [String] = []
    if !completion.partners.isEmpty {
      let list = completion.partners.map { partner in
        let name = names[partner.community] ?? partner.community.text
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
      let name = file.name(in: Phrases.language)
      lines.append(say("文件：\(name)（\(file.size) 字节）", "file: \(name) (\(file.size) bytes)"))
    }
    return lines.map { "  " + $0 }
  }

  // MARK: Sheets

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

  static func retracted(_ kind: Retractable, _ number: Int) -> String {
    say(
      "已撤回第 \(number) 号\(kind.name(in: .chinese))", "took back \(kind.name(in: .english)) \(number)"
    )
  }
}
