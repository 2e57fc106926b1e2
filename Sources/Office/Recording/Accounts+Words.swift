package import Drills
internal import Feeds
internal import Reports

extension Books {
  /// What was counted, by whom and when.
  package func text(of count: Count, in language: Language) -> String {
    let measure = counters.unit(of: count.counter)?.measure ?? ""
    let line = counters.line(count.counter.line)?.name ?? count.counter.line
    let owner = program.name(ofOwner: count.owner)
    return language(
      "第 \(count.number) 号报数：\(owner) \(count.day) "
        + "\(line)（\(count.counter)）\(count.amount) \(measure)",
      "count \(count.number): \(owner) \(count.day) \(count.counter) \(count.amount) \(measure)")
  }

  /// Of a total that is lower than what was recorded by then.
  package func lowering(_ count: Count, in language: Language) -> String {
    let owner = program.name(ofOwner: count.owner)
    return language(
      "注意：\(owner) 的 \(count.counter) 累计数比已记录的少 \(-count.amount)",
      "note: the total of \(count.counter) of \(owner) is \(-count.amount) lower than what was recorded"
    )
  }
}

extension CountSheet {
  /// How many of its numbers were recorded; the others say what stands already.
  package func text(
    recorded new: Int, _ terms: Books.SheetTerms, in language: Language
  ) -> String {
    let kind = terms.areTotals ? language("累计数", "totals so far") : language("新增数", "new numbers")
    return language(
      "表中 \(entries.count) 个\(kind)，记录 \(new) 条报数",
      "\(entries.count) \(kind) in the sheet; \(new) counts recorded")
  }
}

extension Problem {
  /// That it was mended, and whether that counts.
  package func text(mendedOn day: Day, in language: Language) -> String {
    let counted =
      isReported
      ? language("，计入统计表（\(Counter.mended)）", ", which counts for \(Counter.mended)") : ""
    return language(
      "第 \(number) 号问题已于 \(day) 整改：\(text)\(counted)",
      "problem \(number) was mended on \(day): \(text)\(counted)")
  }
}

extension WorkEntry {
  /// Its number, and the stage that comes first.
  package func text(recorded number: Int, before stage: String, in language: Language) -> String {
    language(
      "已登记第 \(number) 号作品“\(title)”；下一步：\(stage)",
      "entry \(number) is recorded: \(title); next: \(stage)")
  }
}

extension Work {
  /// What a stage of its contest came to.
  package func text(of stage: String, passed: Bool, in language: Language) -> String {
    let outcome = passed ? language("通过", "passed") : language("未通过", "failed")
    return language(
      "第 \(number) 号作品“\(title)”：\(stage) \(outcome)",
      "entry \(number), \(title): \(outcome) \(stage)"
    )
  }
}

extension Retractable {
  /// That one of them was taken back.
  package func retracted(_ number: Int, in language: Language) -> String {
    language(
      "已撤回第 \(number) 号\(name(in: .chinese))", "took back \(name(in: .english)) \(number)")
  }
}

extension Revealed {
  /// The commitment, what opens it, and how anybody checks that.
  package func lines(in language: Language) -> [String] {
    [
      isNew
        ? language("已公开 \(duty.id) \(duty.name) 的时间", "opened the hour of \(duty.id) \(duty.name)")
        : language(
          "\(duty.id) \(duty.name) 的时间早已公开", "the hour of \(duty.id) \(duty.name) was open already"),
      language("承诺：", "commitment: ") + commitment.hash,
      language("原文：", "opening:    ") + commitment.opening,
      language("核对：", "to check:   ") + "printf %s '\(commitment.opening)' | sha256sum",
    ]
  }
}
