import Drills

extension PlanningReason {
  func text(in language: Language, for front: any Front) -> String {
    switch self {
    case .noPlanYet(let folder):
      let plan = front.name(of: .plan(folder: folder), in: language)
      return language(
        "\(folder) 还没有计划\n  也许先运行 \(plan)",
        "\(folder) has no plan yet\n  Maybe run \(plan) first.")
    case .noSuchRevision(let number):
      return language("没有第 \(number) 版", "there is no revision \(number)")
    case .isOnlyDraft(let number):
      let publish = front.name(of: .publishDraft, in: language)
      return language(
        "还没有发布过计划，只有草案（第 \(number) 版）\n  发布：\(publish)",
        "nothing is published yet; revision \(number) is a draft\n  Maybe \(publish) first.")
    case .noDraft:
      let draft = front.name(of: .planDraft, in: language)
      return language(
        "没有待发布的草案\n  先运行 \(draft)", "no draft waits to be published\n  Maybe \(draft) first.")
    case .draftIsStale(let number, let obstacles):
      let draft = front.name(of: .planDraft, in: language)
      let list = obstacles.flatMap { $0.lines(in: language) }.joined(separator: "\n  ")
      return language(
        "草案（第 \(number) 版）不能发布，没有写入任何内容：\n  \(list)\n  请重新运行 \(draft)",
        "the draft, revision \(number), cannot be published; nothing was written:\n  \(list)\n"
          + "  Run \(draft) again.")
    case .recordIsLost(let traces):
      let anew = front.name(of: .planAnew, in: language)
      let list = traces.joined(separator: language("、", ", "))
      return language(
        "记录不见了，或是空的，而它留下的 \(list) 还在；没有写入任何内容\n"
          + "  请用 \(front.name(of: .restoreBackup, in: language)) 恢复备份；确实要从头开始：\(anew)",
        "the record is gone or empty, and what it made is still here: \(list); "
          + "nothing was written\n"
          + "  Maybe restore a backup: \(front.name(of: .restoreBackup, in: language)). "
          + "To begin anew all the same: \(anew).")
    case .recordIsOlder(let feed):
      let anew = front.name(of: .planAnew, in: language)
      return language(
        "记录比它写出的日历（\(feed)）旧，多半是换回了旧的备份；没有写入任何内容\n"
          + "  请换回更新的记录；没有更新的，就接着这份做：\(anew)",
        "the record is older than a feed that it wrote (\(feed)), as after an old backup; "
          + "nothing was written\n"
          + "  Maybe there is a newer one to put back. To go on with this one: \(anew).")
    case .unreadableSnapshot:
      let plan = front.name(of: .plan(), in: language)
      return language(
        "记录中保存的工作区无法读取；请重新运行 \(plan)",
        "the workspace kept in the record cannot be read; run \(plan) again")
    case .brokenPlan(let violations):
      let list = violations.map { $0.text(in: language) }.joined(separator: "\n  ")
      return language(
        "程序有误：排出的计划没有通过检查，未保存\n  \(list)",
        "a bug: the plan found does not pass the checker and was not saved\n  \(list)")
    }
  }
}
