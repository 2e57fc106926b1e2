import Drills

extension NamingReason {
  func text(in language: Language, for front: any Front) -> String {
    switch self {
    case .noSuchNumber(let number, let count):
      return language(
        "没有编号 \(number)；编号为 1 到 \(count)",
        "there is no number \(number); they run from 1 to \(count)")
    case .noSuchID(let text, let near):
      let hint = near.map { language("\n  也许是 \($0)", "\n  Maybe \($0).") } ?? ""
      let list = front.name(of: .listActivities, in: language)
      let sheet = front.name(of: .doneSheet, in: language)
      return language(
        "没有哪个编号或名称里有“\(text)”\(hint)\n  活动的序号见 \(list)，任务和持续活动的编号见 \(sheet)",
        "nothing has '\(text)' in its id or name\(hint)\n  \(list) numbers the activities; "
          + "\(sheet) has the ids of tasks and campaigns.")
    case .ambiguous(_, let text, let choices, let count):
      let rest = count > choices.count ? "\n  …" : ""
      return language(
        "“\(text)”与 \(count) 项相符，请写得更完整：\(choices.lines)\(rest)",
        "'\(text)' fits \(count) of them; say which one:\(choices.lines)\(rest)")
    case .unknown(_, let text, let choices):
      let rest = choices.count > 10 ? "\n  …" : ""
      let list = Array(choices.prefix(10)).lines
      return language(
        "没有“\(text)”；有：\(list)\(rest)", "there is no '\(text)'; there are:\(list)\(rest)")
    case .notAnID(_, let text, let choices):
      if let named = choices.first(where: { !text.isEmpty && $0.name.contains(text) }) {
        return language(
          "没有“\(text)”这个编号\n  也许是 \(named.id)（\(named.name)）",
          "there is no '\(text)'\n  Maybe \(named.id) (\(named.name)).")
      }
      return list(of: choices.map { $0.shown(in: language) }, insteadOf: text, in: language)
    case .noSuchFeed(let path, let choices):
      let some = some(choices.map { $0.shown(in: language) }, in: language)
      return language(
        "没有日历 \(path)\n  有：\(some)", "there is no feed \(path)\n  There are: \(some)")
    case .unknownID(_, let text, let ids), .notOneOf(_, let text, let ids):
      return list(of: ids, insteadOf: text, in: language)
    }
  }

  private func list(of ids: [String], insteadOf text: String, in language: Language) -> String {
    if ids.isEmpty { return nothing(insteadOf: text, in: language) }
    let some = some(ids, in: language)
    return language("没有“\(text)”；有：\(some)", "there is no '\(text)'; there are: \(some)")
  }

  private func nothing(insteadOf text: String, in language: Language) -> String {
    if case .unknownID(.form, _, _) = self {
      return language(
        "没有“\(text)”：forms 文件夹里还没有统计表\n  也许要把表放进 forms/，如 forms/\(text).md，空处写 {{计数项}}",
        "there is no '\(text)': the folder forms/ has no form yet\n  Maybe put one there, such as "
          + "forms/\(text).md, with {{counter}} for each blank.")
    }
    return language("没有“\(text)”，一个也没有", "there is no '\(text)', nor any other")
  }

  private func some(_ ids: [String], in language: Language) -> String {
    ids.prefix(8).joined(separator: language("、", ", ")) + (ids.count > 8 ? " …" : "")
  }
}

extension NamingReason.Choice {
  /// What people call it, with its id.
  fileprivate func shown(in language: Language) -> String {
    name.isEmpty || name == id ? id : language("\(name)（\(id)）", "\(name) (\(id))")
  }
}

extension [NamingReason.Choice] {
  fileprivate var lines: String {
    map { choice in
      let number = choice.number.map { "\($0)" }
      let words = [number, choice.id, choice.name].compactMap(\.self).filter { !$0.isEmpty }
      return "\n  " + words.joined(separator: "  ")
    }.joined()
  }
}
