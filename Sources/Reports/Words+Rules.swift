package import Drills
internal import Foundation

/// What breaks the hard rules.
extension Words {
  /// One broken rule as a sentence; `id`: the activity that it is told of.
  package func violation(
    _ violation: Violation, of id: DutyID? = nil, in program: Program
  ) -> String {
    self.violation(violation, named: Words.name(of: violation, in: program), of: id)
  }

  /// What people call the venue, the team or the owner that a broken rule is about.
  package static func name(of violation: Violation, in program: Program) -> String? {
    switch violation.subject {
    case .venue(let id): program.venues[id]?.name
    case .team(let id): program.teams[id]?.name
    case .owner(let id), .day(_, let id): program.name(ofOwner: id)
    case .noSuchActivity, .cancelled, .filters, .fixing, .freeze, nil: nil
    }
  }

  /// The same where the name of what it is about is at hand.
  package func violation(
    _ violation: Violation, named name: String?, of id: DutyID? = nil
  ) -> String {
    let others = violation.activities.filter { $0 != id }
    let listed =
      others.prefix(6).joined(separator: language("、", ", "))
      + (others.count > 6 ? language(" 等 \(others.count) 项", " … \(others.count) in all") : "")
    let about = violation.subject.map { text(of: $0, named: name) } ?? ""
    return violation.rule.word(in: language)
      + (about.isEmpty ? "" : language("（\(about)）", " (\(about))"))
      + (listed.isEmpty ? "" : language("：", ": ") + listed)
  }

  private func text(of subject: Violation.Subject, named name: String?) -> String {
    switch subject {
    case .noSuchActivity: language("项目已不存在", "no longer asked for")
    case .cancelled: language("已取消", "cancelled")
    case .filters(let filters):
      filters.map(barred(by:)).joined(separator: language("，", ", "))
    case .venue(let id), .team(let id): name ?? id
    case .owner(let owner): name ?? owner.text
    case .day(let day, let owner): "\(name ?? owner.text) \(day)"
    case .fixing(.done): language("已完成", "done")
    case .fixing(.frozen): language("已冻结", "frozen")
    case .fixing(.pinned): language("已锁定", "pinned")
    case .freeze: language("移入冻结期", "into the frozen hours")
    }
  }

  /// What a filter asks, as a condition that could be dropped.
  package func condition(_ filter: Filter) -> String {
    switch filter {
    case .dates: language("只能在它的日期范围内", "it must be in its dates")
    case .days: language("只能在它允许的那类日子", "it must be on such days as it allows")
    case .holidays: language("节假日不排", "not on a holiday")
    case .hours: language("只能在它的时段内", "it must be in its hours")
    case .venue: language("场地类别", "the venue must be of its types")
    case .capacity: language("场地要容得下", "the venue must seat its participants")
    case .opening: language("场地要开放", "the venue must be open")
    case .team: language("队伍要覆盖本单位", "the team must cover it")
    case .duty: language("队伍要在岗", "the team must be on duty")
    case .closure: language("停用的时段不排", "not while something is closed")
    case .now: language("不能排在过去", "not in the past")
    case .notice: language("要来得及提前通知", "its notices must still be in time")
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
