package import Drills

/// What cannot fit, with the number that is missing.
extension Words {
  package func impossible(_ impossible: Feasibility.Impossible) -> String {
    let bare = filter(impossible.emptiedBy)
    switch impossible.lack {
    case nil: return bare
    case .seats(let people, let most):
      return bare
        + language("：\(people) 人，最大的容纳 \(most) 人", ": \(people) people, the largest holds \(most)")
    case .crews(let role, let needed, let most):
      return language(
        "没有哪支“\(role)”队伍有 \(needed) 个班组：最多的有 \(most) 个",
        "no \(role) team has \(needed) crews: the most is \(most)")
    case .past(let last):
      return bare + language("：最后的日子是 \(day(last))", ": the last was \(day(last))")
    case .notice(let workdays, let given, let last):
      return bare
        + language(
          "：要提前 \(workdays) 个工作日，到最后的日子 \(day(last)) 之前只有 \(given) 个",
          ": \(workdays) working days are asked for, and \(given) are left before the last day, "
            + day(last))
    }
  }

  package func misfit(_ misfit: Misfit) -> String {
    let ids = misfit.activities.joined(separator: language("、", ", "))
    return ids + language("：", ": ") + lack(misfit)
  }

  private func lack(_ misfit: Misfit) -> String {
    let count = misfit.activities.count
    switch misfit.lack {
    case .apart(let count, let days, let needed, let available):
      return language(
        "\(count) 次、每次相隔 \(days) 天，要 \(needed) 天；只有 \(available) 天",
        "\(count) of them \(days) days apart need \(needed) days; there are \(available)")
    case .fewDays(let count, let days, let fitting):
      return language(
        "\(count) 次、每次相隔 \(days) 天，它们的日子里只排得下 \(fitting) 次",
        "\(count) of them \(days) days apart; on the days that they may be on there is room for "
          + "\(fitting)")
    case .order(let days, let available):
      let second = misfit.activities.last ?? ""
      return language(
        "\(second) 至少要晚 \(days) 天，最多只能晚 \(available) 天",
        "\(second) comes \(days) days later at least; there are \(available) days at most")
    case .daily(let limit, let days, let most):
      return language(
        "\(count) 项都在 \(days) 天里，每天最多 \(limit) 项：只排得下 \(most) 项",
        "\(count) on \(days) days, at most \(limit) a day: there is room for \(most)")
    case .hours(let asked, let available):
      return language(
        "同一单位的活动不能重叠：共要 \(hours(asked)) 小时，只有 \(hours(available)) 小时",
        "they must not overlap and take \(hours(asked)) hours; there are \(hours(available))")
    case .together:
      return language(
        "这 \(count) 项不能都办：去掉任何一项，其余的才排得下",
        "not all \(count) of these can be held: without any one of them the rest can")
    }
  }

  package func overload(_ overload: Feasibility.Overload, in program: Program) -> String {
    let names = overload.ids.map {
      switch overload.resource {
      case .teams: program.teams[$0]?.name ?? $0
      case .venues: program.venues[$0]?.name ?? $0
      }
    }.joined(separator: language("、", ", "))
    let days = "\(overload.days.lowerBound)..\(overload.days.upperBound)"
    let asked = hours(overload.asked)
    let available = hours(overload.available)
    let count = overload.activities.count
    return language(
      "\(names)：\(days) 内需要 \(asked) 小时，最多只有 \(available) 小时（\(count) 项活动）",
      "\(names): \(asked) hours are asked for within \(days) and at most \(available) are there "
        + "(\(count) activities)")
  }

  private func hours(_ minutes: Minute) -> String {
    minutes.isMultiple(of: 60) ? "\(minutes / 60)" : "\(minutes / 60).\(minutes % 60 * 10 / 60)"
  }
}
