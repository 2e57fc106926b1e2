package import Drills

/// What explanations say of teams, venues and time.
extension Words {
  /// `消防一中队：12 个上午、3 个下午排满（22 项活动）`.
  func crowd(_ crowd: Explanation.Crowd, in program: Program) -> String {
    let name =
      switch crowd.place {
      case .team(let id): program.teams[id]?.name ?? id
      case .venue(let id): program.venues[id]?.name ?? id
      }
    let full = Scarcity.PartOfDay.allCases.compactMap { part in
      crowd.full[part].map { count in
        language(
          "\(count) 个\(self.part(part))", "\(count) \(self.part(part))\(count == 1 ? "" : "s")")
      }
    }.joined(separator: language("、", ", "))
    let count = crowd.activities.count
    return language(
      "\(name)：\(full)排满（\(count) 项活动）", "\(name): full on \(full) (\(count) activities)")
  }

  /// What an hour more could save: `消防一中队  6月15日 周六 上午：每多一个班组小时，最多省 6`.
  package func scarcity(_ scarcity: Scarcity, in program: Program) -> String {
    let most = scarcity.most
    return when(scarcity, in: program)
      + (scarcity.isTeam
        ? language("多一个班组小时最多省 \(most)", "an hour more of a crew saves at most \(most)")
        : language("多一个场地小时最多省 \(most)", "an hour more of the venue saves at most \(most)"))
  }

  /// What one more crew, or one more place, there and then would make of the plan.
  package func relief(_ relief: Relief, in program: Program) -> String {
    var parts: [String] = []
    if relief.unplaced != 0 {
      let less = -relief.unplaced
      parts.append(
        less > 0
          ? language("未排上减少 \(less)", "\(less) less unplaced")
          : language("未排上增加 \(-less)", "\(-less) more unplaced"))
    }
    if relief.cost != 0 || parts.isEmpty {
      let less = -relief.cost
      parts.append(
        less >= 0
          ? language("代价省 \(less)", "saves \(less)")
          : language("代价增加 \(-less)", "costs \(-less) more"))
    }
    if !relief.isProven { parts.append(language("搜索到时限为止，未必最好", "the search ended by its limit")) }
    return when(relief.scarcity, in: program) + parts.joined(separator: language("，", ", "))
  }

  private func when(_ scarcity: Scarcity, in program: Program) -> String {
    let name =
      scarcity.isTeam
      ? program.teams[scarcity.id]?.name : program.venues[scarcity.id]?.name
    return "\(name ?? scarcity.id)  \(day(scarcity.day)) \(part(scarcity.part))"
      + language("：", ": ")
  }

  private func part(_ part: Scarcity.PartOfDay) -> String {
    switch part {
    case .morning: language("上午", "morning")
    case .afternoon: language("下午", "afternoon")
    case .evening: language("晚上", "evening")
    }
  }
}
