package import Drills

extension Warning {
  package func text(in language: Language, for front: any Front) -> String {
    switch self {
    case .clockIsBehind(let seconds):
      let time = duration(seconds, in: language)
      return language(
        "警告：时钟比记录中最新的一条早 \(time)，请检查系统时间",
        "Warning: the clock is \(time) behind the newest entry of the record; check it")
    case .workspaceIsNewer(let revision):
      let plan = front.name(of: .plan(), in: language)
      return language(
        "提示：第 \(revision) 版之后工作区改过；运行 \(plan) 后改动才会生效",
        "note: the workspace was edited after revision \(revision); \(plan) takes it up")
    case .noLongerHolds(let breaches):
      let head = language(
        "已发布的计划有 \(breaches.count) 处不再成立：",
        "of the published plan this no longer holds (\(breaches.count)):")
      let lines = breaches.prefix(10).map { "  \($0.text(in: language))" }
      return ([head] + lines + (breaches.count > 10 ? ["  …"] : [])).joined(separator: "\n")
    case .heldHasLeft(let ids):
      let some = ids.prefix(10).joined(separator: language("、", ", "))
      let list = some + (ids.count > 10 ? " …" : "")
      return language(
        "注意：\(ids.count) 项已有记录，而工作区里已经没有，仍然计数：\(list)",
        "note: \(ids.count) were recorded, and the workspace asks for them no more; they stay "
          + "counted: \(list)")
    case .brokenAmongFixed(let violation):
      return language(
        "注意：已完成或已冻结的活动之间不合规则：\(violation)", "note: broken among done or frozen ones: \(violation)")
    case .pinNotHeld(let id):
      return language(
        "注意：\(id) 没能按决定安排（已冻结，或没有可用的时段）",
        "note: \(id) is not where it was decided to be: it is frozen, or nothing allows that")
    case .notPlannedYet(let count):
      return language("新增的 \(count) 项活动还没有排期", "\(count) new activities are not planned yet")
    }
  }
}
