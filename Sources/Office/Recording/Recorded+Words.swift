package import Drills

extension Recorded {
  /// What was recorded, what it replaces and what is still missing, as a person is told.
  package func lines(in language: Language) -> [String] {
    switch outcome {
    case .standsAlready(let standing):
      let summary = standing.summary(in: language)
      return [
        language(
          "\(duty.id) 已经这样记过（\(summary)），没有变化",
          "\(duty.id) is recorded so already (\(summary)); nothing changed")
      ]
    case .appended(let replaced):
      return [head(replacing: replaced, in: language)]
        + particulars(in: language).map { "  " + $0 }
        + Wants.lines(ofMissing: missing, in: language)
        + (lateSince.map {
          [language("迟报：应在 \($0) 以前", "handed in late: it was due on \($0)")]
        } ?? [])
    }
  }

  private func head(replacing old: Completion?, in language: Language) -> String {
    let late = completion.isLate ? language("；属于补报", "; recorded late") : ""
    let instead =
      old.map {
        let summary = $0.summary(in: language)
        return language(
          "；代替原来的记录（\(summary)），可用 undo 撤回",
          "; it replaces the record of \(summary), which `undo` brings back")
      } ?? ""
    let summary = completion.summary(in: language)
    return language(
      "已记录 \(duty.id) \(duty.name)：\(summary)\(late)\(instead)",
      "recorded \(duty.id) \(duty.name): \(summary)\(late)\(instead)")
  }

  /// What was recorded beside the day and the people.
  private func particulars(in language: Language) -> [String] {
    var lines: [String] = []
    if !completion.partners.isEmpty {
      let list = completion.partners.map { partner in
        let name = partnerNames[partner.community] ?? partner.community.text
        let done = partner.activity.map { language("，完成 \($0)", ", which does \($0)") } ?? ""
        return language(
          "\(name) \(partner.people) 人\(done)", "\(name) \(partner.people) people\(done)")
      }
      lines.append(
        language("联合：\(list.joined(separator: "；"))", "with \(list.joined(separator: "; "))"))
    }
    if !completion.counts.isEmpty {
      let list = completion.counts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      lines.append(language("计数：", "counts: ") + list.joined(separator: language("、", ", ")))
    }
    for problem in problems { lines.append(language("问题：", "problem: ") + problem.text) }
    for file in completion.files {
      let name = file.name(in: language)
      lines.append(language("文件：\(name)（\(file.size) 字节）", "file: \(name) (\(file.size) bytes)"))
    }
    return lines
  }
}

extension RecordedRows {
  /// How many rows were recorded.
  package func text(in language: Language) -> String {
    let same =
      count == new
      ? ""
      : language("；\(count - new) 行与已有记录相同", "; \(count - new) rows say what stands already")
    return language("已记录 \(new) 行\(same)", "recorded \(new) rows\(same)")
  }
}

extension RecordedRows.Wanting {
  /// What the row's task still misses, with its place.
  package func lines(in language: Language) -> [String] {
    Wants.lines(ofMissing: missing, in: language).map { "\(position): \(id) \($0)" }
  }
}

extension Undone {
  /// What was taken back and what holds now.
  package func text(in language: Language) -> String {
    let now =
      standing.map {
        let summary = $0.summary(in: language)
        return language("；现为之前的记录（\(summary)）", "; the one before it stands again (\(summary))")
      } ?? language("；现为未完成", "; it is not done now")
    let summary = taken.summary(in: language)
    return language(
      "已撤回 \(id) 的记录（\(summary)）\(now)", "took back the record of \(id) (\(summary))\(now)")
  }
}

extension Wants {
  /// Nothing where nothing is missing.
  static func lines(ofMissing wants: [String], in language: Language) -> [String] {
    guard !wants.isEmpty else { return [] }
    let list = wants.map { word($0, in: language) }.joined(separator: language("、", ", "))
    return [language("还缺：\(list)", "still missing: \(list)")]
  }
}

extension Completion {
  /// The days, and the people where anybody is told of: a task has none.
  fileprivate func summary(in language: Language) -> String {
    let days = lastDay.map { language("\(day) 至 \($0)", "\(day) to \($0)") } ?? day.description
    guard people > 0 || isConfirmed else { return days }
    return language("\(days)，\(people) 人", "\(days), \(people) people")
  }
}
