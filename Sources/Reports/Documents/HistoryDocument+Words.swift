import Drills

extension HistoryEntryDocument {
  /// What it is about: an id, or for what was taken back by its number what it is.
  func subjectWord(in language: Language) -> String {
    switch subject {
    case .id, .counter: subject.text
    case .row(.count, let number): language("报数 \(number)", "count \(number)")
    case .row(.problem, let number): language("问题 \(number)", "problem \(number)")
    case .row(.mending, let number):
      language("问题的整改 \(number)", "mending of problem \(number)")
    case .row(.work, let number): language("作品 \(number)", "entry \(number)")
    case .row(.outcome, let number): language("作品的评审 \(number)", "stage of entry \(number)")
    case .evidence(let hash): language("证据 ", "evidence ") + hash.prefix(12)
    }
  }

  func kindWord(in language: Language) -> String {
    switch kind {
    case .revision: draft == true ? language("草案", "draft") : language("排期", "plan")
    case .publish: language("发布草案", "publish")
    case .discard: language("作废草案", "discard")
    case .completion: language("完成", "done")
    case .withdrawal, .retraction: language("撤回", "undo")
    case .count: language("报数", "count")
    case .problem: language("问题", "problem")
    case .mending: language("整改", "mend")
    case .reveal: language("公开时刻", "reveal")
    case .entry: language("作品", "entry")
    case .move: language("改期", "move")
    case .pin: language("锁定", "pin")
    case .unpin: language("解锁", "unpin")
    case .cancel: language("取消", "cancel")
    case .restore: language("恢复", "restore")
    case .block: language("停用", "block")
    case .undo: language("撤销决定", "undo")
    case .notice: language("通知", "notice")
    case .stage: language("评审", "stage")
    case .wish: language("请求", "wish")
    case .answer: language("答复", "answer")
    case .withhold: language("屏蔽", "withhold")
    }
  }

  func summary(in language: Language) -> String {
    var parts: [String] = []
    if let day { parts.append(lastDay.map { "\(day)..\($0)" } ?? day) }
    if let people, people > 0 { parts.append(language("\(people) 人", "\(people) people")) }
    if let amount { parts.append("\(amount)") }
    for partner in partners ?? [] { parts.append("+\(partner.community)=\(partner.people)") }
    for (counter, amount) in (counts ?? [:]).sorted(by: { $0.key < $1.key }) {
      parts.append("\(counter)=\(amount)")
    }
    if how == SentNotice.How.received.rawValue { parts.append(language("收到", "received")) }
    if let granted {
      parts.append(granted ? language("同意", "granted") : language("不同意", "declined"))
    }
    if [.withdrawal, .mending, .stage, .undo, .answer].contains(kind), let of {
      parts.append("#\(of)")
    }
    if let start { parts.append(start) }
    if kind == .move || kind == .pin {
      parts += [venue, teams?.values.sorted().joined(separator: "+")].compactMap(\.self)
    }
    if let block { parts.append(block.text(in: language)) }
    if let overrides, !overrides.isEmpty {
      parts.append(OverrideMark.text(Set(overrides), in: language))
    }
    if let reason { parts.append(reason.word(in: language)) }
    for text in [text, name, stage].compactMap(\.self) where !text.isEmpty { parts.append(text) }
    if let passed { parts.append(passed ? language("通过", "passed") : language("未通过", "failed")) }
    if let cost { parts.append(language("代价 \(cost)", "cost \(cost)")) }
    if let unplaced, unplaced > 0 {
      parts.append(language("未排上 \(unplaced)", "unplaced \(unplaced)"))
    }
    for file in files ?? [] {
      parts.append(
        file.withheld == true
          ? EvidenceFile.withheld(size: 0, hash: "").name(in: language) : file.name)
    }
    if late == true { parts.append(language("补报", "late")) }
    if confirmed == true { parts.append(language("已确认", "confirmed")) }
    if let note, !note.isEmpty { parts.append(note) }
    return parts.joined(separator: "  ")
  }
}
