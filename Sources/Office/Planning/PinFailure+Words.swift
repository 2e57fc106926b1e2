package import Drills
internal import Reports

extension PinFailure {
  /// Why it is not there, as the end of a sentence.
  package func text(in language: Language) -> String {
    let words = Words(language)
    let comma = language("、", ", ")
    switch self {
    case .done: return language("已完成，按实际举办的时间", "it is done, and stands where it was held")
    case .frozen:
      return language("已冻结，离现在太近", "it is frozen where it is published, too near to be moved")
    case .workspace(let filters):
      let list = filters.map(words.barred(by:)).joined(separator: comma)
      return language(
        "工作区改过，不再允许那里" + (list.isEmpty ? "" : "（\(list)）"),
        "the workspace was changed and allows that no more" + (list.isEmpty ? "" : " (\(list))"))
    case .closures(let closures):
      let list = closures.map { $0.text(in: language) }.joined(separator: language("；", "; "))
      return language("工作区写明停用：\(list)", "a closure of the workspace bars it: \(list)")
    case .blocks(let decisions):
      let list = decisions.map { $0.text(in: language) }.joined(separator: language("；", "; "))
      return language("被停用：\(list)", "it is blocked: \(list)")
    case .past: return language("那个时间已经过去", "that is in the past")
    case .notices(let parties):
      let list = parties.joined(separator: comma)
      return language("已来不及提前通知\(list)", "it is too late to notify \(list)")
    case .taken(let placement, let breaches, let holders):
      let place = "\(words.day(placement.day)) \(clock(placement.start))"
      let list = breaches.map { $0.text(in: language) }.joined(separator: language("；", "; "))
      let why = holders.map { $0.text(in: language) }.joined(separator: comma)
      return language(
        "\(place) 会违反：\(list)" + (why.isEmpty ? "" : "（\(why)）"),
        "at \(place) it would break: \(list)" + (why.isEmpty ? "" : " (\(why))"))
    case .notFound:
      return language(
        "搜索提前结束，没有找到办法；放宽时限再试", "the search ended before it found how; give it more time")
    }
  }
}

extension PinFailure.Holder {
  fileprivate func text(in language: Language) -> String {
    switch reason {
    case .done: language("\(id) 已完成", "\(id) is done")
    case .frozen: language("\(id) 已冻结", "\(id) is frozen")
    case .pinned: language("\(id) 已锁定", "\(id) is pinned")
    }
  }
}
