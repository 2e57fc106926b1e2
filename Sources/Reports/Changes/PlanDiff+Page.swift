package import Drills

extension PlanDiff {
  /// The changes as a report, a table for each community.
  package func page(
    title: String, period: String, in program: Program, language: Language
  ) -> Page {
    let words = Words(language)
    var page = Page(title: title, period: period, language: language)
    page.blocks.append(.paragraph(summary(in: language)))
    if changes.contains(where: \.isLost) { page.blocks.append(.paragraph(words.lostTitle)) }
    for (host, changes) in byHost {
      page.add(
        Page.Table(
          host == .organizer ? words.organizer() : program.name(ofOwner: host),
          header: [
            language("变化", "change"), language("活动", "activity"),
            language("原来", "from"), language("现在", "to"), language("原因", "why"),
          ],
          rows: changes.map { row($0, in: program, words) }))
    }
    return page
  }

  private var byHost: [(OwnerID, [Change])] {
    var groups: [(OwnerID, [Change])] = []
    for change in changes {
      if groups.last?.0 == change.host {
        groups[groups.count - 1].1.append(change)
      } else {
        groups.append((change.host, [change]))
      }
    }
    return groups
  }

  private func row(_ change: Change, in program: Program, _ words: Words) -> [Page.Cell] {
    [
      .text(words.change(change)), .text(change.name),
      .text(change.from.map { words.placement($0, change, in: program) } ?? ""),
      .text(change.to.map { words.placement($0, change, in: program) } ?? ""),
      .text(words.why(change)),
    ]
  }

  /// How many of each kind, on one line.
  package func summary(in language: Language) -> String {
    let words = Words(language)
    var parts = Kind.allCases.filter { $0 != .overridden && count($0) > 0 }.map {
      language("\(words.kind($0)) \(count($0)) 项", "\(count($0)) \(words.kind($0))")
    }
    let lost = changes.count(where: \.isLost)
    if lost > 0 { parts.append(language("其中逾补办期 \(lost) 项", "\(lost) of these lost")) }
    if !overridden.isEmpty {
      parts.append(
        language("越过规则 \(overridden.count) 项", "\(overridden.count) with rules overridden"))
    }
    return parts.isEmpty
      ? language("没有变化", "nothing changed") : parts.joined(separator: language("，", ", "))
  }

  /// A line for each change.
  package func lines(in program: Program, language: Language) -> [String] {
    let words = Words(language)
    return changes.map { change in
      let places = [change.from, change.to].map {
        $0.map { words.placement($0, change, in: program) }
      }
      let path =
        switch (places[0], places[1]) {
        case (let from?, let to?) where from != to: "\(from) → \(to)"
        case (let from?, _): from
        case (nil, let to?): to
        case (nil, nil): ""
        }
      return [words.change(change), change.id.text, change.name, path, words.why(change)]
        .filter { !$0.isEmpty }.joined(separator: "  ")
    }
  }
}

/// Words of changes.
extension Words {
  package func kind(_ kind: PlanDiff.Kind) -> String {
    switch kind {
    case .new: language("新增", "new")
    case .moved: language("改期", "moved")
    case .cancelled: language("取消", "cancelled")
    case .unplaced: language("撤下未排", "unplaced")
    case .gone: language("不再要求", "no longer asked for")
    case .overridden: language("越过规则", "overridden")
    }
  }

  /// The kind, with what else must be known of it.
  func change(_ change: PlanDiff.Change) -> String {
    var text = kind(change.kind)
    if change.isLost, let day = change.makeUpBy { text += lost(by: day) }
    let mark = OverrideMark.text(change.overrides, in: language)
    return mark.isEmpty ? text : "\(text) \(mark)"
  }

  func why(_ change: PlanDiff.Change) -> String {
    switch change.why {
    case nil: ""
    case .decided(let reason): reason.word(in: language)
    case .barred(let filters):
      filters.isEmpty
        ? language("项目已删去", "left out of the workspace")
        : filters.map(barred(by:)).joined(separator: language("，", ", "))
    case .takenBack(let reason, let words):
      language("原决定已撤销", "a decision was taken back")
        + [words.isEmpty ? reason.map { $0.word(in: language) } ?? "" : words]
        .filter { !$0.isEmpty }.map { language("：\($0)", ": \($0)") }.joined()
    case .madeWay: language("为其他活动让路", "making way for others")
    case .otherClock(let from, let to):
      language("时区由 \(from) 改为 \(to)", "time zone changed from \(from) to \(to)")
    }
  }

  /// Day, hours, venue and teams.
  func placement(
    _ placement: Placement, _ change: PlanDiff.Change, in program: Program
  ) -> String {
    self.placement(
      placement, length: change.isAllDay ? nil : change.length, in: program)
  }

  /// Of an activity, all day or for as long as its requirement says.
  func placement(_ placement: Placement, of activity: Activity, in agenda: Agenda) -> String {
    let requirement = agenda.requirement(of: activity)
    return self.placement(
      placement, length: requirement.isAllDay ? nil : requirement.length, in: agenda.program)
  }

  /// `length`: nothing for an all-day activity.
  func placement(_ placement: Placement, length: Minute?, in program: Program) -> String {
    let hours =
      length.map { program.zone.hours(from: placement.moment, for: $0).description }
      ?? language("全天", "all day")
    let venue = placement.venue.map { program.venues[$0]?.name ?? $0 }
    let teams = placement.teams.sorted { $0.key < $1.key }
      .map { program.teams[$0.value]?.name ?? $0.value }
    return (["\(day(placement.day)) \(hours)"] + [venue].compactMap(\.self) + teams)
      .joined(separator: " · ")
  }
}
