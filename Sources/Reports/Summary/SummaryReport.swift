package import Drills

/// Plan against record over the whole month: what was to be done and what was.
package struct SummaryReport: Sendable {
  private let view: PlanView
  private let accounts: Accounts
  private let ledger: Ledger
  private let days: ClosedRange<Day>
  private let owner: OwnerID?
  /// What forms call each counter.
  private let labels: [Counter: String]
  private let changes: [PlanStep]
  private var program: Program { view.agenda.program }

  /// - Parameters:
  ///   - view: The plan; what was done is looked up in the record.
  ///   - accounts: What stands in the record.
  ///   - ledger: What the counters come to.
  ///   - last: The last day that is looked at; the first is that of any requirement.
  ///   - owner: Whose; nothing: everybody's.
  ///   - changes: Every revision, the first too.
  ///   - labels: What forms call each counter.
  package init(
    _ view: PlanView, _ accounts: Accounts, _ ledger: Ledger, to last: Day, of owner: OwnerID?,
    changes: [PlanStep], labels: [Counter: String] = [:]
  ) {
    self.accounts = accounts
    self.view = PlanView(
      agenda: view.agenda, revision: view.revision,
      completions: accounts.completionLists(upTo: last, in: view.agenda.program),
      decisions: view.decisions, sequences: view.sequences, now: view.now)
    self.ledger = ledger
    self.owner = owner
    self.labels = labels
    self.changes = changes
    let program = view.agenda.program
    let first =
      program.requirements.elements.map {
        $0.dates?.bounds?.lowerBound ?? program.period.lowerBound
      }
      .min() ?? program.period.lowerBound
    days = first...max(first, last)
  }

  package func page(in language: Language) -> Page {
    let words = Words(language)
    var page = Page(
      title: program.title(of: "总结报告", "summary", in: language), period: words.period(days),
      language: language)
    page.heads = [program.organizer.name]
    let entries = view.entries.filter { owner == nil || $0.host == owner }
    page.blocks += SummaryProse(
      view: view, deeds: Deeds(view, accounts, over: days, of: owner), ledger: ledger,
      problems: problems, days: days, owner: owner, labels: labels
    ).blocks(words)
    page.blocks.append(.heading(language("附表", "Tables")))
    for grid in MonthGrid.grids(of: entries, words) { page.blocks.append(.month(grid)) }
    page.add(OverrideTable(entries, in: program).table(words))
    page.add(weeks(words))
    let tallies = Tallies(view, of: owner)
    let requirements = tallies.requirements(of: program).map { ($0.name, $0.tally) }
    page.blocks.append(.heading(language("完成进度", "Progress")))
    page.blocks.append(
      .bars(
        requirements.map { name, tally in
          Page.Bar(
            name: name, done: tally[.done], late: tally[.overdue], whole: tally.expected)
        }))
    page.add(table(language("按项目", "By requirement"), requirements, language))
    page.add(
      table(
        language("按单位", "By community"),
        tallies.hosts(program.ownersEver, of: program).map { ($0.name, $0.tally) }, language))
    page.add(LeftTable(left, in: program).table(words))
    if owner == nil { page.add(CoverageTable(StatusReport(view).coverage).table(in: language)) }
    page.add(evacuations(words))
    page.add(ProblemTable(problems, in: program).table(words))
    page.add(counters(language))
    page.add(steps(words))
    return page
  }

  private var left: [PlanView.Left] { view.left.filter { owner == nil || $0.host == owner } }

  private var problems: [Problem] {
    accounts.problems.filter {
      days.contains($0.foundOn) && (owner == nil || $0.owner == owner)
    }.map { problem in
      var problem = problem
      if let mending = problem.mending, mending.day > days.upperBound { problem.mending = nil }
      return problem
    }
  }

  private func total(over days: ClosedRange<Day>) -> Deeds.Sum {
    Deeds(view, accounts, over: days, of: owner).sums.values.reduce(Deeds.Sum(), +)
  }

  /// Whole reporting weeks of the period, then what lies in none of them, then all.
  private func weeks(_ words: Words) -> Page.Table {
    let language = words.language
    var table = Page.Table(
      language("按周", "By week"),
      header: [
        language("报送周", "reporting week"), language("活动（场）", "sessions"),
        language("人次", "people"), language("其中演练（场）", "drills"),
        language("演练人次", "in drills"), language("持续活动（次）", "campaign records"),
        language("持续活动人次", "in campaigns"),
      ])
    func row(_ name: String, _ sum: Deeds.Sum) {
      table.rows.append([
        .text(name), .number(sum.sessions), .number(sum.people), .number(sum.drills),
        .number(sum.drillPeople), .number(sum.records), .number(sum.recordPeople),
      ])
    }
    var covered: [ClosedRange<Day>] = []
    for week in ReportingWeek.covering(program.period, endingOn: program.reportingDay) {
      let whole = week.end + -6...week.end
      guard whole.overlaps(days) else { continue }
      let part = max(whole.lowerBound, days.lowerBound)...min(whole.upperBound, days.upperBound)
      covered.append(part)
      row("\(words.date(whole.lowerBound)) – \(words.date(whole.upperBound))", total(over: part))
    }
    let outside = outside(covered)
    if outside != Deeds.Sum() { row(language("不在任何报送周", "in no reporting week"), outside) }
    row(language("合计", "total"), total(over: days))
    return table
  }

  private func outside(_ covered: [ClosedRange<Day>]) -> Deeds.Sum {
    var sum = Deeds.Sum()
    var start = days.lowerBound
    for part in covered.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if start < part.lowerBound { sum = sum + total(over: start...part.lowerBound + -1) }
      start = max(start, part.upperBound + 1)
    }
    return start <= days.upperBound ? sum + total(over: start...days.upperBound) : sum
  }

  private func table(
    _ title: String, _ rows: [(name: String, tally: StatusReport.Tally)], _ language: Language
  ) -> Page.Table {
    let words = Words(language)
    var table = Page.Table(
      title,
      header: [
        "", language("应做", "planned"), words.status(ActivityStatus.done),
        words.status(ActivityStatus.overdue), words.status(ActivityStatus.unplaced),
        words.status(ActivityStatus.cancelled), language("人次", "people"),
      ])
    for (name, tally) in rows {
      table.rows.append([
        .text(name), .number(tally.expected), .number(tally[.done]), .number(tally[.overdue]),
        .number(tally[.unplaced]), .number(tally[.cancelled]), .number(tally.people),
      ])
    }
    return table
  }

  private func evacuations(_ words: Words) -> Page.Table {
    let language = words.language
    var table = Page.Table(
      language("疏散用时", "Evacuation times"),
      header: [
        language("日期", "day"), language("单位", "who"), language("演练", "drill"),
        language("人数", "people"), language("疏散用时", "evacuated in"),
        language("清点用时", "headcount in"), language("协助", "assisted"),
      ])
    let names = view.entries.compactMap { entry in
      entry.completion.map { (entry.host, words.name(of: entry), $0) }
    }
    let leftNames = view.left.map { ($0.host, $0.requirement.name, $0.completion) }
    for (host, name, completion) in names + leftNames where owner == nil || host == owner {
      guard let seconds = completion.evacuationSeconds else { continue }
      table.rows.append([
        .text(words.date(completion.day)), .text(program.name(ofOwner: host)),
        .text(name), .number(completion.everybody), .text(words.duration(seconds)),
        .text(completion.headcountSeconds.map(words.duration) ?? ""),
        completion.assisted.map(Page.Cell.number) ?? .text(""),
      ])
    }
    return table
  }

  private func counters(_ language: Language) -> Page.Table {
    CounterSums(ledger, over: days, of: owner).table(language("计数", "Counters"), language)
  }

  private func steps(_ words: Words) -> Page.Table {
    let language = words.language
    var table = Page.Table(
      language("计划的变动", "What changed"),
      header: [
        language("版", "revision"), language("时间", "when"), language("谁", "who"),
        language("新增", "added"), language("改期", "moved"), language("撤下", "removed"),
        language("哪些", "which"),
      ])
    let overrides = Dictionary(
      view.entries.map { ($0.activity.id, $0.overrides) }, uniquingKeysWith: { first, _ in first })
    table.rows = changes.filter { $0.moment.day <= days.upperBound }.map { step in
      [
        .number(step.number), .text("\(words.date(step.moment.day)) \(clock(step.moment.minute))"),
        .text(step.author),
        .number(step.added), .number(step.moved.count), .number(step.removed.count),
        .text(
          (step.moved + step.removed).map {
            words.marked(program.name(of: $0), overrides[$0] ?? [])
          }
          .joined(separator: language("；", "; "))),
      ]
    }
    return table
  }
}

extension Accounts {
  /// Without what was held after `last`.
  ///
  /// Of two records of one activity the later one holds, whatever its day, so an earlier one does not
  /// come back when that is left out; those of a campaign stand beside each other.
  fileprivate func completionLists(
    upTo last: Day, in program: Program
  ) -> [DutyID: [Completion]] {
    let campaigns = Set(program.campaignsEver.map(\.id))
    return Dictionary(
      uniqueKeysWithValues: completionLists.map { id, list in
        let rule = id.rule ?? ""
        let isRepeated = campaigns.contains(rule) && program.requirementEver(rule) == nil
        let holding = isRepeated ? list[...] : list.suffix(1)
        return (id, holding.filter { $0.countedDay <= last })
      })
  }
}
