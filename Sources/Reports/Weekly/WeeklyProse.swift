import Drills

/// A week as an office writes it: period; what, where, how many; highlights; problems; who has nothing; next week.
///
/// Its numbers are those of the report's tables.
struct WeeklyProse {
  let view: PlanView
  let deeds: Deeds
  let ledger: Ledger
  let problems: [Problem]
  let days: ClosedRange<Day>
  let owner: OwnerID?
  /// What forms call each counter.
  let labels: [Counter: String]

  private static let highlights = 3

  func paragraphs(_ words: Words) -> [String] {
    let prose = Prose(program: view.agenda.program, words: words)
    return [
      opening(prose), held(prose), highlights(prose), counted(prose), problems(prose),
      silent(prose), upcoming(prose),
    ].compactMap(\.self)
  }

  private func opening(_ prose: Prose) -> String {
    let sum = deeds.sums.values.reduce(Deeds.Sum(), +)
    let language = prose.language
    let (from, to) = (prose.words.date(days.lowerBound), prose.words.date(days.upperBound))
    let who = owner.map(prose.name) ?? prose.program.organizer.name
    let whom =
      owner == nil ? language("组织各社区（村）", " and the communities") : ""
    var text = language(
      "本周（\(from)至\(to)），\(who)\(whom)开展活动 \(sum.sessions) 场，参与 \(sum.people) 人次，"
        + "其中演练 \(sum.drills) 场、\(sum.drillPeople) 人次",
      "This week (\(from) to \(to)) \(sum.sessions) sessions were held with \(sum.people) people, "
        + "of which \(sum.drills) drills with \(sum.drillPeople) people, by \(who)\(whom)")
    if sum.records > 0 {
      text += language(
        "；持续活动报送 \(sum.records) 次，参与 \(sum.recordPeople) 人次",
        "; campaigns reported \(sum.records) times with \(sum.recordPeople) people")
    }
    return text + prose.stop
  }

  private func held(_ prose: Prose) -> String? {
    let lines = prose.lines(of: deeds.held, owner: owner)
    guard !lines.isEmpty else { return nil }
    let campaigns = Dictionary(grouping: deeds.records, by: \.name).sorted { $0.key < $1.key }
      .map { name, records in
        let people = records.reduce(0) { $0 + $1.completion.people }
        return prose.language(
          "\(name)报送\(records.count)次" + (people > 0 ? "、\(people)人次" : ""),
          "\(name): \(records.count) reports" + (people > 0 ? " with \(people) people" : ""))
      }
    let text =
      prose.language("主要开展：", "Held: ") + prose.list(lines.map(prose.sentence)) + prose.stop
    return campaigns.isEmpty
      ? text
      : text + prose.language("持续开展：", " Going on: ") + prose.list(campaigns) + prose.stop
  }

  /// Drills whose time was taken come first, then what most people took part in.
  private func highlights(_ prose: Prose) -> String? {
    let own = deeds.held.filter {
      $0.completion.sharedFrom == nil && (owner == nil || $0.host == owner)
        && ($0.requirement.isDrill || $0.completion.everybody > 0)
    }
    let best = own.sorted { first, second in
      func key(_ held: Deeds.Held) -> (Int, Int) {
        (held.completion.evacuationSeconds == nil ? 0 : 1, held.completion.everybody)
      }
      return key(first) > key(second)
    }.prefix(WeeklyProse.highlights)
    guard !best.isEmpty else { return nil }
    let program = prose.program
    let texts = best.sorted { $0.completion.day < $1.completion.day }.map { held in
      let venue = view.revision.plan[held.completion.duty]?.venue.flatMap(program.nameEver)
      return prose.highlight(held, at: venue)
    }
    return prose.language("其中，", "Among them, ") + prose.list(texts) + prose.stop
  }

  private func counted(_ prose: Prose) -> String? {
    let counted = prose.counted(ledger, over: days, of: owner, labels)
    return counted.isEmpty
      ? nil : prose.language("各单位报送：", "Counted: ") + prose.list(counted) + prose.stop
  }

  private func problems(_ prose: Prose) -> String {
    let language = prose.language
    let own = problems.filter { owner == nil || $0.owner == owner }
    let found = own.filter { days.contains($0.foundOn) }.map { problem in
      var problem = problem
      if let mending = problem.mending, mending.day > days.upperBound { problem.mending = nil }
      return problem
    }
    let earlier = own.count { problem in
      problem.foundOn < days.lowerBound && problem.mending.map { days.contains($0.day) } ?? false
    }
    guard !found.isEmpty || earlier > 0 else {
      return language("本周没有登记问题隐患。", "No problem was recorded this week.")
    }
    let mended = found.count { $0.mending != nil }
    var text = language(
      "本周发现问题隐患 \(found.count) 个，已整改 \(mended) 个",
      "\(found.count) problems were found this week, \(mended) of them mended")
    if earlier > 0 {
      text += language("；此前发现的整改 \(earlier) 个", "; \(earlier) older ones were mended")
    }
    let open = prose.open(found)
    if !open.isEmpty { text += language("。尚未整改：", ". Still open: ") + open }
    return text + prose.stop
  }

  private func silent(_ prose: Prose) -> String? {
    guard owner == nil else { return nil }
    let program = prose.program
    let reported = Set(deeds.sums.keys).union(deeds.counts.map(\.owner))
    let silent = program.communities.elements.map(\.ownerID).filter { !reported.contains($0) }
    return silent.isEmpty
      ? prose.language("各社区（村）都有活动或报送。", "Every community held or reported something.")
      : prose.language("本周没有活动和报送的：", "Nothing was held or reported by: ")
        + silent.map(prose.name).joined(separator: prose.language("、", ", ")) + prose.stop
  }

  private func upcoming(_ prose: Prose) -> String {
    let language = prose.language
    let next = days.upperBound + 1...days.upperBound + 7
    let entries = view.entries.filter { entry in
      guard let day = entry.placement?.day, entry.status != .cancelled else { return false }
      return next.contains(day) && (owner.map(entry.concerns) ?? true)
    }
    let (from, to) = (prose.words.date(next.lowerBound), prose.words.date(next.upperBound))
    guard !entries.isEmpty else {
      return language(
        "下周（\(from)至\(to)）没有安排活动。", "Nothing is planned next week (\(from) to \(to)).")
    }
    let drills = entries.count { $0.requirement.isDrill }
    let groups = Dictionary(grouping: entries, by: \.activity.requirement).sorted {
      $0.key < $1.key
    }
    .map { _, group in
      let hosts = group.map(\.host).reduce(into: [OwnerID]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      return group[0].requirement.name
        + language(
          "\(group.count)场（\(prose.units(hosts))）", " \(group.count) (\(prose.units(hosts)))")
    }
    return language(
      "下周（\(from)至\(to)）计划开展活动 \(entries.count) 场，其中演练 \(drills) 场：",
      "Next week (\(from) to \(to)) \(entries.count) are planned, \(drills) of them drills: ")
      + prose.list(groups) + prose.stop
  }
}
