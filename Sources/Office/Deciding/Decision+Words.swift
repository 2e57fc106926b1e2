package import Drills
internal import Reports

extension Decision {
  /// Its number, who decided what, and why: one line.
  package func text(in language: Language) -> String {
    let code = reason.map { $0.word(in: language) } ?? ""
    let why = [code, words].filter { !$0.isEmpty }.joined(separator: language("：", ": "))
    let text = language(
      "第 \(number) 号决定（\(decidedBy)）：\(what.text(in: language))",
      "decision \(number) by \(decidedBy): \(what.text(in: language))")
    return why.isEmpty ? text : text + language("（\(why)）", " (\(why))")
  }
}

extension Decision.What {
  fileprivate func text(in language: Language) -> String {
    switch self {
    case .move(let id, let placement, let fields, let overrides):
      let to = "\(id) → \(placement.text(fields, in: language))"
      let mark = OverrideMark.text(overrides, in: language)
      return language("改期 ", "move ") + (mark.isEmpty ? to : "\(to) \(mark)")
    case .pin(let id, let placement, let fields):
      return language("锁定 ", "pin ") + "\(id): \(placement.text(fields, in: language))"
    case .unpin(let id): return language("解锁 \(id)", "unpin \(id)")
    case .cancel(let id): return language("取消 \(id)", "cancel \(id)")
    case .restore(let id): return language("恢复 \(id)", "restore \(id)")
    case .block(let closure, _): return language("停用 ", "block ") + closure.scope(in: language)
    case .undo(let number): return language("撤销第 \(number) 号决定", "undo decision \(number)")
    }
  }
}

extension Placement {
  fileprivate func text(_ fields: Set<Fixing.Field>, in language: Language) -> String {
    var parts: [String] = []
    if fields.contains(.day) { parts.append(Words(language).day(day)) }
    if fields.contains(.start) { parts.append(clock(start)) }
    if fields.contains(.venue) { parts.append(venue ?? language("无场地", "no venue")) }
    if fields.contains(.teams) {
      parts += teams.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }
    return parts.joined(separator: " ")
  }
}

extension Closure {
  /// Why something is out, and when and what.
  func text(in language: Language) -> String {
    [reason, scope(in: language)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  fileprivate func scope(in language: Language) -> String {
    let dates = dates?.ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)"
    }.joined(separator: ",")
    let hours = hours.map(\.description).joined(separator: ";")
    let owners = Set(communities.map(\.text))
    let ids = [owners, areas, Set(kinds.map(\.rawValue)), venues, teams, requirements]
      .filter { !$0.isEmpty }.map { $0.sorted().joined(separator: "+") }
    return ([dates ?? "", hours] + (ids.isEmpty ? [language("全部", "everything")] : ids))
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
