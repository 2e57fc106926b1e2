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
      let some = ids.prefix(10).map(\.text).joined(separator: language("、", ", "))
      let list = some + (ids.count > 10 ? " …" : "")
      return language(
        "注意：\(ids.count) 项已有记录，而工作区里已经没有，仍然计数：\(list)",
        "note: \(ids.count) were recorded, and the workspace asks for them no more; they stay "
          + "counted: \(list)")
    case .brokenAmongFixed(let breach):
      let text = breach.text(in: language)
      return language(
        "注意：已完成或已冻结的活动之间不合规则：\(text)", "note: broken among done or frozen ones: \(text)")
    case .pinNotHeld(let id, let failure):
      let why = failure.text(in: language)
      return language(
        "注意：\(id) 没能按决定安排：\(why)", "note: \(id) is not where it was decided to be: \(why)")
    case .draftWaits(let number, let published):
      let publish = front.name(of: .publishDraft, in: language)
      guard let published else {
        return language(
          "提示：还没有发布过计划；第 \(number) 版是草案，\(publish) 发布",
          "note: nothing is published; revision \(number) is a draft, which \(publish) publishes")
      }
      return language(
        "提示：以第 \(published) 版（已发布）为准；第 \(number) 版是草案，\(publish) 发布",
        "note: this is revision \(published), the published one; revision \(number) is a draft, "
          + "which \(publish) publishes")
    case .isDraft(let number, let obstacles):
      let head = language(
        "提示：这是草案（第 \(number) 版），尚未发布", "note: this is a draft, revision \(number), not published")
      guard !obstacles.isEmpty else { return head }
      let lines = obstacles.flatMap { $0.lines(in: language) }.map { "  \($0)" }
      return ([head + language("，现在也不能发布：", ", and cannot be published now:")] + lines)
        .joined(separator: "\n")
    case .notPlannedYet(let count):
      return language("新增的 \(count) 项活动还没有排期", "\(count) new activities are not planned yet")
    }
  }
}
