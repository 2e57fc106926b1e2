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
    case .unreadableSnapshot:
      let plan = front.name(of: .plan(), in: language)
      return language(
        "记录中保存的工作区无法读取；请重新运行 \(plan)",
        "the workspace kept in the record cannot be read; run \(plan) again")
    case .brokenPlan(let violations):
      let list = violations.map(\.description).joined(separator: "\n  ")
      return language(
        "程序有误：排出的计划没有通过检查，未保存\n  \(list)",
        "a bug: the plan found does not pass the checker and was not saved\n  \(list)")
    }
  }
}
