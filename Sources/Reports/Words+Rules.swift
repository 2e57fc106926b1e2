package import Drills
internal import Foundation

/// What the hard rules are called, and what breaks them.
extension Words {
  package func rule(_ rule: HardRule) -> String {
    switch rule {
    case .placement: language("时段与地点", "placement")
    case .venue: language("场地占用", "venue")
    case .team: language("队伍班组", "team")
    case .community: language("社区同时与每日场次", "community")
    case .order: language("先后顺序", "order")
    case .apart: language("两次间隔", "apart")
    case .makeUp: language("补办期限", "make-up")
    case .fixed: language("固定不动", "fixed")
    }
  }

  /// One broken rule as a sentence; `id`: the activity that it is told of.
  package func violation(
    _ violation: Violation, of id: String? = nil, in program: Program
  ) -> String {
    let others = violation.activities.filter { $0 != id }
    let listed =
      others.prefix(6).joined(separator: language("、", ", "))
      + (others.count > 6 ? language(" 等 \(others.count) 项", " … \(others.count) in all") : "")
    let about = subject(of: violation, in: program)
    return [rule(violation.rule) + (about.isEmpty ? "" : language("（\(about)）", " (\(about))"))]
      .joined() + (listed.isEmpty ? "" : language("：", ": ") + listed)
  }

  private func subject(of violation: Violation, in program: Program) -> String {
    let subject = violation.subject
    switch violation.rule {
    case .placement:
      if subject == Violation.noSuchActivity { return language("项目已不存在", "no longer asked for") }
      if subject == Violation.cancelled { return language("已取消", "cancelled") }
      let names = subject.components(separatedBy: ", ")
      return names.map { name in
        Filter.allCases.first { "\($0)" == name }.map(barred(by:)) ?? name
      }.joined(separator: language("，", ", "))
    case .venue: return program.venues[subject]?.name ?? subject
    case .team: return program.teams[subject]?.name ?? subject
    case .community:
      let parts = subject.split(separator: " ", maxSplits: 1)
      guard let id = parts.first.map(String.init) else { return subject }
      return ([program.name(ofOwner: id)] + parts.dropFirst().map(String.init))
        .joined(separator: " ")
    case .fixed:
      switch subject {
      case Fixing.Reason.done.rawValue: return language("已完成", "done")
      case Fixing.Reason.frozen.rawValue: return language("已冻结", "frozen")
      case Fixing.Reason.pinned.rawValue: return language("已锁定", "pinned")
      default: return language("移入冻结期", "into the frozen hours")
      }
    case .order, .apart, .makeUp: return ""
    }
  }

  /// Why one placement is not allowed.
  package func barred(by filter: Filter) -> String {
    switch filter {
    case .dates: language("不在日期范围内", "not in its dates")
    case .days: language("这天不行", "not on such a day")
    case .holidays: language("节假日", "a holiday")
    case .hours: language("不在时段内", "not in its hours")
    case .venue: language("场地类别不符", "not such a venue")
    case .capacity: language("场地容不下", "the venue is too small")
    case .opening: language("场地不开放", "the venue is shut")
    case .team: language("队伍不覆盖", "not such a team")
    case .duty: language("队伍不在岗", "the team is off duty")
    case .closure: language("停用", "closed")
    case .now: language("已过去", "in the past")
    case .notice: language("来不及提前通知", "too late for its notices")
    }
  }
}
